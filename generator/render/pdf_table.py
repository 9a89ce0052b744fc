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
from generator.render.escaping import typst_string
from generator.render.layout import WHOLE_GROUP, places, shape_of

_TEXT_WIDTH, _PADDING, _TYPE = 156 / 25.4 * 72, 3.4, 9
"""The page's text width, what a cell leaves free at both sides together, and the size of its type, in points."""

_LINE, _ABOVE_AND_BELOW, _ROW = 12, 5, 17
"""The pitch of lines in a cell, what it leaves free above and below, and the height of a row of one line, in points."""

_DIGIT = 0.6
"""No digit is wider than this share of its size."""

_FIRST_ROWS = 15
"""Rows that a table needs on the page where it begins: in table 3 the headers and all up to the first whole group."""


class Rows(NamedTuple):
    """Consecutive rows that are all headers, or all not; each cell's arguments and text, in typst's words."""

    header: bool
    rows: list[list[tuple[str, str]]]


def bands(table: Table) -> Iterator[Rows]:
    """The table's rows in runs of headers and others."""
    centred = table.label_columns <= 1
    for header, rows in groupby(_laid_out(table), key=lambda row: all(cell.role == "header" for cell, _ in row)):
        yield Rows(header, [[(_arguments(cell, centred), _text(cell, share)) for cell, share in row] for row in rows])


def first_rows(table: Table) -> int:
    """How many rows must have room where the table begins; 0 where it stays whole anyway."""
    return 0 if table.together else min(len(table.rows), _FIRST_ROWS)


def heights(table: Table) -> list[str]:
    """The height of each row: that of one line, or as high as its texts turn out."""
    told = [f"{_ROW}pt"] * len(table.rows)
    for number, row in enumerate(_laid_out(table)):
        for cell, share in row:
            if _height(cell.text, share) > cell.rows * _ROW:
                told[number + cell.rows - 1] = "auto"
    return told


def _laid_out(table: Table) -> Iterator[list[tuple[Cell, int]]]:
    """Row by row the cells that start there, each with its share of the width in thousandths."""
    for cells, row in zip(table.rows, places(shape_of(table), table.columns), strict=True):
        yield [
            (cells[place.cell], sum(table.widths[place.column : place.column + place.columns]))
            for place in row
            if place.cell is not None
        ]


@lru_cache(maxsize=4096)
def _height(text: str, share: int) -> int:
    """The most that a text takes in a cell of that share of the width, in points."""
    return _LINE * max(1, ceil(_most(text) / _room(share))) + _ABOVE_AND_BELOW


def _room(share: int) -> float:
    """How wide the text in a cell of that share of the width may be, in points."""
    return _TEXT_WIDTH * share / 1000 - _PADDING


def _most(text: str) -> float:
    """The most that a text takes on one line, in points: a digit at most its share, any other sign its size."""
    return _TYPE * sum(_DIGIT if char.isdecimal() and char.isascii() else 1 for char in text)


@lru_cache(maxsize=4096)
def _text(cell: Cell, share: int) -> str:
    """A cell's text; a figure wider than its cell in pieces, between which a line may end."""
    fitting = int(_room(share) / (_DIGIT * _TYPE))
    if cell.role != "figure" or len(cell.text) <= fitting:
        return typst_string(cell.text)
    pieces = (cell.text[start : start + fitting] for start in range(0, len(cell.text), fitting))
    return f"run({', '.join(map(typst_string, pieces))})"


@lru_cache(maxsize=4096)
def _arguments(cell: Cell, centred: bool) -> str:
    said = [f"colspan: {cell.columns}, "] if cell.columns > 1 else []
    if cell.rows > 1:
        whole = cell.role != "label" or cell.rows <= WHOLE_GROUP
        said.append(f"rowspan: {cell.rows}, breakable: {'false' if whole else 'true'}, ")
    if cell.role == "label" and not centred:
        said.append("align: left + horizon, ")
    return "".join(said)
