"""Cases summed into table 3, each figure with its cases; a figure that hangs on an open question is None."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from generator.form import keys
from generator.form.edition import Edition, rows_of
from generator.form.ledger_words.kinds import KINDS
from generator.form.model import Item, Kind, Path
from generator.ledger.endings import Way
from generator.ledger.judging import JudgedCase

CellPath = Path
"""A figure's full path: the row's with the column last."""


class CountedTable(NamedTuple):
    """``cells``: the cases that are certainly in each figure. ``open``: the figures that hang on a question."""

    edition: Edition
    cells: Mapping[CellPath, tuple[str, ...]]
    open: frozenset[CellPath]

    def figure(self, path: CellPath) -> int | None:
        """A figure; None while a question is open on which it hangs."""
        return None if path in self.open else len(self.cells.get(path, ()))

    def all_cells(self) -> list[CellPath]:
        """Every figure of the table in the order of the form."""
        return [_path(row, kind) for row in _all_rows(self.edition) for kind in KINDS]

    def as_data(self) -> dict[str, Any]:
        """The table as ``export`` prints it: rows and groups with their totals."""
        part = self.edition.root.by_key[keys.APPLICATIONS]
        return {child.key: self._item(child, (part.key, child.key)) for child in part.children}

    def _item(self, item: Item, path: Path) -> dict[str, Any]:
        if item.kind is not Kind.GROUP:
            return self._row([(*path, kind) for kind in KINDS])
        data = {child.key: self._item(child, (*path, child.key)) for child in item.children}
        if item.total:
            below = [row for row, _ in rows_of(item, path)]
            sums = [_sum(self.figure((*row, kind)) for row in below) for kind in KINDS]
            data[item.total.key] = _with_total(sums)
        return data

    def _row(self, cells: list[CellPath]) -> dict[str, int | None]:
        return _with_total([self.figure(cell) for cell in cells])


def count(cases: Iterable[JudgedCase], edition: Edition, *, carried_in_known: bool) -> CountedTable:
    """Sum the cases. ``carried_in_known`` False: nobody knows whether there were cases before the period."""
    cells: dict[CellPath, list[str]] = {}
    unsure: set[CellPath] = set()
    if not carried_in_known:
        unsure.update(_path(keys.CARRIED_IN, kind) for kind in KINDS)
    for one in cases:
        for ways in (one.entries, one.exits):
            _add(one, ways, cells, unsure)
    in_order = [_path(row, kind) for row in _all_rows(edition) for kind in KINDS]
    found = {path: tuple(cells[path]) for path in in_order if path in cells}
    return CountedTable(edition, found, frozenset(unsure))


def _add(one: JudgedCase, ways: frozenset[Way], cells: dict[CellPath, list[str]], unsure: set[CellPath]) -> None:
    rows = [way for way in ways if way is not None]
    if len(ways) == 1 and rows and len(one.kinds) == 1:
        cells.setdefault(_path(rows[0], one.kinds[0]), []).append(one.case)
        return
    unsure.update(_path(row, kind) for row in rows for kind in one.kinds)


def _path(row: str, kind: str) -> CellPath:
    return (keys.APPLICATIONS, *row.split("."), kind)


def _all_rows(edition: Edition) -> list[str]:
    part = edition.root.by_key[keys.APPLICATIONS]
    return [".".join(path) for path, _ in rows_of(part)]


def _with_total(figures: list[int | None]) -> dict[str, int | None]:
    return dict(zip((*KINDS, keys.TOTAL), (*figures, _sum(figures)), strict=True))


def _sum(figures: Iterable[int | None]) -> int | None:
    total = 0
    for figure in figures:
        if figure is None:
            return None
        total += figure
    return total
