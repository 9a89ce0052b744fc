"""问题清单: where, what, and what to do about it, one problem a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from generator.collecting.ledger import naming
from generator.collecting.records import FilingEntry, ListedProblem
from generator.findings import SEVERITY_WORDS, Severity
from generator.workbook import Row, Sheet
from generator.workbook.looks import CENTRED, HEADER, TEXT

_HEADINGS = ("程度", "在哪里", "问题", "怎样处理")
_WIDTHS = (8.0, 30.0, 60.0, 60.0)
_FILLS = {Severity.ERROR: "#FFC7CE", Severity.WARNING: "#FFEB9C", Severity.INFO: ""}
_MOST = 1_000_000
"""Rows that a sheet can hold, nearly."""
_TOO_MANY = "问题太多，一张表放不下，后面的没有列出"


def problem_sheet(
    lines: Iterable[tuple[str, ListedProblem]], whose: str, heading: str, *, codes: bool = False
) -> Sheet:
    """The sheet of problems. ``whose`` heads the column of those they are of; ``codes``: the rules' at the end."""
    last = ("规则",) if codes else ()
    headings = (whose, *_HEADINGS, *last)
    return Sheet(
        name=naming.PROBLEMS,
        rows=_rows(headings, lines, codes),
        widths=(naming.AGENCY_WIDTH, *_WIDTHS, *(9.0 for _ in last)),
        header=(0, 0),
        kept_columns=1,
        filtered=True,
        heading=heading,
    )


def problems_of(entries: Iterable[FilingEntry]) -> Iterator[tuple[str, ListedProblem]]:
    """Every agency's problems, the errors first."""
    order = list(Severity)
    for entry in entries:
        found = entry.filed.problems if entry.filed else ()
        for problem in sorted(found, key=lambda problem: order.index(problem.severity)):
            yield entry.agency.name, problem


def _rows(headings: tuple[str, ...], lines: Iterable[tuple[str, ListedProblem]], codes: bool) -> Iterator[Row]:
    yield Row(headings, [HEADER] * len(headings))
    waiting = iter(lines)
    for whose, problem in islice(waiting, _MOST):
        word = CENTRED._replace(fill=_FILLS[problem.severity])
        values = (whose, SEVERITY_WORDS[problem.severity], problem.place, problem.message, problem.advice)
        looks = (TEXT, word, TEXT, TEXT, TEXT)
        yield Row((*values, problem.code), (*looks, CENTRED)) if codes else Row(values, looks)
    if next(waiting, None):
        yield Row((_TOO_MANY,), (TEXT,))
