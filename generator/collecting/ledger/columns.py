"""The figures of the form one beside the other: where each stands, and what its columns are headed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.form import keys
from generator.form.edition import Edition, edition_for, rows_of
from generator.form.frame import columns_of, lines_of
from generator.form.model import FIGURES, Item, Kind, Path
from generator.form.placing import in_words

USUAL_UNIT = "件"


class Column(NamedTuple):
    """One figure or total of the form. ``path`` is its full path, ``row`` that of the printed row it stands in.

    ``row_label`` and ``label`` are what the form prints beside and above it, the latter '' for a figure that stands
    alone; ``name`` says both in words, of a row's total only the row. ``tells``: it means something alone, as all do
    but the cells of a row that has a total. ``whole`` is the path of the total that it is a part of, () for none.
    """

    part: Item
    path: Path
    row: Path
    row_label: str
    label: str
    name: str
    unit: str
    tells: bool
    whole: Path

    @property
    def named(self) -> str:
        """Its name, with the unit where it is not the one of nearly all."""
        return self.name if self.unit == USUAL_UNIT else f"{self.name}（{self.unit}）"


def columns(edition: Edition) -> tuple[Column, ...]:
    """Every figure and total as they are printed, table by table, row by row."""
    return _columns(edition.first_year)


@cache
def _columns(first_year: int) -> tuple[Column, ...]:
    edition = edition_for(first_year)
    return tuple(
        column
        for part in edition.tables
        for line in lines_of(edition, part)
        for row in line.paths
        for column in _of_row(edition, part, row)
    )


def _of_row(edition: Edition, part: Item, row: Path) -> Iterator[Column]:
    item = part.at(row[1:])
    first = next(iter(rows_of(item)))[1]
    total = first.total.key if first.total else ""
    for below in columns_of(part, row):
        path = (*row, *below)
        yield Column(
            part=part,
            path=path,
            row=row,
            row_label=_row_label(part, row),
            label="" if item.kind in FIGURES else _label(first, path[-1]),
            name=in_words(_without_totals(path), edition),
            unit=item.unit,
            tells=not total or path[-1] == total,
            whole=_whole(part, row, total),
        )


def _row_label(part: Item, row: Path) -> str:
    """The row, below the group it belongs to; a group with a total is above so many rows that it names none."""
    items = [part.at(row[1 : end + 1]) for end in range(1, len(row))]
    last = items[-1]
    own = last.total.label if last.kind is Kind.GROUP and last.total else last.label
    return "\n".join([*(item.label for item in items[:-1] if not item.total), own])


def _label(row: Item, key: str) -> str:
    return row.by_key[key].label if key in row.by_key else row.total.label if row.total else ""


def _without_totals(path: Path) -> Path:
    return _without_totals(path[:-1]) if path[-1] == keys.TOTAL else path


def _whole(part: Item, row: Path, total: str) -> Path:
    """The sum over the group in which a row stands, in the column of the rows' totals."""
    group = part.by_key[row[1]]
    return (*row[:2], group.total.key, total) if group.kind is Kind.GROUP and group.total else ()
