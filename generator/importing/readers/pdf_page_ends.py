"""Rows of a table at a page's end: printed without a rule below, or cut in two with the rest on the next page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.importing.readers.pdf_lines import lines_of
from generator.importing.readers.pdf_page import Char
from generator.importing.readers.pdf_tables import Drawn, DrawnCell, places
from generator.importing.readers.pdf_wrapped import is_number
from generator.importing.readers.trimming import cell_text

_NEXT = 2.0
"""Heights of a line between a table's last rule and the row below it, or between two lines of that row."""
_ENOUGH = 3
"""Cells that make lines below a table a row of it; text runs across the columns, or stands in one."""
_INTO = 1.0
"""Points that a character may reach over the rule beside it."""


def with_open_rows(table: Drawn, after: Drawn, chars: Sequence[Char], after_chars: Sequence[Char]) -> list[Drawn]:
    """A table and the one at the top of the next page, with the rows between them that a browser printed without rules.

    Nothing changes where the second does not go on with the first, or where a character stands across two columns.
    """
    if joined(table, after) is None:
        return [table, after]
    below = _next_lines([char for char in chars if _is_beside(char, table) and _middle(char) > table.bottom], table)
    above = _next_lines([char for char in after_chars if _is_beside(char, after) and _middle(char) < after.top], after)
    if row := _row(table.rules, below):
        table = table._replace(bottom=max(char.bottom for char in below), rows=[*table.rows, row])
    if row := _row(after.rules, above):
        after = after._replace(top=min(char.top for char in above), rows=[row, *after.rows])
    return [table, after]


def _is_beside(char: Char, table: Drawn) -> bool:
    return not char.text.isspace() and table.left <= (char.left + char.right) / 2 <= table.right


def _middle(char: Char) -> float:
    return (char.top + char.bottom) / 2


def _next_lines(chars: list[Char], table: Drawn) -> list[Char]:
    """The characters of the lines close to the table; what stands farther off is the page's head or foot."""
    lines = lines_of(chars)
    is_above = bool(lines) and lines[0].top < table.top
    top, bottom = table.top, table.bottom
    for line in reversed(lines) if is_above else lines:
        if max(top - line.bottom, line.top - bottom) > _NEXT * line.size:
            break
        top, bottom = min(top, line.top), max(bottom, line.bottom)
    return [char for char in chars if top <= _middle(char) <= bottom]


def _row(rules: tuple[float, ...], chars: list[Char]) -> list[DrawnCell]:
    cells = _cells(rules, chars)
    return cells if sum(bool(cell.text) for cell in cells) >= _ENOUGH else []


def _cells(rules: tuple[float, ...], chars: list[Char]) -> list[DrawnCell]:
    """The characters by columns; none where one stands across a rule between figures, as text does."""
    columns = [
        [char for char in chars if left <= (char.left + char.right) / 2 < right] for left, right in pairwise(rules)
    ]
    first = next((at for at, inside in enumerate(columns) if inside and _is_figure(inside)), 0)
    cells: list[DrawnCell] = []
    start = 0
    for column, rule in enumerate(rules[1:], start=1):
        crossing = any(char.left < rule - _INTO and char.right > rule + _INTO for char in chars)
        if crossing and column > first:
            return []
        if not crossing:
            inside = [char for found in columns[start:column] for char in found]
            text = cell_text("\n".join(line.text for line in lines_of(inside)))
            cells.append(DrawnCell(text, start, column - start, 1))
            start = column
    return cells


def _is_figure(chars: list[Char]) -> bool:
    return not any(char.text.isalpha() for char in chars)


def joined(table: Drawn, other: Drawn) -> Drawn | None:
    """A table and what goes on at the top of the next page as one, repeated header rows once; None if it is another.

    A part without the rows that need a rule lacks that rule: the columns of one may be more than those of the other.
    """
    rules = tuple(places([*table.rules, *other.rules]))
    if len(rules) > max(len(table.rules), len(other.rules)):
        return None
    rows, more = _respaced(table, rules), _respaced(other, rules)
    repeated = 0
    while repeated < min(len(rows), len(more) - 1) and _key(rows[repeated]) == _key(more[repeated]):
        repeated += 1
    more = more[repeated:]
    if rows and more and (whole := rejoined_row(rows[-1], more[0])):
        rows, more = [*rows[:-1], whole], more[1:]
    return table._replace(rules=rules, rows=rows + more)


def _respaced(table: Drawn, rules: tuple[float, ...]) -> list[list[DrawnCell]]:
    """The rows by the columns between other rules, which are those of the table and more."""
    at = [min(range(len(rules)), key=lambda index: abs(rules[index] - rule)) for rule in table.rules]
    return [
        [
            cell._replace(column=at[cell.column], columns=at[cell.column + cell.columns] - at[cell.column])
            for cell in row
        ]
        for row in table.rows
    ]


def _key(row: list[DrawnCell]) -> list[tuple[str, int, int]]:
    """What must be the same for a row to be a header repeated on the next page."""
    return [(cell.text, cell.column, cell.columns) for cell in row]


def rejoined_row(above: list[DrawnCell], below: list[DrawnCell]) -> list[DrawnCell] | None:
    """A row and its rest at the top of the next page as one; None where that is a row of its own.

    A rest is ends of some of the figures above it, and nothing else.
    """
    rest = {(cell.column, cell.columns): cell.text for cell in below if cell.text}
    figures = [cell for cell in above if is_number(cell.text)]
    if not rest or not all(map(is_number, rest.values())) or len(rest) >= len(figures):
        return None
    if not rest.keys() <= {(cell.column, cell.columns) for cell in figures}:
        return None
    return [
        cell._replace(text="\n".join(filter(None, (cell.text, rest.get((cell.column, cell.columns))))))
        for cell in above
    ]
