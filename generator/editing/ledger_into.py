"""``ledger --into``: a counted ledger's figures written into a report's file, the old one kept as ``.bak``."""

from __future__ import annotations

import os
from typing import NamedTuple

from generator.editing.edits.typed import RefusedError
from generator.editing.from_ledger import FromLedger, with_ledger
from generator.files.errors import UserError, shown
from generator.ledger.run import CountedLedger
from generator.pipeline.fixing import encoded, write_edited
from generator.pipeline.ledger_findings import none_carried
from generator.pipeline.opening import load, open_report
from generator.pipeline.published import refuse_published
from generator.source.text import decode


class ReportForLedger(NamedTuple):
    """A report that a ledger's figures are going to be written into."""

    path: str
    data: bytes
    year: int | None
    none_carried: bool
    consolidated: bool


class WrittenInto(NamedTuple):
    """What was written, and where the old text is kept (None: nothing changed)."""

    figures: FromLedger
    backup: str | None


def report_for(path: str) -> ReportForLedger:
    """Read the report. Raises UserError where it cannot be read, or is a published one."""
    data = load(path)
    refuse_published(path, data, "写入")
    report = open_report(path, data).report
    if report is None:
        raise UserError(f"{shown(path)} 读不成年报", "请先检查它：nianbao check")
    return ReportForLedger(path, data, report.year, none_carried(report), report.consolidated)


def write_into(report: ReportForLedger, counted: CountedLedger, ledger: str, *, force: bool) -> WrittenInto:
    """Write the figures. Raises UserError where that is refused; the file is then as it was."""
    source = decode(report.data)
    try:
        done = with_ledger(source.text, counted, _relative(ledger, report.path), force=force)
    except RefusedError as refused:
        raise UserError(f"{shown(report.path)} 没有改：{refused.message}", refused.hint) from refused
    if done.text == source.text:
        return WrittenInto(done, None)
    return WrittenInto(done, write_edited(report.path, report.data, encoded(done.text, source)))


def _relative(ledger: str, report: str) -> str:
    """The ledger's path from the report's folder, with strokes that every system reads."""
    try:
        path = os.path.relpath(ledger, os.path.dirname(os.path.abspath(report)))
    except ValueError:  # another drive
        path = os.path.abspath(ledger)
    return path.replace(os.sep, "/")
