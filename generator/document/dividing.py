"""A table over two pages: divided where a group begins, with the labels that reach further down said again."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.blocks import Cell, Table
from generator.document.page_measures import FIRST_ROWS, WHOLE_GROUP

LEAST_OVER = 5
"""Rows that go over to the next page at least: a last row alone says nothing."""


def boundaries(table: Table) -> tuple[int, ...]:
    """The rows with which a second page may begin, from the top: each the first of a group, none within another."""
    groups = [
        (start, start + cell.rows) for start, row in enumerate(table.rows) for cell in row if _is_whole_group(cell)
    ]
    return tuple(
        sorted(
            start
            for start, _ in groups
            if FIRST_ROWS <= start <= len(table.rows) - LEAST_OVER
            and not any(first < start < end for first, end in groups)
        )
    )


def divided(table: Table, at: int) -> Table:
    """The table with a second page that begins with row ``at``: a cell that reaches over it is two, with one text."""
    above = [tuple([_ending(cell, start, at) for cell in row]) for start, row in enumerate(table.rows[:at])]
    again = tuple(_reaching_over(table, at))
    return table._replace(
        rows=(*above, (*again, *table.rows[at]), *table.rows[at + 1 :]),
        divided_at=at,
    )


def _ending(cell: Cell, start: int, at: int) -> Cell:
    return cell._replace(rows=at - start) if start + cell.rows > at else cell


def _reaching_over(table: Table, at: int) -> Iterator[Cell]:
    """What goes on below, left of a row's own cells: labels stand on the left, the longest first."""
    for start, row in enumerate(table.rows[:at]):
        for cell in row:
            if start + cell.rows > at:
                yield cell._replace(rows=start + cell.rows - at)


def _is_whole_group(cell: Cell) -> bool:
    return cell.role == "label" and 1 < cell.rows <= WHOLE_GROUP
