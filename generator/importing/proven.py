"""Which doubts about a table the sums have since settled: nobody needs to look at those."""

from __future__ import annotations

from collections.abc import Iterable

from generator.form.model import Path
from generator.importing.outcome import Doubt
from generator.importing.values import Cells
from generator.importing.writing import TablePart


def with_proof(table: TablePart, doubts: Iterable[Doubt]) -> list[Doubt]:
    """The doubts of reading a table's figures, those marked that the form's equations prove right.

    A table with balances is proven as a whole: every row was printed with its total, every total and every column
    holds. In one without (table 4) each row is proven by its own total. Words are never proven by sums.
    """
    whole = _balances(table)
    return [
        doubt._replace(proven=True)
        if doubt.confidence > 0 and not doubt.words and (whole or _adds_up(table, doubt.path))
        else doubt
        for doubt in doubts
    ]


def _balances(table: TablePart) -> bool:
    """Whether everything was read, no printed total differs, and all columns balance."""
    form = table.read.form
    balances = form.part.table.balances if form.part.table else ()
    if not balances or table.controls or not all(_is_whole(table, path) for path in table.cells):
        return False
    columns = next(iter(table.cells.values()))
    return all(
        _sum(table.cells, form.part.key, balance.left, column)
        == _sum(table.cells, form.part.key, balance.right, column)
        for balance in balances
        for column in columns
    )


def _sum(cells: Cells, part: str, rows: tuple[Path, ...], column: str) -> int:
    """All rows below these paths, a group's rows each once."""
    return sum(
        int(values[column] or 0)
        for path, values in cells.items()
        if any(path[: len(row) + 1] == (part, *row) for row in rows)
    )


def _adds_up(table: TablePart, path: Path) -> bool:
    form = table.read.form
    if form.part.table is None or form.part.table.balances or path not in table.cells:
        return False
    return path not in table.controls and _is_whole(table, path)


def _is_whole(table: TablePart, path: Path) -> bool:
    """Whether every cell of a row is known, and its total was printed; a group printed as one row has no others."""
    row = table.read.rows.get(path)
    printed = row is None or (row.row.total and row.values[-1] is not None)
    return bool(printed) and None not in table.cells[path].values()
