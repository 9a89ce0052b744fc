"""Opening a report: bytes → text → tree → Report, with last year's report, and all findings on the way.

A published report is imported first; its text is then the YAML that says the same.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from generator.files.errors import UserError, cannot_read, shown
from generator.files.file_memo import remembered
from generator.files.quoting import command
from generator.files.stable_read import read_settled
from generator.findings import WHOLE_FILE, Finding, Severity, error, warning
from generator.form import figures_of_any_edition, keys, keys_of_any_edition
from generator.pipeline.inputs import STDIN
from generator.pipeline.published import MAX_BYTES as MAX_PUBLISHED
from generator.pipeline.published import is_published, left_in_word, may_be_published, read_published
from generator.report.building import LastYear, UnlinkedReport, finish, read_report
from generator.report.expressions import LastYearState
from generator.report.model import Report
from generator.report.places import places_in
from generator.signing.marks import is_record
from generator.source.nodes import Mapping
from generator.source.reader import Tree, read
from generator.source.text import MAX_BYTES, decode
from generator.wording import Worded, joined

if TYPE_CHECKING:
    from generator.importing.outcome import Doubt


class Opened(NamedTuple):
    """A file as far as it could be read. ``report`` is None when the YAML itself cannot be read.

    ``inputs`` are the files it was made from: itself and last year's. ``published``: it was imported, ``doubts`` are
    what a person must look at in the import, and the tree is that of the YAML it gave.
    """

    file: str
    tree: Tree
    report: Report | None
    findings: tuple[Finding, ...]
    inputs: tuple[str, ...]
    published: bool = False
    doubts: tuple[Doubt, ...] = ()


class Known(NamedTuple):
    """What is known of an agency beyond its file: last year's report, and names that it goes by as well."""

    last_year: str | None = None
    names: tuple[str, ...] = ()
    last_year_text: str = ""
    """The YAML that ``last_year`` was imported to, where that has been done: importing takes most of the time."""


class LastYearOpened(NamedTuple):
    """Last year's report (None when it cannot be read), what is wrong with it, and what to do.

    ``imported`` is the YAML that it was imported to, '' where it is YAML itself.
    """

    report: Report | None
    problem: str = ""
    hint: str = ""
    imported: str = ""


class _Text(NamedTuple):
    """A file's YAML: its own, or that of an import. ``problem`` is why there is none, with what to do."""

    tree: Tree
    published: bool = False
    doubts: tuple[Doubt, ...] = ()
    problem: tuple[str, str] | None = None
    findings: tuple[Finding, ...] = ()


def load(path: str) -> bytes:
    """A file's bytes (standard input for ``-``), at most one more than the limit. Raises UserError."""
    if path == STDIN and sys.stdin is None:
        raise UserError("标准输入是关着的，没有内容可读", "请用管道或者 < 给出内容，或者写出文件名")
    try:
        if path == STDIN:
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        return read_settled(path, (MAX_PUBLISHED if may_be_published(path) else MAX_BYTES) + 1)
    except (OSError, ValueError) as fault:
        raise cannot_read(path, fault) from fault


def open_report(
    path: str, data: bytes, last_year: str | None = None, known: Callable[[UnlinkedReport], Known] | None = None
) -> Opened:
    """Read one report from its bytes. ``last_year`` is a file that takes the place of its 上年报告.

    ``known`` is asked for that file, and for further names, once it can be seen whose report it is.
    """
    text = _text_of(path, data)
    tree = text.tree
    if text.problem:
        message, hint = text.problem
        unreadable = error("NB002", message, WHOLE_FILE, hint=hint)
        return Opened(path, tree, None, (unreadable,), (path,), text.published)
    before = (*text.findings, *tree.source.findings, *tree.findings)
    if tree.root is None:
        return Opened(path, tree, None, before, (path,), text.published, text.doubts)
    draft = read_report(tree, tree.root)
    more_known = known(draft) if known else Known()
    file = last_year or more_known.last_year or beside(path, draft.last_year_file)
    imported = more_known.last_year_text if file == more_known.last_year else ""
    previous, findings = _read_last_year(draft, file, imported) if file else (LastYear(), [])
    report, more = finish(draft, previous)
    report = report._replace(former_names=(*report.former_names, *more_known.names))
    inputs = (path, file) if file else (path,)
    return Opened(path, tree, report, (*before, *findings, *more), inputs, text.published, text.doubts)


def open_usable(path: str, data: bytes | None = None) -> Opened:
    """A report that is to be worked with (``data`` instead of its file's content).

    Raises UserError when it cannot be read as one.
    """
    opened = open_report(path, load(path) if data is None else data)
    if opened.report is None:
        first = next((f for f in opened.findings if f.severity is Severity.ERROR), None)
        why = f"：{first.message}" if first else ""
        raise UserError(f"{shown(path)} 读不成年报{why}", (first and first.hint) or _check_first(path))
    return opened


def _text_of(path: str, data: bytes) -> _Text:
    if is_record(data):
        return _of_record(data)
    if not is_published(path, data):
        return _Text(read_tree(data))
    from generator.importing.blocks import UnreadableError
    from generator.importing.outcome import to_look_at

    try:
        imported = read_published(path, data)
    except UnreadableError as problem:
        return _Text(read_tree(b""), published=True, problem=(problem.message, problem.hint))
    tree = read_tree(imported.text.encode("utf-8", "surrogatepass"))
    return _Text(tree, True, to_look_at(imported.doubts), findings=left_in_word(imported))


def _of_record(data: bytes) -> _Text:
    """The report that a 定稿 keeps; its places mean nothing to a person."""
    from generator.signing.record import UnreadableRecordError, read

    try:
        return _Text(read_tree(read(data).yaml), published=True)
    except UnreadableRecordError:
        return _Text(read_tree(b""), published=True, problem=("定稿记录坏了，读不出来", "请用备份，或者重新核对定稿"))


def read_tree(data: bytes) -> Tree:
    """The node tree of a file; the form's keys help to tell a slip from text."""
    return read(decode(data), keys_of_any_edition(), figures_of_any_edition())


def beside(path: str, name: str | None) -> str | None:
    """上年报告 is a path relative to the file that names it."""
    return name and os.path.join("" if path == STDIN else os.path.dirname(path), name)


def _read_last_year(draft: UnlinkedReport, file: str, imported: str) -> tuple[LastYear, list[Finding]]:
    """``imported`` is the YAML that the file was imported to by a caller, who knows what is wrong with it; else ''."""
    if imported:
        return LastYear(LastYearState.KNOWN, _from_import(imported)), []
    report, problem, hint, _ = remembered(file, open_last_year)
    path = (keys.LAST_YEAR,)
    span = places_in(draft.root).value(path)
    if report is None:
        message = f"上年报告读不了，与上年的比较都没有做：{problem}"
        return LastYear(LastYearState.UNREADABLE), [error("NB107", message, span, hint=hint, path=path)]
    findings = [warning("NB107", f"上年报告{problem}", span, hint=hint, path=path)] if problem else []
    return LastYear(LastYearState.KNOWN, report), findings


def open_last_year(file: str) -> LastYearOpened:
    """Last year's report from its file. Its own 上年报告 is not followed."""
    try:
        text = _text_of(file, load(file))
    except UserError as fault:
        return LastYearOpened(None, fault.message, joined(fault.hint, "；路径相对于本文件所在的文件夹"))
    tree, name = text.tree, os.path.basename(file)
    if text.problem:
        return LastYearOpened(None, f"“{name}”：{text.problem[0]}", text.problem[1])
    if tree.root is None:
        return LastYearOpened(None, f"“{name}”本身有错误", _check_first(file))
    report, findings = _alone(tree, tree.root)
    faults = sum(f.severity is Severity.ERROR for f in (*tree.source.findings, *tree.findings, *findings))
    problem, hint = _reservations(file, faults, text)
    return LastYearOpened(report, problem, hint, "\n".join(tree.source.lines) if text.published else "")


def _from_import(text: str) -> Report | None:
    tree = read_tree(text.encode("utf-8", "surrogatepass"))
    return _alone(tree, tree.root)[0] if tree.root else None


def _alone(tree: Tree, root: Mapping) -> tuple[Report, list[Finding]]:
    """A report without the year before it."""
    return finish(read_report(tree, root), LastYear(LastYearState.INSIDE))


def _reservations(file: str, faults: int, text: _Text) -> tuple[str, str]:
    """What is not right with last year's report, and what to do; nothing where all is well."""
    if text.published and (faults or text.doubts):
        places = len(text.doubts) or faults
        hint = Worded(f"逐处核对：{command('import', file)}", "请打开它，逐处核对")
        return f"是已公布的文件，其中 {places} 处没有把握读准，涉及的比较请留意", hint
    if faults:
        return f"自己有 {faults} 个错误，涉及的数不作比较", _check_first(file)
    return "", ""


def _check_first(file: str) -> str:
    return Worded(f"请先检查它：{command('check', file)}", "请先打开它，改好")
