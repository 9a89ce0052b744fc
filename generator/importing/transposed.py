"""Table 4 set the other way round: results as rows, 行政复议 and the two kinds of 行政诉讼 as columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.importing.blocks import Block, Cell, Table
from generator.importing.figure_runs import Run
from generator.importing.grid import PlacedCell, placed
from generator.importing.labels import TableForm
from generator.importing.words import label_form, squeezed

_ENOUGH = 3
"""Rows that are called as the form's columns are; fewer are a table of something else."""


def upright(form: TableForm, blocks: Iterable[Block]) -> list[Block]:
    """The blocks with every table whose rows and columns changed places set as the form has them."""
    return [_in_order(form, _upright(form, block)) if isinstance(block, Table) else block for block in blocks]


def _upright(form: TableForm, table: Table) -> Table:
    rows = [row for row in placed(table.rows) if any(cell.text.strip() for cell in row)]
    first = next((at for at, row in enumerate(rows) if _is_result(row, form)), 0)
    heads = _heads(rows[:first])
    body = rows[first:]
    named = [_row((Cell(text),), form) for text in heads.values()]
    if (
        sorted(at for at in named if at is not None) != list(range(len(form.rows)))
        or sum(_is_result(row, form) for row in body) < _ENOUGH
    ):
        return table
    names = (Cell(""), *(Cell(_first(row)) for row in body))
    turned = [(Cell(heads[column]), *(_at(row, column) for row in body)) for column in sorted(heads)]
    return table._replace(rows=(names, *(row for row in turned if _is_row(row[0].text, form))))


def _in_order(form: TableForm, table: Table) -> Table:
    """A table whose rows are the form's, each once, in the order of the form."""
    places = {at: row for at, cells in enumerate(table.rows) if (row := _row(cells, form)) is not None}
    if sorted(places.values()) != list(range(len(form.rows))):
        return table
    ordered = iter(sorted(places, key=lambda at: places[at]))
    return table._replace(
        rows=tuple(table.rows[next(ordered)] if at in places else row for at, row in enumerate(table.rows))
    )


def _row(cells: Sequence[Cell], form: TableForm) -> int | None:
    """The form's row that is the only one named by a row of cells."""
    found = [at for at, row in enumerate(form.rows) for cell in cells if label_form(cell.text) in row.forms]
    return found[0] if len(found) == 1 else None


def turned(runs: Sequence[Run], form: TableForm, header: str) -> Run | None:
    """All figures of running text in which each result is a line with a figure for each of the form's rows.

    None where it is no such text. The run has no figure where the headings do not say whose figure is which.
    """
    lines = {at: run for run in runs for at, names in enumerate(form.columns) if run.own.endswith(names)}
    if len(lines) < _ENOUGH or any(len(run.marks) != len(form.rows) for run in lines.values()):
        return None
    names = {name: at for at, row in enumerate(form.rows) for name in row.forms}
    wide = [
        squeezed(cell.text)
        for band in (form.part.table.bands if form.part.table else ())
        for line in band.header
        for cell in line
        if cell.columns > 1
    ]
    found = re.findall("|".join(sorted(map(re.escape, {*names, *wide}), key=len, reverse=True)), header)
    order = [names[name] for name in found if name in names]
    if found and found[0] not in names:  # what stands below a wide heading that comes first cannot be told
        order = []
    first = next(iter(lines.values()))
    if sorted(order) != list(range(len(form.rows))) or len(lines) != len(form.columns) or len(runs) != len(lines):
        return first._replace(marks=())
    marks = [lines[column].marks[order.index(row)] for row in range(len(order)) for column in range(len(lines))]
    return first._replace(marks=tuple(marks))


def _first(row: Sequence[PlacedCell]) -> str:
    return next((cell.text for cell in row if squeezed(cell.text)), "")


def _is_result(row: Sequence[PlacedCell], form: TableForm) -> bool:
    """Whether a row begins with the name of one of the form's columns, and names no other."""
    found = [cell for cell in row if any(label_form(cell.text) in names for names in form.columns)]
    return len(found) == 1 and _first(row) == found[0].text


def _is_row(text: str, form: TableForm) -> bool:
    return any(label_form(text) in row.forms for row in form.rows)


def _heads(rows: Sequence[Sequence[PlacedCell]]) -> dict[int, str]:
    """The lowest heading above each grid column."""
    return {
        column: cell.text
        for row in rows
        for cell in row
        if squeezed(cell.text)
        for column in range(cell.column, cell.column + cell.columns)
    }


def _at(row: Sequence[PlacedCell], column: int) -> Cell:
    """The cell in a grid column, as it was."""
    found = next((cell for cell in row if cell.column == column), None)
    return Cell(found.text, bare=found.bare, aside=found.aside) if found else Cell("")
