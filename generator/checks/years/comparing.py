"""Whether last year's report can be compared with, and figures of both years side by side."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.checks.prose.remembering import made_once
from generator.form.edition import Edition
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


@made_once
def predecessor(report: Report) -> Report | None:
    """Last year's report, if it is of the year before and of this agency; else its own finding says enough."""
    return None if is_of_wrong_year(report) or is_of_other_agency(report) else report.last_year


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
    column = _column(report.edition, path) if path[:-1] in rows else None
    return None if column is None else rows[path[:-1]][column]


@cache
def _column(edition: Edition, path: Path) -> int | None:
    """Which cell of its row is at a path; None if there is none in the form."""
    row = edition.find(path[:-1])
    return list(row.by_key).index(path[-1]) if row and path[-1] in row.by_key else None


@made_once
def changed(report: Report, last: Report) -> tuple[FigureOverYears, ...]:
    """The figures that are known in both years and not the same: single figures, totals of rows, and cells of rows
    that have no total.

    Without those that must be last year's (NB401): how they differ from what stood in the same place says nothing.
    """
    return tuple(_changed(report, last))


def _changed(report: Report, last: Report) -> Iterator[FigureOverYears]:
    for place, cell in _compared(report.edition):
        now, before = figure(report, place), figure(last, place)
        if now != before and now is not None and before is not None:
            yield FigureOverYears(place, cell, now, before)  # type: ignore[arg-type]


@cache
def _compared(edition: Edition) -> tuple[tuple[Path, Item], ...]:
    """The places of those figures in the form."""
    carried = _carried(edition)
    return tuple(place for path, item in edition.rows if path not in carried for place in _cells(path, item))


def _cells(path: Path, item: Item) -> list[tuple[Path, Item]]:
    cells = item.children if item.kind not in FIGURES and item.total is None else ()
    return [((*path, cell.key), cell) for cell in cells] or [(path, item)]


def _carried(edition: Edition) -> set[Path]:
    return {
        (table.key, *rollover.place)
        for table in edition.tables
        for rollover in (table.table.rollovers if table.table else ())
        if rollover.certain
    }
