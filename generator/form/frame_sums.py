"""Which figures of a printed table add up to which: totals and balances as places in the grid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.form.edition import rows_of
from generator.form.model import Item, Kind, Path

Position = tuple[int, int]
"""A cell of a table: its row and its first column, counted from 0."""


class FrameSum(NamedTuple):
    """A total of a table: the figure at ``place`` is the sum of the figures at ``terms``."""

    place: Position
    terms: tuple[Position, ...]


class FrameBalance(NamedTuple):
    """Two sets of figures of one column, each added up, that must be equal (勾稽关系)."""

    left: tuple[Position, ...]
    right: tuple[Position, ...]


Places = Mapping[Path, Sequence[Position]]
"""The places of each row's figures, by its path; of a group's sums by the group's."""


def sums_of(part: Item, places: Places) -> Iterator[FrameSum]:
    """Every total of a table part: of each row over its cells, of each group column by column."""
    for path, cells in places.items():
        item = part.at(path[1:])
        if item.kind is Kind.GROUP:
            rows = [places[path + below] for below, _ in rows_of(item)]
            for place, terms in zip(cells, zip(*rows, strict=True), strict=True):
                yield FrameSum(place, terms)
        elif item.total:
            yield FrameSum(cells[-1], tuple(cells[:-1]))


def balances_of(part: Item, places: Places) -> Iterator[FrameBalance]:
    """Every balance of a table part, column by column."""
    for balance in part.table.balances if part.table else ():
        left, right = (zip(*(places[part.key, *path] for path in side), strict=True) for side in balance[:2])
        for one, other in zip(left, right, strict=True):
            yield FrameBalance(one, other)
