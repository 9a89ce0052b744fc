"""The ledger as a whole, and 问题清单 alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.collecting.ledger import naming
from generator.collecting.ledger.chasing import chasing_sheet
from generator.collecting.ledger.data import data_of, data_sheet
from generator.collecting.ledger.filing import aside_sheet, standing_sheet
from generator.collecting.ledger.marks import marks_sheet
from generator.collecting.ledger.problems import problem_sheet, problems_of
from generator.collecting.ledger.sums import sum_sheet
from generator.collecting.ledger.years import year_sheets, years_of
from generator.collecting.records import Ledger, ListedProblem
from generator.form.names import REPORT
from generator.profile.model import OfficeRules
from generator.workbook import Sheet, make


def ledger_workbook(ledger: Ledger, rules: OfficeRules | None = None) -> bytes:
    """The ledger, with 评分 when the county's ``rules`` give points.

    Memory stays flat however many agencies there are; same ledger, same bytes.

    Raises ImportError when xlsxwriter is not installed, OSError when temporary files cannot be written.
    """
    return make(_sheets(ledger, rules), title=f"{ledger.year}年{REPORT}台账", large=True)


def problem_workbook(
    lines: Iterable[tuple[str, ListedProblem]], *, whose: str = naming.AGENCY, codes: bool = False
) -> bytes:
    """问题清单 alone: whose each problem is, under the heading ``whose``. Raises as :func:`ledger_workbook`."""
    sheet = problem_sheet(lines, whose, naming.PROBLEMS, codes=codes)
    return make([sheet], title=naming.PROBLEMS, large=True)


def _sheets(ledger: Ledger, rules: OfficeRules | None) -> Iterator[Sheet]:
    data = data_of(ledger)
    yield standing_sheet(ledger)
    if (chasing := chasing_sheet(ledger)) is not None:
        yield chasing
    yield problem_sheet(problems_of(ledger.entries), naming.AGENCY, f"{ledger.year}年 {naming.PROBLEMS}")
    if rules and rules.faults:
        yield marks_sheet(ledger, rules)
    yield data_sheet(data)
    yield sum_sheet(data)
    yield from year_sheets(years_of(data))
    if ledger.asides:
        yield aside_sheet(ledger.asides, ledger.year)
