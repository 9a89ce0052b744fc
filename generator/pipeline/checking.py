"""Checking one file: everything that reading and all rules find, silences applied."""

from __future__ import annotations

import traceback
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from generator.checks.registry import RuleOutcome, run, without_superseded
from generator.findings import WHOLE_FILE, Finding, error, in_order
from generator.pipeline.opening import Opened, load, open_report
from generator.pipeline.signed import since_signed
from generator.pipeline.silencing import apply_silences
from generator.report.model import Report

if TYPE_CHECKING:
    from generator.importing.outcome import Doubt


class Checked(NamedTuple):
    """A file and all its findings in order. ``report`` is None when the file could not be read at all.

    ``trace`` is the traceback of a fault of our own, in the file or in single rules (NB900), else empty. ``doubts`` are
    what the reading of a published report is not sure of.
    """

    file: str
    findings: tuple[Finding, ...]
    source_lines: tuple[str, ...] = ()
    report: Report | None = None
    inputs: tuple[str, ...] = ()
    trace: str = ""
    doubts: tuple[Doubt, ...] = ()

    @property
    def crashed(self) -> bool:
        """Whether there was a fault of our own."""
        return bool(self.trace)


def check_file(
    path: str, *, last_year: str | None = None, deadline: date | None = None, data: bytes | None = None
) -> Checked:
    """Check one file (``data`` instead of its content, for standard input and editors).

    Raises UserError when the file cannot be read. A fault of our own becomes one NB900 finding.
    """
    content = load(path) if data is None else data
    try:
        opened = open_report(path, content, last_year)
        since = () if opened.published else since_signed(path, content, opened.report)
        return check_opened(_with_ledger(opened._replace(findings=(*opened.findings, *since))), deadline)
    except Exception as fault:  # whatever the fault, the other files must still be checked
        return crashed(path, fault)


def _with_ledger(opened: Opened) -> Opened:
    """With what the ledger that the report names says about it; what reads ledgers is imported only then."""
    if opened.published or opened.report is None or opened.report.ledger_file is None:
        return opened
    from generator.pipeline.ledger_findings import ledger_findings

    ledger = ledger_findings(opened.file, opened.report)
    inputs = (*opened.inputs, *ledger.files)
    return opened._replace(findings=(*opened.findings, *ledger.findings), inputs=inputs)


def check_opened(opened: Opened, deadline: date | None = None) -> Checked:
    """Run the rules on an opened file; ``deadline`` where the caller knows better than the law's general one."""
    report = opened.report
    if report is not None and deadline is not None:
        report = report._replace(deadline=deadline)
    outcome = run(report) if report else RuleOutcome([])
    lines = opened.tree.source.lines
    return Checked(
        file=opened.file,
        findings=_finished(opened, without_superseded([*opened.findings, *outcome.findings], lines)),
        source_lines=lines,
        report=report,
        inputs=opened.inputs,
        trace=outcome.trace,
        doubts=opened.doubts,
    )


def _finished(opened: Opened, found: list[Finding]) -> tuple[Finding, ...]:
    findings = in_order(apply_silences(opened.tree, found))
    if opened.published:
        from generator.pipeline.placing import placed

        findings = placed(findings, opened)
    return tuple(f.in_file(opened.file) for f in findings)


def crashed(path: str, fault: BaseException) -> Checked:
    """The outcome of a fault of our own: one finding, and the traceback for ``--debug``."""
    finding = error(
        "NB900",
        "程序内部出错，这个文件没有处理完",
        WHOLE_FILE,
        hint=f"其他文件不受影响。请把本文件发给维护人员，并附上 --debug 的输出（{type(fault).__name__}）",
        file=path,
    )
    return Checked(path, (finding,), trace="".join(traceback.format_exception(fault)))
