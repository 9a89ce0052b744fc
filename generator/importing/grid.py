"""A table's cells with the column they stand in, spans counted."""

from __future__ import annotations

from typing import NamedTuple

from generator.importing.blocks import Cell

_WIDEST = 200
"""Columns; no printed table has as many, and those beyond are not kept free below a tall cell."""


class PlacedCell(NamedTuple):
    """A cell at the grid column in which it starts."""

    text: str
    column: int
    columns: int
    bare: str = ""
    aside: str = ""


def placed(rows: tuple[tuple[Cell, ...], ...]) -> list[list[PlacedCell]]:
    """Every row's own cells, left to right; cells that reach down from above take up their columns."""
    taken: dict[int, int] = {}
    result: list[list[PlacedCell]] = []
    for row in rows:
        cells: list[PlacedCell] = []
        column, below = 0, dict[int, int]()
        for cell in row:
            while taken.get(column, 0) > 0:
                column += 1
            span = min(max(1, cell.columns), _WIDEST)
            cells.append(PlacedCell(cell.text, column, span, cell.bare, cell.aside))
            if cell.rows > 1:
                below.update(dict.fromkeys(range(column, min(column + span, _WIDEST)), cell.rows))
            column += span
        taken = {at: left - 1 for at, left in taken.items() if left > 1}
        taken.update({at: left - 1 for at, left in below.items()})
        result.append(cells)
    return result
