"""Grids of spanning cells as rows and merged areas."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from generator.workbook.model import Area, CellStyle, Row, Spanned, Value
from generator.workbook.text import height, lines_in

_NARROWEST = 9.5
"""Characters that hold a short label in two lines."""
_TOGETHER = 90
_NOTHING = CellStyle(border=False)


def widths_by_share(shares: Sequence[int], longest: float) -> list[float]:
    """Columns as wide as their shares say: the narrowest holds figures of ``longest`` characters."""
    narrowest = max(_NARROWEST, longest + 1)
    scale = max(narrowest / min(shares), _TOGETHER / sum(shares))
    return [share * scale for share in shares]


def spread(
    grid: Sequence[Sequence[Spanned]], widths: Sequence[float], top: int = 0
) -> tuple[tuple[Row, ...], tuple[Area, ...]]:
    """The grid as rows from row ``top`` on. ``grid[r]`` has the cells that start in row r; spans fill the rest.

    Each row is as high as its texts need in columns so wide.
    """
    values: list[list[Value]] = [[None] * len(widths) for _ in grid]
    looks: list[list[CellStyle | None]] = [[None] * len(widths) for _ in grid]
    heights = [height(1)] * len(grid)
    areas = []
    for number, cells in enumerate(grid):
        for cell in cells:
            column = next(at for at in count() if looks[number][at] is None)
            values[number][column] = cell.value
            asked = _height(cell, sum(widths[column : column + cell.columns]))
            for below in range(number, number + cell.rows):
                looks[below][column : column + cell.columns] = [cell.look] * cell.columns
                heights[below] = max(heights[below], asked)
            if cell.columns > 1 or cell.rows > 1:
                areas.append(Area(top + number, column, cell.rows, cell.columns))
    rows = (
        Row(row, [look or _NOTHING for look in looked], high)
        for row, looked, high in zip(values, looks, heights, strict=True)
    )
    return tuple(rows), tuple(areas)


def _height(cell: Spanned, room: float) -> float:
    """What the cell asks of each of its rows."""
    lines = lines_in(cell.value, room) if isinstance(cell.value, str) else 1
    return height(lines) / cell.rows
