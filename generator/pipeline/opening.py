"""Opening a report: bytes → text → tree → Report, with last year's report, and all findings on the way."""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

from generator.findings import Finding, Severity, error, warning
from generator.form import edition_for, keys
from generator.pipeline.errors import UserError, cannot_read
from generator.pipeline.inputs import STDIN
from generator.report.building import Draft, LastYear, finish, read_report
from generator.report.expressions import LastYearState
from generator.report.model import Report
from generator.report.places import places_in
from generator.source.reader import Tree, read
from generator.source.text import MAX_BYTES, decode

PUBLISHED_SUFFIXES = (".docx", ".html", ".htm", ".md", ".pdf")


class Opened(NamedTuple):
    """A file as far as it could be read. ``report`` is None when the YAML itself cannot be read.

    ``inputs`` are the files it was made from: itself and last year's.
    """

    file: str
    tree: Tree
    report: Report | None
    findings: tuple[Finding, ...]
    inputs: tuple[str, ...]


def load(path: str) -> bytes:
    """A file's bytes (standard input for ``-``), at most one more than the limit. Raises UserError."""
    try:
        if path == STDIN:
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as fault:
        raise cannot_read(path, fault) from fault


def open_report(path: str, data: bytes, last_year: str | None = None) -> Opened:
    """Read one report from its bytes. ``last_year`` is a file that takes the place of its 上年报告."""
    tree = read_tree(data)
    before = (*tree.source.findings, *tree.findings)
    if tree.root is None:
        return Opened(path, tree, None, before, (path,))
    draft = read_report(tree, tree.root)
    file = last_year or _beside(path, draft.last_year_file)
    previous, findings = _read_last_year(draft, file) if file else (LastYear(), [])
    report, more = finish(draft, previous)
    inputs = (path, file) if file else (path,)
    return Opened(path, tree, report, (*before, *findings, *more), inputs)


def read_tree(data: bytes) -> Tree:
    """The node tree of a file; the form's keys help to tell a slip from text."""
    return read(decode(data), edition_for(None).all_keys)


def _beside(path: str, name: str | None) -> str | None:
    """上年报告 is a path relative to the file that names it."""
    return name and os.path.join("" if path == STDIN else os.path.dirname(path), name)


def _read_last_year(draft: Draft, file: str) -> tuple[LastYear, list[Finding]]:
    report, problem, hint = _open_last_year(file)
    path = (keys.LAST_YEAR,)
    span = places_in(draft.root).value(path)
    if report is None:
        message = f"上年报告读不了，与上年的比较都没有做：{problem}"
        return LastYear(LastYearState.UNREADABLE), [error("NB107", message, span, hint=hint, path=path)]
    findings = [warning("NB107", f"上年报告{problem}", span, hint=hint, path=path)] if problem else []
    return LastYear(LastYearState.KNOWN, report), findings


def _open_last_year(file: str) -> tuple[Report | None, str, str]:
    """Last year's report, what is wrong with it, and what to do. Its own 上年报告 is not followed."""
    if file.lower().endswith(PUBLISHED_SUFFIXES):
        return None, f"“{os.path.basename(file)}”不是 YAML 文件", "请写上年的 YAML 文件名"
    try:
        tree = read_tree(load(file))
    except UserError as fault:
        return None, fault.message, f"{fault.hint}；路径相对于本文件所在的文件夹"
    if tree.root is None:
        return None, f"“{os.path.basename(file)}”本身有错误", f"请先检查它：nianbao check {file}"
    draft = read_report(tree, tree.root)
    report, findings = finish(draft, LastYear(LastYearState.INSIDE))
    faults = sum(f.severity is Severity.ERROR for f in (*tree.source.findings, *tree.findings, *findings))
    if not faults:
        return report, "", ""
    return report, f"自己有 {faults} 个错误，涉及的数不作比较", f"请先检查它：nianbao check {file}"
