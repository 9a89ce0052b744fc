"""Two years printed side by side in one table: the report's own year is read, the other named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importing.blocks import Block, Table
from generator.importing.grid import PlacedCell, placed
from generator.importing.labels import TableForm
from generator.importing.outcome import Doubt
from generator.importing.words import half_width

_YEAR = re.compile(r"(20\d\d)\s*年度?(?:数据?)?")
"""A head that names a year by 年: a number alone may as well be a figure."""


def of_year(form: TableForm, blocks: Sequence[Block], year: int | None) -> tuple[list[Block], list[Doubt]]:
    """The blocks, of each table with years as heads of its columns only those of ``year``; a doubt for each such."""
    found: list[Block] = []
    doubts: list[Doubt] = []
    for block in blocks:
        years = _years(block) if isinstance(block, Table) else {}
        if year not in years or not isinstance(block, Table):
            found.append(block)
            continue
        found.append(_without(block, [columns for other, columns in years.items() if other != year]))
        others = "、".join(f"{other}年" for other in years if other != year)
        message = f"表{form.part.number}把几年的数字印在一张表里，只读{year}年的各列，没有读{others}的，请核对"
        doubts.append(Doubt((form.part.key,), message, block.place, "", 0.8, words=True))
    return found, doubts


def _years(table: Table) -> dict[int, set[int]]:
    """The columns below each year in the first row that names several, as often as it names them."""
    for row in placed(table.rows):
        years: dict[int, set[int]] = {}
        for cell in row:
            if match := _YEAR.fullmatch(half_width(cell.text).strip()):
                years.setdefault(int(match[1]), set()).update(range(cell.column, cell.column + cell.columns))
        if len(years) > 1 and len({len(columns) for columns in years.values()}) == 1:
            return years
    return {}


def _without(table: Table, others: list[set[int]]) -> Table:
    dropped = set[int]().union(*others)
    rows = (
        tuple(cell._replace(columns=_left(at, dropped)) for cell, at in zip(row, places, strict=True))
        for row, places in zip(table.rows, placed(table.rows), strict=True)
    )
    return table._replace(rows=tuple(tuple(cell for cell in row if cell.columns) for row in rows))


def _left(cell: PlacedCell, dropped: set[int]) -> int:
    """How many of a cell's columns stay."""
    return sum(column not in dropped for column in range(cell.column, cell.column + cell.columns))
