"""催交名单: whom to write to, ready to paste: name, contact, what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.collecting.ledger import naming
from generator.collecting.records import FilingEntry, Ledger, Status
from generator.collecting.roster import CONTACT
from generator.findings import Severity
from generator.form.names import REPORT
from generator.workbook import Row, Sheet
from generator.workbook.looks import HEADER, TEXT

_HEADINGS = (naming.AGENCY, CONTACT, "缺什么")
_WIDTHS = (naming.AGENCY_WIDTH, 24.0, 70.0)


def chasing_sheet(ledger: Ledger) -> Sheet | None:
    """A row for each agency that has yet to file, or to file again; None where there is none."""
    rows = [
        Row((entry.agency.name, entry.agency.contact, lacking), [TEXT] * len(_HEADINGS))
        for entry, lacking in _lacking(ledger)
    ]
    if not rows:
        return None
    return Sheet(
        name=naming.CHASING,
        rows=[Row(_HEADINGS, [HEADER] * len(_HEADINGS)), *rows],
        widths=_WIDTHS,
        header=(0, 0),
        heading=f"{ledger.year}年 {naming.CHASING}",
    )


def _lacking(ledger: Ledger) -> Iterator[tuple[FilingEntry, str]]:
    """Those that have not filed first, in the roster's order."""
    report = f"{ledger.year}年度{REPORT}"
    for entry in ledger.entries:
        if entry.status is Status.MISSING:
            yield entry, "".join((f"没有报送{report}。", *entry.remarks))
    for entry in ledger.entries:
        filed = entry.filed
        if entry.status is not Status.FAULTY or filed is None:
            continue
        if not filed.readable:
            yield entry, f"报送的{report}没有读成，请重新报送（{filed.file}）。"
            continue
        errors = sum(problem.severity is Severity.ERROR for problem in filed.problems)
        yield entry, f"报送的{report}有 {errors} 处错误，请照退回意见改正后重新报送。"
