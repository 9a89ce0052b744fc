"""Where each cell of a table grid comes to lie: the one place that follows the spans."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.document.blocks import Cell, Table
from generator.document.page_measures import TABLE_TYPE, TEXT_WIDTH

FIGURE_PADDING = 0.5
"""Points that a figure's cell leaves free on each side: figures are centred, so only the longest come near."""
_DIGIT = 0.64
"""No digit of a typeface that may stand in is wider than this share of its size (Times New Roman 0.5, DejaVu 0.636)."""
_SCREEN_WIDTH, _SCREEN_PADDING = 42, 0.3
"""Characters of a table's least width on a screen, and what a figure's cell leaves free, as the template has them."""
_SCREEN_DIGIT = 0.55
"""As _DIGIT, for the fonts of screens; where a digit is wider still, a figure may be broken there."""
_LEAST_PERCENT = 40
_SMALLEST = 4.5
"""Points below which nobody can read a figure: one that is longer still is broken."""

LABEL_ROWS = 3
"""Rows at the top of a longer group that stay together, so that its label has room on the page where it begins."""
KEPT_ROWS = 2
"""Rows that stay on the page of the headers above them, so that headers never stand alone at a page's end."""

Shape = tuple[tuple[tuple[int, int, str], ...], ...]
"""Row by row, the columns and rows that each starting cell spans, and its role."""


class CellPlace(NamedTuple):
    """A stretch of a printed row: the first column, how many, and what lies there.

    ``cell`` is the index of the row's own cell that starts here, or None where a cell from above reaches down.
    ``rows`` is how many rows the cell spans (1 for a cell from above); ``role`` is what its block says.
    """

    column: int
    columns: int
    rows: int
    role: str
    cell: int | None


def shape_of(table: Table) -> Shape:
    """The table without its texts: tables of the same form share it, so what follows from it is worked out once."""
    return tuple([tuple([(cell.columns, cell.rows, cell.role) for cell in row]) for row in table.rows])


@lru_cache(maxsize=64)
def places(shape: Shape, columns: int) -> tuple[tuple[CellPlace, ...], ...]:
    """Every row as stretches from left to right that together fill its columns."""
    hanging: dict[int, tuple[int, int, str]] = {}
    return tuple(tuple(_row(row, columns, hanging)) for row in shape)


def _row(
    row: tuple[tuple[int, int, str], ...], columns: int, hanging: dict[int, tuple[int, int, str]]
) -> Iterator[CellPlace]:
    """One row; ``hanging`` keeps, by first column, the width and remaining rows of cells that reach further down."""
    column, own = 0, 0
    while column < columns:
        if column in hanging:
            width, left, role = hanging.pop(column)
            yield CellPlace(column, width, 1, role, None)
        else:
            width, left, role = row[own]
            yield CellPlace(column, width, left, role, own)
            own += 1
        if left > 1:
            hanging[column] = (width, left - 1, role)
        column += width


@lru_cache(maxsize=4096)
def figure_size(text: str, share: int) -> float:
    """The size of type, in points, in which a figure stands unbroken in a column of that share (thousandths).

    Nine digits (the most a count has) fit everywhere: in 5.5 pt in table 3, in 4.5 pt in table 4.
    """
    room = TEXT_WIDTH * share / 1000 - 2 * FIGURE_PADDING
    fitting = int(2 * room / (_DIGIT * max(1, len(text)))) / 2
    return max(_SMALLEST, min(TABLE_TYPE, fitting))


@lru_cache(maxsize=4096)
def figure_percent(text: str, share: int) -> int:
    """The same for a page on a screen, in percent of a table's type; the table is at least 42 characters wide."""
    room = _SCREEN_WIDTH * share / 1000 - _SCREEN_PADDING
    return max(_LEAST_PERCENT, min(100, int(100 * room / (_SCREEN_DIGIT * max(1, len(text))))))


def laid_out(table: Table) -> Iterator[list[tuple[Cell, int]]]:
    """Row by row the cells that start there, each with its share of the width in thousandths."""
    for cells, row in zip(table.rows, places(shape_of(table), table.columns), strict=True):
        yield [
            (cells[place.cell], sum(table.widths[place.column : place.column + place.columns]))
            for place in row
            if place.cell is not None
        ]
