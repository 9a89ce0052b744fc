"""Which rectangles the rules of a drawn table leave: the same for Markdown's grids and for lines on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple


class LatticeCell(NamedTuple):
    """A cell of a lattice: where it starts, and how many rows and columns it takes."""

    row: int
    column: int
    rows: int
    columns: int


def cells(
    rows: int, columns: int, ruled_right: Callable[[int, int], bool], ruled_below: Callable[[int, int], bool]
) -> Iterator[list[LatticeCell]]:
    """Row by row the cells that start in it; the functions say whether a place is closed on its right or below."""
    taken: set[tuple[int, int]] = set()
    for row in range(rows):
        starting = []
        for column in range(columns):
            if (row, column) not in taken:
                width, height = 1, 1
                while column + width < columns and not ruled_right(row, column + width - 1):
                    width += 1
                while row + height < rows and not ruled_below(row + height - 1, column):
                    height += 1
                taken |= {(row + r, column + c) for r in range(height) for c in range(width)}
                starting.append(LatticeCell(row, column, height, width))
        yield starting
