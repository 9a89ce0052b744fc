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
from generator.document.page_measures import CELL_PADDING, FIRST_ROWS, TABLE_TYPE, TEXT_WIDTH, WHOLE_GROUP
from generator.document.pagination import row_heights
from generator.render.escaping import typst_string
from generator.render.layout import FIGURE_PADDING, figure_size, laid_out

_LINE, _ABOVE_AND_BELOW, _ROW = 12, 5, 17
"""The pitch of lines in a cell, what it leaves free above and below, and the height of a row of one line, in points."""

_DIGIT = 0.6
"""No digit is wider than this share of its size."""


class Rows(NamedTuple):
    """Consecutive rows that are all headers, or all not; each cell's arguments and text, in typst's words."""

    header: bool
    rows: list[list[tuple[str, str]]]


def bands(table: Table) -> Iterator[Rows]:
    """The table's rows in runs of headers and others."""
    centred, divided = table.label_columns <= 1, table.divided_at > 0
    for header, rows in groupby(laid_out(table), key=lambda row: all(cell.role == "header" for cell, _ in row)):
        yield Rows(
            header, [[(_arguments(cell, centred, divided), _text(cell, share)) for cell, share in row] for row in rows]
        )


def first_height(table: Table) -> float:
    """The points that must have room where the table begins; 0 where it stays whole anyway."""
    return 0 if table.together else sum(row_heights(table)[: table.divided_at or FIRST_ROWS])


def heights(table: Table) -> list[str]:
    """The height of each row: that of one line, or as high as its texts turn out."""
    told = [f"{_ROW}pt"] * len(table.rows)
    for number, row in enumerate(laid_out(table)):
        for cell, share in row:
            if _height(cell, share) > cell.rows * _ROW:
                told[number + cell.rows - 1] = "auto"
    return told


@lru_cache(maxsize=4096)
def _height(cell: Cell, share: int) -> int:
    """The most that a cell of that share of the width takes, in points."""
    if cell.role == "figure" and figure_size(cell.text, share) * _DIGIT * len(cell.text) <= _figure_room(share):
        return _ROW
    return _LINE * sum(max(1, ceil(_most(line) / _room(share))) for line in cell.lines) + _ABOVE_AND_BELOW


def _room(share: int) -> float:
    """How wide the text in a cell of that share of the width may be, in points."""
    return TEXT_WIDTH * share / 1000 - CELL_PADDING


def _most(text: str) -> float:
    """The most that a text takes on one line, in points: a digit at most its share, any other sign its size."""
    return TABLE_TYPE * sum(_DIGIT if char.isdecimal() and char.isascii() else 1 for char in text)


@lru_cache(maxsize=4096)
def _text(cell: Cell, share: int) -> str:
    """A cell's text; a figure too long for its cell in smaller type, and if that is not enough in pieces."""
    if cell.role != "figure":
        return " + linebreak() + ".join(map(typst_string, cell.lines))
    size = figure_size(cell.text, share)
    fitting = int(_figure_room(share) / (_DIGIT * size))
    if len(cell.text) > fitting:
        pieces = (cell.text[start : start + fitting] for start in range(0, len(cell.text), fitting))
        return f"text(..leaded({size}pt, {_LINE}pt), run({', '.join(map(typst_string, pieces))}))"
    return (
        typst_string(cell.text)
        if size == TABLE_TYPE
        else f"text(..leaded({size}pt, {_LINE}pt), {typst_string(cell.text)})"
    )


def _figure_room(share: int) -> float:
    return TEXT_WIDTH * share / 1000 - 2 * FIGURE_PADDING


@lru_cache(maxsize=4096)
def _arguments(cell: Cell, centred: bool, divided: bool) -> str:
    said = [f"colspan: {cell.columns}, "] if cell.columns > 1 else []
    if cell.rows > 1:
        whole = divided or cell.role != "label" or cell.rows <= WHOLE_GROUP
        said.append(f"rowspan: {cell.rows}, breakable: {'false' if whole else 'true'}, ")
    if cell.role == "figure":
        said.append(f"inset: (x: {FIGURE_PADDING}pt, y: 2.5pt), ")
    if cell.role == "label" and not centred:
        said.append("align: left + horizon, ")
    return "".join(said)
