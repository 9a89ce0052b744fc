"""Where each cell of a table grid comes to lie: the one place that follows the spans."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from generator.document.blocks import Table

Shape = tuple[tuple[tuple[int, int], ...], ...]
"""Row by row, the columns and rows that each starting cell spans."""


class Place(NamedTuple):
    """A stretch of a printed row: the first column, how many, and what lies there.

    ``cell`` is the index of the row's own cell that starts here, or None where a cell from above reaches down.
    ``rows`` is how many rows the cell spans (1 for a cell from above).
    """

    column: int
    columns: int
    rows: int
    cell: int | None


def places(table: Table) -> tuple[tuple[Place, ...], ...]:
    """Every row of the table as stretches from left to right that together fill its columns."""
    return _places(tuple([tuple([(c.columns, c.rows) for c in row]) for row in table.rows]), table.columns)


@lru_cache(maxsize=64)
def _places(shape: Shape, columns: int) -> tuple[tuple[Place, ...], ...]:
    """The same for a shape alone: a form has few, so they are worked out once."""
    hanging: dict[int, tuple[int, int]] = {}
    return tuple(_row(row, columns, hanging) for row in shape)


def _row(row: tuple[tuple[int, int], ...], columns: int, hanging: dict[int, tuple[int, int]]) -> tuple[Place, ...]:
    """One row; ``hanging`` keeps, by first column, the width and remaining rows of cells that reach further down."""
    out: list[Place] = []
    column, own = 0, 0
    while column < columns:
        if column in hanging:
            width, left = hanging.pop(column)
            out.append(Place(column, width, 1, None))
        else:
            width, left = row[own]
            out.append(Place(column, width, left, own))
            own += 1
        if left > 1:
            hanging[column] = (width, left - 1)
        column += width
    return tuple(out)
