"""Whether last year's report can be compared with, and figures of both years side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.form.edition import rows_of
from generator.form.model import FIGURES, Item, Path
from generator.report.agencies import own_names, same_agency
from generator.report.model import Figure, Report


class FigureOverYears(NamedTuple):
    """One figure in both years. ``path`` leads to it in this year's file; ``item`` is its place in the form."""

    path: Path
    item: Item
    now: int
    before: int

    @property
    def name(self) -> str:
        """What the figure is called in text: its keys below the table."""
        return ".".join(self.path[1:])


def predecessor(report: Report) -> Report | None:
    """Last year's report, if it is of the year before and of this agency; else its own finding says enough."""
    last = report.last_year
    if last is None or is_of_wrong_year(report) or is_of_other_agency(report):
        return None
    return last


def is_of_wrong_year(report: Report) -> bool:
    """Whether 上年报告 is known to be of a year other than the one before."""
    last = report.last_year
    return last is not None and None not in (last.year, report.year) and last.year != (report.year or 0) - 1


def is_of_other_agency(report: Report) -> bool:
    """Whether 上年报告 goes by a name that is none of this agency's, in either report."""
    last = report.last_year
    if last is None or not last.agency or not report.agency:
        return False
    return not any(same_agency(a, b) for a in own_names(last) for b in own_names(report))


def figure(report: Report, path: Path) -> Figure:
    """The figure at a path: a cell of a row, a row's total, or a single figure; None if unknown or not in the form."""
    rows = report.figures.rows
    if path in rows:
        return rows[path][-1]
    row = report.edition.find(path[:-1])
    if row is None or path[:-1] not in rows or path[-1] not in row.by_key:
        return None
    return rows[path[:-1]][list(row.by_key).index(path[-1])]


def compared(report: Report, last: Report) -> Iterator[FigureOverYears]:
    """The figures that mean something alone: single figures, totals of rows, cells of rows that have no total.

    Without those that must be last year's (NB401): how they differ from what stood in the same place says nothing.
    """
    carried = _carried(report)
    for table in report.edition.tables:
        for path, item in rows_of(table, (table.key,)):
            if path in carried:
                continue
            cells = item.children if item.kind not in FIGURES and item.total is None else ()
            for place, cell in [((*path, c.key), c) for c in cells] or [(path, item)]:
                now, before = figure(report, place), figure(last, place)
                if now is not None and before is not None:
                    yield FigureOverYears(place, cell, now, before)  # type: ignore[arg-type]


def _carried(report: Report) -> set[Path]:
    return {
        (table.key, *rollover.place)
        for table in report.edition.tables
        for rollover in (table.table.rollovers if table.table else ())
        if rollover.certain
    }
