"""Checking one file: everything that reading and all rules find, silences applied."""

from __future__ import annotations

import os
import traceback
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from generator.checks.registry import RuleOutcome, run, without_superseded
from generator.checks.silencing import apply_silences
from generator.findings import WHOLE_FILE, Finding, error, in_order
from generator.form import keys
from generator.pipeline.office_rules import NO_RULES, OfficeRulesFor, rules_for
from generator.pipeline.opening import Opened, load, open_report
from generator.pipeline.signed import since_signed
from generator.profile.lookup import is_profile
from generator.report.model import Report
from generator.wording import Worded, joined

if TYPE_CHECKING:
    from generator.importing.outcome import Doubt
    from generator.profile.model import OfficeRules


class Checked(NamedTuple):
    """A file and all its findings in order. ``report`` is None when the file could not be read at all.

    ``trace`` is the traceback of a fault of our own, in the file or in single rules (NB900), else empty. ``doubts`` are
    what the reading of a published report is not sure of. ``rules`` are the office's own that were applied.
    """

    file: str
    findings: tuple[Finding, ...]
    source_lines: tuple[str, ...] = ()
    report: Report | None = None
    inputs: tuple[str, ...] = ()
    trace: str = ""
    doubts: tuple[Doubt, ...] = ()
    rules: OfficeRules | None = None

    @property
    def crashed(self) -> bool:
        """Whether there was a fault of our own."""
        return bool(self.trace)

    @property
    def settings(self) -> str:
        """The office's settings that were applied, by their name or their file; '' for none."""
        return (self.rules.name or os.path.basename(self.rules.file)) if self.rules else ""


def check_file(
    path: str,
    *,
    last_year: str | None = None,
    deadline: date | None = None,
    data: bytes | None = None,
    profile: str | None = None,
) -> Checked:
    """Check one file (``data`` instead of its content, for standard input and editors).

    ``profile`` is a file of settings that takes the place of the one found beside or above the report.

    Raises UserError when the file cannot be read. A fault of our own becomes one NB900 finding.
    """
    content = load(path) if data is None else data
    office = NO_RULES if is_profile(path) else rules_for(path, profile)
    try:
        if is_profile(path):
            return _check_settings(path, content)
        opened = open_report(path, content, last_year)
        since = () if opened.published else since_signed(path, content, opened.report)
        return check_opened(_with_ledger(opened._replace(findings=(*opened.findings, *since))), deadline, office)
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


def check_opened(opened: Opened, deadline: date | None = None, office: OfficeRulesFor = NO_RULES) -> Checked:
    """Run the rules on an opened file; ``deadline`` where the caller knows better than the law's general one.

    ``office`` are an office's own rules, which say so in each finding that they make or change.
    """
    report, rules = opened.report, office.rules
    if rules and deadline:
        rules = rules._replace(deadline=None)  # the one told now is nearer
    if report is not None:
        report = _asked_for(report, deadline, rules)
    outcome = run(report) if report else RuleOutcome([])
    lines = opened.tree.source.lines
    found = [*opened.findings, *office.findings, *outcome.findings]
    if rules and report:
        from generator.profile.effects import applied

        found = applied(found, report, rules)
    return Checked(
        file=opened.file,
        findings=_finished(opened, found, rules),
        source_lines=lines,
        report=report,
        inputs=(*opened.inputs, rules.file) if rules else opened.inputs,
        trace=outcome.trace,
        doubts=opened.doubts,
        rules=rules,
    )


def _asked_for(report: Report, deadline: date | None, rules: OfficeRules | None) -> Report:
    """The report with what the caller and the office ask of it, where it does not say so itself."""
    if rules and rules.pages_outside is not None and (keys.LAYOUT, keys.PAGE_NUMBERS) not in report.places.values:
        report = report._replace(page_numbers_outside=rules.pages_outside)
    last_day = deadline or (rules.deadline if rules else None)
    return report._replace(deadline=last_day) if last_day else report


def _check_settings(path: str, data: bytes) -> Checked:
    """The findings of a file of settings itself."""
    from generator.pipeline.office_rules import profile_of

    read, tree = profile_of(path, data)
    return Checked(path, tuple(in_order(list(read.findings))), tree.source.lines, inputs=(path,))


def _finished(opened: Opened, found: list[Finding], rules: OfficeRules | None) -> tuple[Finding, ...]:
    """Silences first: one still holds for a rule that the office has raised, and what it quiets supersedes nothing."""
    findings = in_order(apply_silences(opened.tree, found))
    if rules:
        from generator.profile.effects import levelled

        findings = levelled(findings, rules)
    findings = without_superseded(findings, opened.tree.source.lines)
    if opened.published:
        from generator.report.placed_findings import placed

        findings = placed(findings, opened.tree.root)
    return tuple(f.in_file(opened.file) for f in findings)


def crashed(path: str, fault: BaseException) -> Checked:
    """The outcome of a fault of our own: one finding, and the traceback for ``--debug``."""
    finding = error(
        "NB900",
        "程序内部出错，这个文件没有处理完",
        WHOLE_FILE,
        hint=joined(
            "其他文件不受影响。请把本文件发给维护人员",
            Worded(f"，并附上 --debug 的输出（{type(fault).__name__}）", f"（{type(fault).__name__}）"),
        ),
        file=path,
    )
    return Checked(path, (finding,), trace="".join(traceback.format_exception(fault)))
