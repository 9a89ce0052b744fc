"""Signing off: the 核对单 of a report with all that it rests on, and the 定稿 that is kept of it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from generator.checks.silencing import written_silences
from generator.files.backups import free_backup
from generator.files.errors import UserError, shown
from generator.findings import Finding, Path, Severity
from generator.pipeline.building import has_errors, render_document
from generator.pipeline.checking import Checked, check_file
from generator.pipeline.importing import place_of
from generator.pipeline.opening import Opened, load, open_report
from generator.pipeline.overwriting import Guard
from generator.pipeline.published import refuse_published
from generator.pipeline.signed import built_beside, checksums
from generator.render.formats import FORMATS
from generator.report.model import Report
from generator.signing.marks import record_beside
from generator.signing.record import record_of, sha256, written
from generator.signing.sheet import STEPS, Evidence, SilencedCode, sheet

if TYPE_CHECKING:
    from generator.document.blocks import Document

_DOUBT = re.compile(r"存疑：(.*)")


class SignedOff(NamedTuple):
    """A report ready to be signed: its findings, the sheet (None where it could not be read), what is not as it says.

    ``problems`` are sentences on built files that do not say what the report says; ``hashes`` by file name.
    """

    checked: Checked
    sheet: Document | None
    problems: tuple[str, ...] = ()
    hashes: tuple[tuple[str, str], ...] = ()

    @property
    def fit(self) -> bool:
        """Whether it may be signed and recorded."""
        return self.sheet is not None and not self.problems and not has_errors(self.checked.findings)


def sign_off(path: str, profile: str | None = None, data: bytes | None = None) -> SignedOff:
    """Check a report (``data`` instead of its file's content) and put the sheet together; ``profile`` as for checking.

    Raises UserError for what cannot be read or is published already.
    """
    data = load(path) if data is None else data
    refuse_published(path, data, "核对签发")
    opened = open_report(path, data)
    checked = check_file(path, data=data, profile=profile)
    report = checked.report
    if report is None:
        return SignedOff(checked, None)
    built = built_beside(path, report)
    hashes = ((os.path.basename(path), sha256(data)), *checksums(built.values()).items())
    problems = tuple(_unlike(report, built))
    evidence = Evidence(
        findings=tuple(sorted(checked.findings, key=_order)),
        silences=tuple(SilencedCode(*silence) for silence in written_silences(opened.tree)),
        doubts=tuple(_doubts(opened)),
        problems=problems,
        hashes=hashes,
        steps=(checked.rules.signers if checked.rules else ()) or STEPS,
        settings=checked.settings,
        cases=_cases(path, report),
    )
    return SignedOff(checked, sheet(report, evidence), problems, hashes)


def sheet_format(output: str | None) -> str:
    """In which format the sheet is written to a file of that name; Markdown for standard output. Raises UserError."""
    if output in (None, "-"):
        return "md"
    form = os.path.splitext(output or "")[1].lower().removeprefix(".")
    if form not in FORMATS:
        endings = "、".join(f".{name}" for name in FORMATS)
        raise UserError(f"核对单不能写成这种文件：{shown(output or '')}", f"文件名请以 {endings} 结尾")
    return form


def rendered(signed: SignedOff, form: str) -> bytes:
    """The sheet in a format. Raises UserError when it cannot be rendered."""
    assert signed.sheet is not None, "only what could be read has a sheet"
    return render_document(signed.sheet, form)


def record_data(path: str, signed: SignedOff, day: date) -> bytes:
    """What is kept of a report signed off on ``day``. Raises UserError where it may not be signed."""
    report = signed.checked.report
    if report is None or not signed.fit:
        raise UserError(f"还不能定稿：{shown(path)}", "请先改好错误，重新生成与 YAML 不一致的成品")
    return written(record_of(report, day.isoformat(), dict(signed.hashes)))


def record(path: str, signed: SignedOff, day: date, *, force: bool = False) -> str:
    """Keep what was signed off beside the YAML, an older record as its ``.bak``; the path of the record.

    Raises UserError where it may not be signed, or the file cannot be written.
    """
    place = record_beside(path)
    contents = {place: record_data(path, signed, day)}
    guard = Guard(signed.checked.inputs, force, path)
    guard.check(contents)
    if os.path.isfile(place) and load(place) != contents[place]:
        contents = {free_backup(place): load(place), **contents}
    guard.write(contents)
    return place


def _cases(path: str, report: Report) -> Mapping[Path, int]:
    """What reads ledgers is imported only where the report names one."""
    if report.ledger_file is None:
        return {}
    from generator.pipeline.ledger_findings import ledger_sources

    return ledger_sources(path, report)


def _order(finding: Finding) -> tuple[int, int]:
    return list(Severity).index(finding.severity), finding.span.line


def _unlike(report: Report, built: dict[str, str]) -> Iterator[str]:
    """Built files beside the YAML that do not say what it says: they are older, or somebody has changed them."""
    from generator.comparing.read_back import MismatchError, verify
    from generator.document.compose import compose

    document = compose(report)
    for fmt, file in built.items():
        name = os.path.basename(file)
        try:
            verify(report, document, fmt, file, load(file))
        except MismatchError as difference:
            first = difference.unlike[0]
            yield f"“{name}”和 YAML 不一致（{len(difference.unlike)} 处，第一处：{first.place}），请重新生成"
        except UserError:  # what reads a PDF is not installed, or the file is locked: its checksum stands all the same
            continue


def _doubts(opened: Opened) -> Iterator[str]:
    """What an import has left in the comments for a person, and of last year's report."""
    for line, comment in sorted(opened.tree.comments.items()):
        if match := _DOUBT.search(comment.text):
            yield f"第{line}行：{match[1].strip()}"
    year = opened.report.year if opened.report else None
    yield from (f"{place_of(doubt, year)}：{doubt.message}" for doubt in opened.doubts)
