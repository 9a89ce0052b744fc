"""What was not read is unknown: figures of which nobody knows what they say are taken out again, never told as 0."""

from __future__ import annotations

from collections.abc import Iterable

from generator.form.edition import Edition, rows_of
from generator.form.model import FIGURES, Item, Kind, Path
from generator.form.words import allowed, meaning
from generator.report.read_state import Reading
from generator.source.nodes import Mapping


def note_unread(reading: Reading, node: Mapping, item: Item, path: Path, written: Iterable[str]) -> None:
    """Remember of a mapping what cannot be relied on: entries written twice, and keys that its item does not know."""
    known = {entry.key for entry in allowed(item)}
    reading.lost.update((*path, key) for key in node.unsure & known)
    strange = {*written, *node.unsure} - known
    if strange:
        reading.strange.add(path)
    if (strange & node.unsure) or any(key.isdecimal() for key in strange):
        reading.lost.add(path)  # the rest of a number, cut off by its comma: which one, nobody knows
    rows = [child for child in item.children if child.kind is Kind.ROW]
    reading.lost.update((*path, row.key) for row in rows if any(meaning(key, row) for key in strange))


def forget(reading: Reading, edition: Edition, paths: Iterable[Path]) -> None:
    """Make every figure at and below the paths unknown, typed totals and single values too."""
    for path in paths:
        reading.fields.pop(path, None)
        parent = edition.find(path[:-1])
        if parent is None:
            continue
        if parent.total and path[-1] == parent.total.key:
            reading.controls.pop(path[:-1], None)
        elif parent.kind is Kind.ROW and path[:-1] in reading.rows:
            cells = zip(parent.by_key, reading.rows[path[:-1]], strict=True)
            reading.rows[path[:-1]] = tuple([None if key == path[-1] else value for key, value in cells])
        elif item := edition.find(path):
            _forget_below(reading, item, path)


def _forget_below(reading: Reading, item: Item, path: Path) -> None:
    reading.controls.pop(path, None)
    for row_path, row in rows_of(item, path):
        if row.kind in FIGURES or row.kind is Kind.ROW:
            reading.rows[row_path] = (None,) * max(1, len(row.children))
            reading.controls.pop(row_path, None)
