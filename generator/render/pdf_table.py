"""A table as typst wants it: runs of headers and other rows, each cell with its arguments, and the heights of rows.

A row whose texts certainly fit on a line gets its height told: typst then sets its cells once instead of twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from math import ceil
from typing import NamedTuple

from generator.document.blocks import Cell, Table
from generator.render.layout import places, shape_of

_TEXT_WIDTH, _PADDING, _TYPE = 156 / 25.4 * 72, 3.4, 9
"""The page's text width, what a cell leaves free at both sides together, and the size of its type, in points."""

_LINE, _ABOVE_AND_BELOW, _ROW = 12, 5, 17
"""The pitch of lines in a cell, what it leaves free above and below, and the height of a row of one line, in points."""

_WHOLE_GROUP = 8
"""A label beside up to so many rows stays on one page with all of them; a page break would cut the label in two."""

_FIRST_ROWS = 15
"""Rows that a table needs on the page where it begins: in table 3 the headers and all up to the first whole group."""


class Rows(NamedTuple):
    """Consecutive rows that are all headers, or all not; each cell with its arguments before the text."""

    header: bool
    rows: list[list[tuple[Cell, str]]]


def bands(table: Table) -> Iterator[Rows]:
    """The table's rows in runs of headers and others."""
    centred = table.label_columns <= 1
    for header, rows in groupby(table.rows, key=lambda row: all(cell.role == "header" for cell in row)):
        yield Rows(header, [[(cell, _arguments(cell, centred)) for cell in row] for row in rows])


def first_rows(table: Table) -> int:
    """How many rows must have room where the table begins; 0 where it stays whole anyway."""
    return 0 if table.together else min(len(table.rows), _FIRST_ROWS)


def heights(table: Table) -> list[str]:
    """The height of each row: that of one line, or as high as its texts turn out."""
    told = [f"{_ROW}pt"] * len(table.rows)
    for number, row in enumerate(places(shape_of(table), table.columns)):
        for place in row:
            if place.cell is None:
                continue
            share = sum(table.widths[place.column : place.column + place.columns])
            if _height(table.rows[number][place.cell].text, share) > place.rows * _ROW:
                told[number + place.rows - 1] = "auto"
    return told


@lru_cache(maxsize=4096)
def _height(text: str, share: int) -> int:
    """The most that a text takes in a cell of that share of the width, in points."""
    return _LINE * max(1, ceil(_most(text) / (_TEXT_WIDTH * share / 1000 - _PADDING))) + _ABOVE_AND_BELOW


def _most(text: str) -> float:
    """The most that a text takes on one line, in points: no digit is wider than 0.6 of its size, no sign than all."""
    return _TYPE * sum(0.6 if char.isdecimal() and char.isascii() else 1 for char in text)


@lru_cache(maxsize=4096)
def _arguments(cell: Cell, centred: bool) -> str:
    said = [f"colspan: {cell.columns}, "] if cell.columns > 1 else []
    if cell.rows > 1:
        whole = cell.role != "label" or cell.rows <= _WHOLE_GROUP
        said.append(f"rowspan: {cell.rows}, breakable: {'false' if whole else 'true'}, ")
    if cell.role == "label" and not centred:
        said.append("align: left + horizon, ")
    return "".join(said)
