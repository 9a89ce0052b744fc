"""Zeros where nothing is filled in: a cell, a row, a group, or a table but for what is rarely 0.

In a whole table some places stay to be filled in by a person: the figures that balances and years hang on (本年新收,
上年结转, 结转下年度, 现行有效), what was not 0 last year, and what the text gives a number for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.editing.edits.applying import with_value
from generator.editing.edits.proof import proven
from generator.editing.edits.typed import RefusedError, Typed
from generator.editing.edits.values import set_value
from generator.form.edition import Edition, rows_of
from generator.form.model import FIGURES, Item, Kind, Path
from generator.report.model import Report
from generator.source.nodes import Mapping, Scalar

Contradicted = Callable[[str], frozenset[tuple[Path, ...]]]
"""What the sentences of a text give another number for: one place of the tables, or several that make up a figure."""


class Filled(NamedTuple):
    """The text with its zeros; ``places`` were set, ``left`` stay to be filled in."""

    state: Typed
    places: tuple[Path, ...]
    left: tuple[Path, ...]


def fill_zeros(state: Typed, path: Path, last_year: Report | None, contradicted: Contradicted) -> Filled:
    """0 for whatever is empty at or below ``path``. Raises RefusedError where that is no place for figures."""
    item = state.edition.find(path)
    if item is None or item.kind not in FIGURES | {Kind.ROW, Kind.GROUP, Kind.TABLE}:
        raise RefusedError(f"“{'.'.join(path)}”不是填数字的地方", "请核对栏目")
    kept = _kept(state.edition, path[0], last_year) if item.kind is Kind.TABLE else frozenset[Path]()
    places = list(_empty(state, item, path, kept))
    filled = _with_zeros(state, places)
    while item.kind is Kind.TABLE and (more := _given(state.edition, path[0], contradicted(filled.text), kept)):
        kept |= more
        places = list(_empty(state, item, path, kept))
        filled = _with_zeros(state, places)
    return Filled(filled, tuple(places), tuple(_empty(filled, item, path, frozenset())))


def _given(
    edition: Edition, table: str, contradicted: frozenset[tuple[Path, ...]], kept: frozenset[Path]
) -> frozenset[Path]:
    """What else zeros contradict: figures; where there are none, those of a sum, which one left empty may make up."""
    here = frozenset(places for places in contradicted if places[0][0] == table)
    figures = {places for places in here if len(places) == 1 and not _is_group(edition, places[0])}
    single = frozenset(place for places in figures for place in places) - kept
    return single or frozenset(place for places in here for place in places) - kept


def _is_group(edition: Edition, path: Path) -> bool:
    item = edition.find(path)
    return item is not None and item.kind is Kind.GROUP


def _with_zeros(state: Typed, places: list[Path]) -> Typed:
    """All at once where each has its own line, which reads the text but once; else, or if refused, one by one."""
    lines = [entry.key.span.line for place in places if (entry := state.entry(place))]
    if len(set(lines)) == len(places):
        try:
            edits = tuple(edit for place in places for edit in set_value(state, place, "0"))
            return proven(state, edits, places)
        except RefusedError:
            pass
    for place in places:
        state = with_value(state, place, "0")
    return state


def _kept(edition: Edition, table: str, last_year: Report | None) -> frozenset[Path]:
    """The rows and figures of a table that are not filled with zeros unasked."""
    part = edition.root.by_key[table]
    form = part.table
    places: set[Path] = set()
    if form is not None:
        for balance in form.balances:
            places |= {place for place in (*balance.left, *balance.right) if part.at(place).kind is Kind.ROW}
        for rollover in form.rollovers:
            places |= {rollover.place, rollover.last}
    kept = {(table, *place) for place in places}
    return frozenset(kept | (_not_zero(part, last_year) if last_year else set()))


def _not_zero(part: Item, report: Report) -> set[Path]:
    """What was not 0 last year, cell by cell; what is not known of it counts too."""
    found: set[Path] = set()
    for below, row in rows_of(part):
        path = (part.key, *below)
        values = report.figures.rows.get(path, ())
        names = [(*path, cell.key) for cell in row.children] or [path]
        found |= {name for name, value in zip(names, values, strict=False) if value != 0}
    return found


def _empty(state: Typed, item: Item, path: Path, kept: frozenset[Path]) -> Iterator[Path]:
    """The outermost places at or below ``path`` where nothing is written and nothing is kept."""
    if path in kept:
        return
    entry = state.entry(path)
    written = entry is not None and not (isinstance(entry.value, Scalar) and entry.value.is_empty)
    if not written and _unknown(state, item, path):
        if item.kind is not Kind.TABLE and not any(place[: len(path)] == path for place in kept):
            yield path
            return
    elif not (entry is not None and isinstance(entry.value, Mapping)):
        return
    for child in item.children:
        yield from _empty(state, child, (*path, child.key), kept)


def _unknown(state: Typed, item: Item, path: Path) -> bool:
    """Whether a figure here is not known; what is left out and counts as 0 is known."""
    rows = state.draft.figures.rows
    if item.kind in FIGURES and path not in rows:
        return state.entry(path) is not None or state.mapping(path[:-1]) is None
    return any(None in rows.get((*path, *below), (None,)) for below, _ in rows_of(item))
