"""A table of HTML while it is read, and whether it is one or only lays out the page."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from generator.importing.blocks import Cell, Table
from generator.importing.readers.html_text import TextBuffer
from generator.importing.readers.seen import cell_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_SPAN = 1000
"""Columns or rows of one cell (HTML: colspan is at most 1000)."""
_LONGEST_INSIDE = 60
"""Characters of a table inside a cell of figures: those of the longest row of figures; one with more is a table."""
_FEWEST_FIGURES = 3
"""Cells with a figure that make a table one of figures: the smallest of the form's, 规章, has as many in a row."""
_MOST_INSIDE = 200
"""Elements of a table inside a cell, so that tables nested hundreds deep are not gone through again and again."""
_LONGEST_CELL = 1000
"""Characters; a cell with more of them holds part of a page, not a label or figure."""


class OpenTable:
    """Rows and cells in the order they come."""

    def __init__(self) -> None:
        self.text = TextBuffer()
        self._rows: list[list[Cell]] = []
        self._spans: tuple[int, int] | None = None

    @property
    def in_cell(self) -> bool:
        """Whether text that comes now belongs to a cell."""
        return self._spans is not None

    def start_row(self) -> None:
        """A ``<tr>``."""
        self.end_cell()
        self._rows.append([])

    def start_cell(self, cell: _Element) -> None:
        """A ``<td>`` or ``<th>``; one outside a row begins a row."""
        self.end_cell()
        if not self._rows:
            self._rows.append([])
        self._spans = (_span(cell.get("colspan")), _span(cell.get("rowspan")))

    def end_cell(self) -> None:
        """The cell's end, said or not."""
        text = self.text.taken()
        if self._spans is not None:
            self._rows[-1].append(cell_of(text, *self._spans))
        self._spans = None

    def finished(self, number: int) -> Table | None:
        """The table without rows that have no cells; None if there is no text in it."""
        self.end_cell()
        if not any(cell.text for row in self._rows for cell in row):
            return None
        return Table(tuple(tuple(row) for row in self._rows if row), f"第{number}个表格")


def is_layout(table: _Element) -> bool:
    """Whether a table holds a part of the page: another table, a single cell, or text as long as a passage.

    A table of figures stays one where somebody put small tables into its cells.
    """
    if next(table.iterdescendants("table"), None) is not None and not _has_figures_beside(table):
        return True
    cells = list(table.iterdescendants("td", "th"))
    return len(cells) < 2 or any(_is_long(cell) for cell in cells)


def _has_figures_beside(table: _Element) -> bool:
    """Whether the tables inside are as small as a cell's text, and cells without one hold figures of their own."""
    inner: set[_Element] = set()
    for nested in table.iterdescendants("table"):
        parts = list(islice(nested.iter(), _MOST_INSIDE + 1))
        if len(parts) > _MOST_INSIDE or sum(len(t.strip()) for t in nested.itertext()) > _LONGEST_INSIDE:
            return False
        inner.update(parts)
    figures = (cell for cell in table.iterdescendants("td", "th") if cell not in inner and _is_figure(cell))
    return len(list(islice(figures, _FEWEST_FIGURES))) == _FEWEST_FIGURES


def _is_figure(cell: _Element) -> bool:
    return next(cell.iterdescendants("table"), None) is None and "".join(map(str, cell.itertext())).strip().isdecimal()


def _is_long(cell: _Element) -> bool:
    size = 0
    for text in cell.itertext():
        size += len(text.strip())
        if size > _LONGEST_CELL:
            return True
    return False


def _span(text: str | None) -> int:
    """A span as browsers read it: at least one."""
    digits = (text or "").strip()
    return min(max(int(digits), 1), _MAX_SPAN) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 1
