"""The tables as grids: headers, labels with their spans, and the figures, exactly as the form prints them.

A table's frame (everything but the figures) is computed once per edition and then only filled.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from generator.document.blocks import Cell, Position, Table
from generator.document.figures import figure_text
from generator.document.sums import balances_of, sums_of
from generator.form.edition import Edition, edition_for
from generator.form.model import FIGURES, Band, Item, Kind, Path
from generator.form.model import Table as Form
from generator.report.model import Figures

_LABEL_WIDTHS = {0: (), 1: (250,), 3: (75, 90, 290)}
"""Shares of the width for the label columns, in thousandths; what is left is for the figures, evenly.

In table 3 (one, two and three label columns deep) the deepest labels are the long ones."""


class Line(NamedTuple):
    """A row of the frame: its fixed cells, and whose figures follow them, each ``columns`` wide."""

    cells: tuple[Cell, ...]
    paths: tuple[Path, ...] = ()
    columns: int = 1


class Frame(NamedTuple):
    """A table without its figures."""

    blank: Table
    lines: tuple[Line, ...]


def table_of(edition: Edition, part: Item, figures: Figures) -> Table:
    """The printed table of a table part, filled with a report's figures."""
    frame = _frames(edition.first_year)[part.key]
    return frame.blank._replace(rows=tuple(_filled(line, figures) for line in frame.lines))


def lines_of(edition: Edition, part: Item) -> tuple[Line, ...]:
    """The rows of a table part's frame, in step with the rows of :func:`table_of`: whose figures stand where."""
    return frame_of(edition, part).lines


def frame_of(edition: Edition, part: Item) -> Frame:
    """The table of a table part without a report's figures."""
    return _frames(edition.first_year)[part.key]


def _filled(line: Line, figures: Figures) -> tuple[Cell, ...]:
    cells = line.cells
    for path in line.paths:
        cells += tuple([_figure(figure_text(value), line.columns) for value in figures.row(path)])
    return cells


@lru_cache(maxsize=2048)
def _figure(text: str, columns: int) -> Cell:
    return Cell(text, "figure", columns)


@cache
def _frames(first_year: int) -> dict[str, Frame]:
    """The frames of one edition, which its first year names: hashing a whole edition would cost more than filling."""
    tables = edition_for(first_year).tables
    return {part.key: _frame(part, part.table) for part in tables if part.table}


def _frame(part: Item, form: Form) -> Frame:
    lines = tuple(line for band in form.bands for line in _band(part, form, band))
    blank = Table(
        caption=part.label,
        columns=form.label_columns + form.figure_columns,
        widths=_widths(form),
        header_rows=len(form.bands[0].header),
        rows=(),
        label_columns=form.label_columns,
        together=len(form.bands) > 1,
    )
    places = dict(_places(form, lines))
    sums, balances = tuple(sums_of(part, places)), tuple(balances_of(part, places))
    return Frame(blank._replace(sums=sums, balances=balances), lines)


def _places(form: Form, lines: tuple[Line, ...]) -> Iterator[tuple[Path, tuple[Position, ...]]]:
    """Where the figures of each path stand: right of all label columns, evenly."""
    for row, line in enumerate(lines):
        columns = range(form.label_columns, form.label_columns + form.figure_columns, line.columns)
        places = tuple((row, column) for column in columns)
        each = len(places) // max(1, len(line.paths))
        for number, path in enumerate(line.paths):
            yield path, places[number * each : (number + 1) * each]


def _band(part: Item, form: Form, band: Band) -> Iterator[Line]:
    for row in band.header:
        yield Line(tuple(Cell(header.text, "header", header.columns, header.rows) for header in row))
    items = [part.by_key[key] for key in band.keys]
    if band.abreast:
        yield Line((), tuple((part.key, item.key) for item in items))
        return
    for item in items:
        yield from _lines(form, item, (part.key, item.key), depth=0)


def _lines(form: Form, item: Item, path: Path, depth: int) -> list[Line]:
    """The rows of one item; a group's label stands beside all of its rows, its total below the others."""
    rest = form.label_columns - depth
    if item.kind is not Kind.GROUP:
        return [Line((Cell(item.label, "label", rest),), (path,), form.figure_columns // _figure_count(item))]
    lines = [line for child in item.children for line in _lines(form, child, (*path, child.key), depth + 1)]
    if item.total:
        lines.append(Line((Cell(item.total.label, "label", rest - 1),), (path,)))
    first = lines[0]
    label = Cell(item.label, "label", rows=len(lines))
    return [Line((label, *first.cells), first.paths, first.columns), *lines[1:]]


def _figure_count(item: Item) -> int:
    return 1 if item.kind in FIGURES else len(item.children) + (item.total is not None)


def _widths(form: Form) -> tuple[int, ...]:
    """Widths of all columns, together exactly 1000."""
    labels = _LABEL_WIDTHS[form.label_columns]
    left, count = 1000 - sum(labels), form.figure_columns
    edges = [left * i // count for i in range(count + 1)]
    return (*labels, *(end - start for start, end in pairwise(edges)))
