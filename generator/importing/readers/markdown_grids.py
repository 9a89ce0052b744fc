"""Pandoc's grid tables, drawn with ``+``, ``-`` and ``|``, cells across columns and rows included."""

from __future__ import annotations

import re

from generator.han.width import columns
from generator.importing.blocks import Table
from generator.importing.readers.lattice import LatticeCell, cells
from generator.importing.readers.limits import check_cells
from generator.importing.readers.markdown_inline import inline
from generator.importing.readers.pages import PageLine
from generator.importing.readers.seen import cell_of

_BORDER = re.compile(r"\s*\+[-=:+]+\+\s*")


def is_border(text: str) -> bool:
    """A line that draws the border of a grid."""
    return "+-" in text and _BORDER.fullmatch(text) is not None


def grid_run(lines: list[PageLine], start: int) -> int:
    """How many lines from ``start`` on draw a grid; 0 if none."""
    if not is_border(lines[start].text):
        return 0
    end = start
    while end < len(lines) and lines[end].text.strip()[:1] in {"+", "|"}:
        end += 1
    return end - start if end - start > 2 else 0


def grid_table(run: list[PageLine]) -> Table:
    """The table that is drawn."""
    drawing = [_columns(line.text.strip()) for line in run]
    width = max(map(len, drawing))
    return _Grid([row + [" "] * (width - len(row)) for row in drawing]).table(f"第{run[0].number}行起的表格")


def _columns(text: str) -> list[str]:
    """One entry a column: a wide character is followed by an empty one."""
    out: list[str] = []
    for char in text:
        out += [char, ""] if columns(char) > 1 else [char]
    return out


class _Grid:
    """A drawing by lines and columns, and the places where its rules run."""

    def __init__(self, drawing: list[list[str]]) -> None:
        self._drawing = drawing
        self._tops = [at for at, row in enumerate(drawing) if row[0] == "+" or self._crosses(row)]
        self._lefts = sorted({at for top in self._tops for at, char in enumerate(drawing[top]) if char == "+"})
        check_cells(len(self._tops) * len(self._lefts))

    @staticmethod
    def _crosses(row: list[str]) -> bool:
        """A line with a stretch of rule inside: below it some cells begin, others go on."""
        text = "".join(row)
        return "+-" in text or "-+" in text

    def table(self, place: str) -> Table:
        """The cells between the rules."""
        found = cells(len(self._tops) - 1, len(self._lefts) - 1, self._ruled_right, self._ruled_below)
        rows = ([cell_of(self._text(cell), cell.columns, cell.rows) for cell in row] for row in found)
        return Table(tuple(tuple(row) for row in rows), place)

    def _ruled_right(self, row: int, column: int) -> bool:
        return self._drawing[self._tops[row] + 1][self._lefts[column + 1]] in {"|", "+"}

    def _ruled_below(self, row: int, column: int) -> bool:
        return self._drawing[self._tops[row + 1]][self._lefts[column] + 1] in {"-", "=", ":"}

    def _text(self, cell: LatticeCell) -> str:
        left, right = self._lefts[cell.column] + 1, self._lefts[cell.column + cell.columns]
        lines = self._drawing[self._tops[cell.row] + 1 : self._tops[cell.row + cell.rows]]
        text = " ".join(filter(None, ("".join(line[left:right]).strip() for line in lines)))
        return inline(text, plain_quotes=True)
