"""Which single row, or cell, would make a table agree with itself again: its columns' balance and all typed totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.form.edition import rows_of
from generator.form.model import Balance, Item, Path
from generator.report.model import Report

Change = dict[str, int | Decimal]
"""Column → by how much its figure would change."""


class Culprit(NamedTuple):
    """The one row whose change makes everything agree, with the figures it would then have."""

    path: Path
    columns: tuple[str, ...]
    values: tuple[int | Decimal, ...]


def residuals(report: Report, table: Item, balance: Balance) -> dict[str, int | Decimal] | None:
    """Per column, left minus right where they differ; None if a figure of the balance is unknown.

    The total's column is left out: it only repeats what the others say.
    """
    columns = columns_of(table, balance)
    result: dict[str, int | Decimal] = {}
    for index, column in enumerate(columns):
        difference: int | Decimal = 0
        for sign, paths in ((1, balance.left), (-1, balance.right)):
            for path in paths:
                value = report.figures.row((table.key, *path))[index]
                if value is None:
                    return None
                difference += sign * value
        if difference:
            result[column] = difference
    return result


def columns_of(table: Item, balance: Balance) -> tuple[str, ...]:
    """The keys of the columns that a balance runs over."""
    row = table.by_key[balance.left[0][0]]
    return tuple(row.by_key)


def find_culprit(report: Report, table: Item, balance: Balance, off: Mapping[str, int | Decimal]) -> Culprit | None:
    """The row, if there is exactly one, whose change by what is off makes columns, rows and typed totals agree."""
    candidates = [c for c in _candidates(report, table, balance, off) if c is not None]
    return candidates[0] if len(candidates) == 1 else None


def _candidates(
    report: Report, table: Item, balance: Balance, off: Mapping[str, int | Decimal]
) -> Iterator[Culprit | None]:
    for sign, sides in ((-1, balance.left), (1, balance.right)):
        for side in sides:
            item = table.by_key[side[0]]
            change = {column: sign * difference for column, difference in off.items()}
            for path, row in rows_of(item, (table.key, *side)):
                yield _changed(report, table, path, row, change)


def _changed(report: Report, table: Item, path: Path, row: Item, change: Change) -> Culprit | None:
    """The row after the change, unless a figure would be negative or a typed total would disagree."""
    after = {
        column: (value or 0) + change.get(column, 0)
        for column, value in zip(row.by_key, report.figures.row(path), strict=False)
    }
    if min(after.values()) < 0 or not _controls_agree(report, table, path, change):
        return None
    return Culprit(path, tuple(change), tuple(after[column] for column in change))


def _controls_agree(report: Report, table: Item, changed: Path, change: Change) -> bool:
    for path, control in report.figures.controls.items():
        if path[0] != table.key:
            continue
        item = report.edition.find(path)
        computed = dict(zip(_column_keys(item), report.figures.row(path), strict=True)) if item else {}
        within = changed[: len(path)] == path
        for column, typed in control.items():
            shift = _shift(change, column, item) if within else 0
            value = computed.get(column)
            if value is None or value + shift != typed:
                return False
    return True


def _column_keys(item: Item) -> tuple[str, ...]:
    row = next(iter(rows_of(item)))[1]
    return (*row.by_key, row.total.key) if row.total else tuple(row.by_key)


def _shift(change: Change, column: str, item: Item | None) -> int | Decimal:
    total = item.total.key if item and item.total else None
    return sum(change.values()) if column == total else change.get(column, 0)
