"""An edition of the form with the look-ups that the other rooms need; chosen by the year reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from generator.form import keys, y2021
from generator.form.model import FIGURES, Item, JointSum, Kind, Path
from generator.form.names import SUBJECT

NOTE = Item(
    key=keys.NOTE, kind=Kind.TEXT, label="注", spoken=("备注", "说明", "附注"), help="可选。印在本表下面的说明文字。"
)
"""Each table part may carry a note that is printed under its table."""

_PUNCTUATION = r"[\s、，。：；:,.“”\"（）()《》]+"
_NUMBERING = r"^\s*(?:[（(]\s*[一二三四五六七八九十\d]+\s*[)）]|[一二三四五六七八九十]+、|\d+[.．、])\s*"


@dataclass(frozen=True, eq=False)
class Edition:
    """One edition of a form: every place of the file in order, and the names they go by.

    ``form`` says which form; rules may be of one form alone.
    """

    first_year: int
    items: tuple[Item, ...]
    title_ending: str
    form: str = SUBJECT

    @cached_property
    def parts(self) -> tuple[Item, ...]:
        """The six parts in their order."""
        return tuple(item for item in self.items if item.number)

    @cached_property
    def tables(self) -> tuple[Item, ...]:
        """The three table parts."""
        return tuple(part for part in self.parts if part.kind is Kind.TABLE)

    @cached_property
    def narratives(self) -> tuple[Item, ...]:
        """The three text parts."""
        return tuple(part for part in self.parts if part.kind is Kind.NARRATIVE)

    @cached_property
    def root(self) -> Item:
        """The whole file as one item."""
        return Item(key="", kind=Kind.RECORD, children=self.items)

    def find(self, path: Path) -> Item | None:
        """The item at a path of keys, or None. An entry of a narrative is found by its key or a variant."""
        item: Item | None = self.root
        for key in path:
            if item is None:
                return None
            item = member(item, key)
        return item

    @cached_property
    def all_keys(self) -> frozenset[str]:
        """Every key that the form knows, wherever it stands."""
        below = {path[-1] for path, _ in walk(self.root)}
        totals = {item.typed_total.key for _, item in walk(self.root) if item.typed_total}
        return frozenset(below | totals | {NOTE.key})

    @cached_property
    def parents(self) -> dict[str, frozenset[str]]:
        """Every key that the form knows, each with the keys that it may stand below ('' at the top of the file)."""
        found: dict[str, set[str]] = {key: set() for key in self.all_keys}
        for path, item in walk(self.root):
            found[path[-1]].add(path[-2] if len(path) > 1 else "")
            if item.typed_total:
                found[item.typed_total.key].add(item.key)
        return {key: frozenset(above) for key, above in found.items()}

    def title(self, agency: str, year: int | str) -> str:
        """The official title of a report."""
        return f"{agency}{year}{self.title_ending}"

    @cached_property
    def rows(self) -> tuple[tuple[Path, Item], ...]:
        """The rows and single figures of all tables, in the order of the form."""
        return tuple(row for table in self.tables for row in rows_of(table, (table.key,)))

    @cached_property
    def joint_sums(self) -> tuple[tuple[Item, JointSum], ...]:
        """The names for several rows together, each with its table part."""
        return tuple((part, joint) for part in self.tables if part.table for joint in part.table.joint_sums)


def member(item: Item, key: str) -> Item | None:
    """What ``key`` means inside ``item``: a child, the note of a table, or a topic under one of its variants."""
    if found := item.by_key.get(key):
        return found
    if item.kind is Kind.TABLE and key == NOTE.key:
        return NOTE
    if item.kind is Kind.NARRATIVE:
        return _topics_by_name(item).get(key_form(key))
    return None


def walk(item: Item, path: Path = ()) -> Iterator[tuple[Path, Item]]:
    """Every item below ``item`` with its path from there, parents before children, in the order of the form."""
    for child in item.children:
        here = (*path, child.key)
        yield here, child
        yield from walk(child, here)


def rows_of(item: Item, path: Path = ()) -> Iterator[tuple[Path, Item]]:
    """The rows and single figures in ``item`` (itself, if it is one), in the order of the form."""
    if item.kind is Kind.ROW or item.kind in FIGURES:
        yield path, item
        return
    for child in item.children:
        yield from rows_of(child, (*path, child.key))


def key_form(text: str) -> str:
    """A label or key stripped of numbering, punctuation and spaces, for comparing what people write."""
    return re.sub(_PUNCTUATION, "", re.sub(_NUMBERING, "", text))


@cache
def _topics_by_name(item: Item) -> dict[str, Item]:
    return {key_form(name): topic for topic in item.children for name in (topic.key, topic.label, *topic.variants)}


_EDITIONS = (Edition(y2021.FIRST_YEAR, y2021.ITEMS, y2021.TITLE_ENDING),)
"""All editions, the oldest first."""
FIRST_YEAR = _EDITIONS[0].first_year
"""The first year that any edition is for."""
NOTICE = y2021.NOTICE
"""The notice by which that edition came into force."""
SCHEMA_EDITION = _EDITIONS[-1]
"""The edition that the committed schema is of: the newest."""


def newest() -> Edition:
    """The edition for what has no year yet."""
    return _EDITIONS[-1]


def edition_for(year: int | None) -> Edition:
    """The edition in force for the year reported; the newest one for a year that was not found, the first one for an
    earlier year. Whoever has a report, or the year of one, asks with that year."""
    if year is None:
        return newest()
    return next((edition for edition in reversed(_EDITIONS) if edition.first_year <= year), _EDITIONS[0])


def keys_of_any_edition() -> dict[str, frozenset[str]]:
    """Every key that some edition knows, each with the keys it may stand below, for a text whose year cannot be told
    before it is read."""
    return _keys_of(_EDITIONS)


@cache
def _keys_of(editions: tuple[Edition, ...]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for edition in editions:
        for key, above in edition.parents.items():
            found[key] = found.get(key, frozenset()) | above
    return found


def figures_of_any_edition() -> frozenset[str]:
    """The keys behind which a 0 may stand in some edition: figures, rows, groups, totals, the fee."""
    return _figures_of(_EDITIONS)


@cache
def _figures_of(editions: tuple[Edition, ...]) -> frozenset[str]:
    zeros = {*FIGURES, Kind.ROW, Kind.GROUP, Kind.SENTENCE}
    items = [(path, item) for edition in editions for path, item in walk(edition.root) if item.kind in zeros]
    return frozenset({path[-1] for path, _ in items} | {item.total.key for _, item in items if item.total})


def entries_of_any_edition() -> frozenset[str]:
    """The keys that may stand at the top of a file, whatever its year."""
    return frozenset(key for edition in _EDITIONS for key in edition.root.by_key)


def title_endings() -> frozenset[str]:
    """What follows the year in the titles of all editions, for a text whose year cannot be told before it is read."""
    return frozenset(edition.title_ending for edition in _EDITIONS)
