"""Totals: of each row over its cells, of each group column by column. Never read from the file, always computed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.form.edition import Edition
from generator.form.model import FIGURES, WORDS, Item, Kind, Path
from generator.report.model import Figure, Figures, Values
from generator.report.reading import Reading

_OF_ROWS = frozenset({Kind.ROW, Kind.GROUP})


def compute(reading: Reading, edition: Edition) -> Figures:
    """All rows with their totals, and the sums of all groups, from the cells that were read."""
    rows: dict[Path, Values] = {}
    for table in edition.tables:
        path = (table.key,)
        known = path in reading.groups and _sure(path, reading)
        for child in table.children:
            _compute(child, (*path, child.key), reading, rows, known=known)
    words = {path: reading.fields.get(path) for path in _places_of_words(edition)}
    return Figures(rows=rows, controls=reading.controls, words=words)


@cache
def _places_of_words(edition: Edition) -> tuple[Path, ...]:
    return tuple(path for table in edition.tables for path in _words(table, (table.key,)))


def _words(item: Item, path: Path) -> Iterator[Path]:
    """The cells in an item that hold words."""
    if item.kind in WORDS:
        yield path
    for child in item.children:
        yield from _words(child, (*path, child.key))


def _compute(item: Item, path: Path, reading: Reading, rows: dict[Path, Values], *, known: bool) -> Values:
    """Put the item and what is below it into ``rows``. ``known`` False: nothing of it was written."""
    if item.kind in WORDS:
        return ()
    if item.kind is not Kind.GROUP:
        values = reading.rows.get(path)
        if values is None:
            values = _left_out(item, known=known)
        rows[path] = values = _with_total(values) if item.total else values
        return values
    known = (path in reading.groups or (known and not item.required)) and _sure(path, reading)
    below = [_compute(child, (*path, child.key), reading, rows, known=known) for child in item.children]
    if not item.total and not all(child.kind in _OF_ROWS for child in item.children):
        return ()  # single figures one below the other, each of its own unit: nothing to add up
    rows[path] = sums = _column_sums(below)
    return sums


def _sure(path: Path, reading: Reading) -> bool:
    """Whether all entries in it and around it were understood: else what seems left out may stand in one of them."""
    return not any(path[:depth] in reading.strange for depth in range(1, len(path) + 1))


def _left_out(item: Item, *, known: bool) -> Values:
    """A row that is not written is 0, unless the form requires it or nothing around it could be read."""
    nothing: Figure = 0 if known and not item.required else None
    return (nothing,) if item.kind in FIGURES else (nothing,) * len(item.children)


def _with_total(values: Values) -> Values:
    return (*values, add(values))


def _column_sums(rows: list[Values]) -> Values:
    return tuple([add(column) for column in zip(*rows, strict=True)])


def add(values: Values) -> Figure:
    """The sum; None as soon as one figure is unknown."""
    return None if None in values else sum(values)  # type: ignore[arg-type]
