"""A Word table → cells with their spans."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from generator.importing.blocks import Table
from generator.importing.readers.docx_xml import attribute, first, local, number, text_of
from generator.importing.readers.seen import cell_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
_LONGEST_CELL = 1000
"""Characters; a cell with more of them holds part of the document, not a label or figure."""

_MAX_SPAN = 1000
"""Columns of one cell; no printed table has as many."""
_LONGEST_INSIDE = 60
"""Characters of a table inside a cell of figures: those of the longest row of figures; one with more is a table."""
_FEWEST_FIGURES = 3
"""Cells with a figure that make a table one of figures: the smallest of the form's, 规章, has as many in a row."""
_MOST_INSIDE = 200
"""Elements of a table inside a cell."""


class _Growing:
    """A cell whose height is not known yet."""

    def __init__(self, text: str, columns: int) -> None:
        self.text, self.columns, self.rows = text, columns, 1


def unwrapped(parent: _Element, names: frozenset[str]) -> Iterator[_Element]:
    """The children with one of the names, also inside content controls and inserted parts, in order."""
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        name = local(element)
        if name in names:
            yield element
        elif name in _WRAPPERS:
            stack.extend(reversed(element))


def is_layout(table: _Element) -> bool:
    """Whether a table holds a part of the document: another table, a single cell, or text as long as a passage.

    A table of figures stays one where somebody put small tables into its cells.
    """
    cells = 0
    for element in table.iterdescendants("{*}tbl", "{*}tc"):
        name = local(element)
        if name == "tbl" and not (_is_small(element) and _has_figures(table)):
            return True
        if name == "tc":
            cells += 1
            if len(element) > 1 and len(text_of(element)) > _LONGEST_CELL:
                return True
    return cells < 2


def _is_small(inner: _Element) -> bool:
    """Whether a table inside a cell says no more than a cell does."""
    parts = list(islice(inner.iter(), _MOST_INSIDE + 1))
    return len(parts) <= _MOST_INSIDE and len(text_of(inner).strip()) <= _LONGEST_INSIDE


def _has_figures(table: _Element) -> bool:
    """Whether cells of the table itself, without a table in them, hold figures."""
    cells = (cell for row in unwrapped(table, frozenset({"tr"})) for cell in unwrapped(row, frozenset({"tc"})))
    own = (cell for cell in cells if text_of(cell).strip().isdecimal() and first(cell, "tbl") is None)
    return len(list(islice(own, _FEWEST_FIGURES))) == _FEWEST_FIGURES


def read_table(table: _Element, place: str, cell_text: Callable[[_Element], str]) -> Table | None:
    """The table; a cell merged with the one above it makes that one higher. None if it holds no text."""
    above: dict[int, _Growing] = {}
    rows: list[list[_Growing]] = []
    for row in unwrapped(table, frozenset({"tr"})):
        if first(row, "trPr", "del") is None:
            starting, above = _row(row, above, cell_text)
            rows.append(starting)
    if not any(cell.text.strip() for row in rows for cell in row):
        return None
    return Table(tuple(tuple(cell_of(c.text, c.columns, c.rows) for c in row) for row in rows if row), place)


def _row(
    row: _Element, above: dict[int, _Growing], cell_text: Callable[[_Element], str]
) -> tuple[list[_Growing], dict[int, _Growing]]:
    """The cells that start in a row, and by column those that the next row may continue."""
    starting: list[_Growing] = []
    reaching: dict[int, _Growing] = {}
    column = _span(number(first(row, "trPr", "gridBefore")), least=0)
    if column:
        starting.append(_Growing("", column))
    for cell in unwrapped(row, frozenset({"tc"})):
        properties = first(cell, "tcPr")
        columns = _span(number(first(properties, "gridSpan")))
        merged = first(properties, "hMerge")
        if merged is not None and attribute(merged) != "restart" and starting:
            starting[-1].columns += columns
            column += columns
            continue
        mark = first(properties, "vMerge")
        open_above = above.get(column) if mark is not None and attribute(mark) != "restart" else None
        if open_above is not None:
            open_above.rows += 1
        else:
            starting.append(_Growing(cell_text(cell), columns))
        if mark is not None:
            reaching[column] = open_above or starting[-1]
        column += columns
    return starting, reaching


def _span(value: int | None, least: int = 1) -> int:
    return min(max(value or 0, least), _MAX_SPAN)
