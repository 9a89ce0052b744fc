"""Where each cell of a table grid comes to lie: the one place that follows the spans."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.document.blocks import Table

WHOLE_GROUP = 8
"""A label beside up to so many rows stays on one page with all of them; a page break would cut the label in two."""

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
