"""What a report's ledger says about its tables: NB601 where they differ, NB602 open questions, NB603 faults."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.files.errors import UserError
from generator.files.file_memo import remembered_together
from generator.files.quoting import command
from generator.findings import Finding, Path, Related, warning
from generator.form import keys
from generator.form.edition import rows_of
from generator.form.ledger_words import columns as names
from generator.ledger.errors import LedgerCrashError
from generator.ledger.run import CountedLedger, LedgerWish
from generator.ledger.tracing import places_in_words
from generator.pipeline.inputs import STDIN
from generator.pipeline.ledgers import answers_beside, count_file
from generator.report.model import Report
from generator.wording import Worded, joined

_DIFFERS, _OPEN, _FAULT = "NB601", "NB602", "NB603"
_MOST_RELATED = 20
"""Cases, or questions, that a finding leads to one by one."""
_DEVICES = re.compile(r"(?i)(?:^|[\\/])(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.[^\\/]*)?$")
_ELSEWHERE = re.compile(r"[\\/]{2}|[A-Za-z][A-Za-z0-9+.-]+:[\\/]{2}")
_MOVE = "请把台账放在年报文件旁边，写它的文件名"


class LedgerFindings(NamedTuple):
    """``files`` are those that the findings rest on."""

    findings: tuple[Finding, ...] = ()
    files: tuple[str, ...] = ()


def ledger_findings(path: str, report: Report) -> LedgerFindings:
    """What the ledger of a report says. Nothing where it names none, or its year is not known."""
    if report.ledger_file is None or report.year is None:
        return LedgerFindings()
    if why := refused_path(report.ledger_file):
        return LedgerFindings((_at_key(report, _FAULT, f"“台账”{why}，没有打开", _MOVE),))
    files = _files(path, report.ledger_file)
    try:
        counted = _counted(files, report)
    except UserError as problem:
        return LedgerFindings((_at_key(report, _FAULT, f"台账没有核对：{problem.message}", problem.hint),))
    except LedgerCrashError as fault:
        hint = f"这是程序的故障，请告诉维护人员（{fault}）"
        return LedgerFindings((_at_key(report, _FAULT, "台账没有核对：程序内部出错", hint),), files)
    return LedgerFindings(tuple(_of(report, counted, files[0])), files)


def ledger_sources(path: str, report: Report) -> dict[Path, int]:
    """How many cases of its ledger each typed figure rests on: only figures that are what the ledger counts."""
    name = report.ledger_file
    if name is None or report.year is None or report.consolidated or refused_path(name):
        return {}
    try:
        counted = _counted(_files(path, name), report)
    except (UserError, LedgerCrashError):
        return {}
    unlike = {tuple(map(str, place)) for place, _, _ in differing(report, counted)}
    known = {place: counted.figure(place) for place in counted.cells() if place not in unlike}
    return {place: figure for place, figure in known.items() if figure}


def _files(path: str, name: str) -> tuple[str, str]:
    """The ledger that a report names, and the answers beside it."""
    file = os.path.join("" if path == STDIN else os.path.dirname(path), name)
    return file, answers_beside(file)


def _counted(files: tuple[str, str], report: Report) -> CountedLedger:
    """The ledger as it counts for a report. Raises as count_file."""
    wish = LedgerWish(report.year, none_carried=none_carried(report))
    return remembered_together(files, wish, lambda: count_file(files[0], None, wish).counted)


def refused_path(name: str) -> str:
    """Why a path is not opened; '' for a file on this machine."""
    if _ELSEWHERE.match(name):
        return "写的是网络上的位置"
    return "写的是设备，不是文件" if _DEVICES.search(name) else ""


def none_carried(report: Report) -> bool:
    """Whether last year's report says that nothing was carried over."""
    last = report.last_year
    row = last.figures.rows.get((keys.APPLICATIONS, keys.CARRIED_OUT)) if last else None
    return row is not None and all(figure == 0 for figure in row)


def _of(report: Report, counted: CountedLedger, file: str) -> Iterator[Finding]:
    if not report.consolidated:
        yield from _differences(report, counted)
    if counted.questions:
        yield _open_questions(report, counted, file)
    for fault in counted.faults:
        if fault.certain:
            where = f"{counted.name}:{places_in_words(fault.cells)}" if fault.cells else counted.name
            yield _at_key(report, _FAULT, f"{where} {fault.message}", fault.hint)


def differing(report: Report, counted: CountedLedger) -> Iterator[tuple[Path, int, int]]:
    """Every figure that is typed and known from the ledger, and not the same: its path, what is typed, what it is."""
    tables = (keys.APPLICATIONS, *((keys.REVIEWS,) if counted.reviews else ()))
    for table in tables:
        part = report.edition.root.by_key[table]
        for below, row in rows_of(part, (table,)):
            for column, typed in zip(row.children, report.figures.rows.get(below, ()), strict=False):
                found = counted.figure((*below, column.key))
                if isinstance(typed, int) and found is not None and typed != found:
                    yield (*below, column.key), typed, found


def _differences(report: Report, counted: CountedLedger) -> Iterator[Finding]:
    cells = counted.cells()
    places = {one.case: one.row.place(names.NUMBER) for one in counted.cases}
    span = report.places.value((keys.LEDGER,))
    for path, typed, found in differing(report, counted):
        row, column = str(path[-2]), path[-1]
        cases = cells.get(tuple(map(str, path)), ())
        named = "、".join(cases[:_MOST_RELATED]) + (" 等" if len(cases) > _MOST_RELATED else "")
        hint = f"台账里是：{named}" if cases else "台账里没有这样的申请"
        related = (
            Related(span, f"{counted.name}:{places.get(case, '')} {case}", (keys.LEDGER,))
            for case in cases[:_MOST_RELATED]
        )
        yield warning(
            _DIFFERS,
            f"“{row}”的“{column}”是 {typed}，台账数出来是 {found}",
            report.places.value(path),
            hint=joined(f"{hint}。请核对，或者用", Worded(" nianbao ledger --into ", "“从台账统计”"), "写入"),
            path=path,
            related=tuple(related),
        )


def _open_questions(report: Report, counted: CountedLedger, file: str) -> Finding:
    span = report.places.value((keys.LEDGER,))
    related = (
        Related(span, joined(f"{places_in_words(one.cells)} ".lstrip(), one.why), (keys.LEDGER,))
        for one in counted.questions[:_MOST_RELATED]
    )
    message = f"台账里有 {len(counted.questions)} 处没有回答，牵涉到的数没有核对"
    hint = Worded(f"逐条回答：{command('ledger', file)}", "请在“从台账统计”里逐条回答")
    return _at_key(report, _OPEN, message, hint)._replace(related=tuple(related))


def _at_key(report: Report, code: str, message: str, hint: str) -> Finding:
    path = (keys.LEDGER,)
    return warning(code, message, report.places.value(path), hint=hint, path=path)
