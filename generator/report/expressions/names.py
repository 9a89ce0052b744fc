"""The names that text may use: every place of the tables, each with what it stands for. Derived from the form alone.

A name is a path of keys joined by dots, or any end of one that means a single place. On a group, a row's column means
the group's sum in that column (不予公开.自然人); where a row of that very key exists (其他处理.其他), the row is meant,
and the sum goes by the longer name with the total's key (其他处理.总计.其他).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import NamedTuple

from generator.form.edition import Edition, rows_of, walk
from generator.form.figure_sentences import figures_of
from generator.form.model import FIGURES, Item, Kind, Path


class ColumnSum(NamedTuple):
    """The figures of one column (-1: the last one, the total) added up over rows."""

    rows: tuple[Path, ...]
    column: int


class SentenceFigure(NamedTuple):
    """A figure of a topic that is printed as a sentence."""

    topic: str
    key: str


class FrontField(NamedTuple):
    """The agency's name or the year."""

    kind: Kind


Meaning = ColumnSum | SentenceFigure | FrontField


class Name(NamedTuple):
    """A name with its full path; ``meaning`` None says that it covers several figures and one must be chosen."""

    path: Path
    meaning: Meaning | None
    unit: str = ""

    @property
    def full(self) -> str:
        """The whole path joined by dots."""
        return ".".join(self.path)


class NameTable:
    """All names of an edition, found by their last key."""

    def __init__(self, edition: Edition, every: tuple[Name, ...]) -> None:
        self.edition = edition
        self.every = every

    @cached_property
    def _by_last(self) -> Mapping[str, list[Name]]:
        found: dict[str, list[Name]] = {}
        for name in self.every:
            found.setdefault(name.path[-1], []).append(name)
        return found

    def resolve(self, keys: Path) -> tuple[Name, ...]:
        """The names that end in these keys: none, the one that is meant, or all that could be."""
        if not keys:
            return ()
        found = [name for name in self._by_last.get(keys[-1], ()) if name.path[-len(keys) :] == keys]
        whole = [name for name in found if len(name.path) == len(keys)]
        return tuple(whole or found)

    def shortest(self, name: Name) -> str:
        """The shortest end of its path that means this name alone."""
        for length in range(1, len(name.path) + 1):
            if self.resolve(name.path[-length:]) == (name,):
                return ".".join(name.path[-length:])
        return name.full

    def below(self, name: Name) -> tuple[Name, ...]:
        """The names one key longer."""
        return tuple(n for n in self.every if n.path[:-1] == name.path)


@cache
def name_table(edition: Edition) -> NameTable:
    """The names of an edition; made once."""
    front = (Name((item.key,), FrontField(item.kind)) for item in edition.items if item.kind in {Kind.NAME, Kind.YEAR})
    tables = (name for table in edition.tables for name in _names_in(table, (table.key,)))
    return NameTable(edition, (*front, *tables, *_sentence_names(edition)))


def _names_in(item: Item, path: Path) -> Iterator[Name]:
    """The names of an item and all below it, the item's own first."""
    if item.kind in FIGURES:
        yield Name(path, ColumnSum((path,), -1), item.unit)
    elif item.kind is Kind.ROW:
        yield from _names_of_rows(item, path, (path,))
    elif item.kind is Kind.GROUP:
        yield from _names_of_group(item, path)
    else:
        yield Name(path, None)
        yield from _names_below(item, path)
        yield from _joint_names(item, path)


def _names_below(item: Item, path: Path) -> Iterator[Name]:
    for child in item.children:
        yield from _names_in(child, (*path, child.key))


def _names_of_rows(row: Item, path: Path, rows: tuple[Path, ...]) -> Iterator[Name]:
    """The total of rows that are built like ``row``, and the sum in each column."""
    yield Name(path, ColumnSum(rows, -1) if row.total else None, row.unit)
    for column, cell in enumerate(row.children):
        yield Name((*path, cell.key), ColumnSum(rows, column), cell.unit)
    if row.total:
        yield Name((*path, row.total.key), ColumnSum(rows, -1), row.unit)


def _names_of_group(group: Item, path: Path) -> Iterator[Name]:
    below = tuple(rows_of(group, path))
    row, rows = below[0][1], tuple(found for found, _ in below)
    own = {child.key for child in group.children}
    yield from (name for name in _names_of_rows(row, path, rows) if name.path[-1] not in own or name.path == path)
    if row.total:
        total = (*path, row.total.key)
        yield from (
            Name((*total, cell.key), ColumnSum(rows, column), cell.unit) for column, cell in enumerate(row.children)
        )
    yield from _names_below(group, path)


def _joint_names(part: Item, path: Path) -> Iterator[Name]:
    for joint in part.table.joint_sums if part.table else ():
        row = dict(rows_of(part))[joint.rows[0]]
        yield from _names_of_rows(row, (*path, joint.key), tuple((*path, *rest) for rest in joint.rows))


def _sentence_names(edition: Edition) -> Iterator[Name]:
    """Each topic that may be given as figures, and its figures."""
    for path, item in walk(edition.root):
        if item.kind is Kind.SENTENCE:
            yield Name(path, None)
            yield from (Name((*path, f.key), SentenceFigure(item.key, f.key), f.unit) for f in figures_of(item))
