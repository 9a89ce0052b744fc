"""The typed reading of a node tree: every place by the kind the form gives it, from the text as typed.

Two things come out of it: the *instance* (plain data for the JSON Schema, keys as typed, notation put right where it
was wrong and has been reported) and the figures. What stands at a place that the form does not know is left to the
schema to report.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.form.edition import Edition, member
from generator.form.model import Item, Kind, Path
from generator.report.read_fields import read_date_field, read_name, read_names, read_text, read_year_field
from generator.report.read_figures import read_figure, read_group_control, read_row
from generator.report.read_sentence import read_sentence
from generator.report.read_state import Reading, plain
from generator.report.row_slips import read_odd_row, split_thousands
from generator.report.unread import note_unread
from generator.source.nodes import Mapping, Node, Scalar

__all__ = ["Reading", "read_values"]


def read_values(root: Mapping, edition: Edition) -> Reading:
    """Read a whole file."""
    reading = Reading()
    for entry in root.entries:
        key = entry.key.text
        item = edition.root.by_key.get(key)
        reading.instance[key] = _read(reading, entry.value, item, (key,)) if item else plain(entry.value)
    reading.lost.update((key,) for key in root.unsure)
    return reading


def _read(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    return _READERS[item.kind](reading, node, item, path)


def _group(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    if isinstance(node, Scalar) and node.text == "0":
        reading.groups.add(path)
        return 0
    if isinstance(node, Mapping):
        reading.groups.add(path)
        return _members(reading, node, item, path)
    for child in item.children:
        _unknown(reading, child, (*path, child.key))
    finding = None
    if item.kind is Kind.GROUP and isinstance(node, Scalar) and not node.is_empty:
        finding = read_odd_row(node, item, path)
    if finding is None:
        return plain(node)
    reading.findings.append(finding)
    return 0


def _unknown(reading: Reading, item: Item, path: Path) -> None:
    """Every figure below is unknown, because what stands above could not be read."""
    if item.kind is Kind.GROUP:
        for child in item.children:
            _unknown(reading, child, (*path, child.key))
    else:
        reading.rows[path] = (None,) * max(1, len(item.children))


def _members(reading: Reading, node: Mapping, item: Item, path: Path) -> dict[str, Any]:
    instance: dict[str, Any] = {}
    entries, findings = split_thousands(node, item, path)
    reading.findings += findings
    for entry, is_piece in entries:
        key = entry.key.text
        child = member(item, key)
        if child and any(finding.path[-1] == key for finding in findings):
            _unknown(reading, child, (*path, key))
            reading.lost.add((*path, key))
            instance[key] = 0
            continue
        if is_piece:
            reading.lost.add((*path, key))
            reading.pieces.add((*path, key))
        if child is None and item.typed_total and key == item.typed_total.key:
            instance[key] = read_group_control(reading, entry.value, item, path)
        else:
            instance[key] = _read(reading, entry.value, child, (*path, key)) if child else plain(entry.value)
    if node.unsure or not item.by_key.keys() >= instance.keys():
        note_unread(reading, node, item, path, instance)
    return instance


def _record(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    if _says_nothing(node):
        return None
    if isinstance(node, Mapping):
        return _members(reading, node, item, path)
    if item.short is Kind.DATE:
        return read_date_field(reading, node, item, path)
    return plain(node)


def _text_or_members(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    if _says_nothing(node):
        return None
    if isinstance(node, Mapping):
        return _members(reading, node, item, path)
    return read_text(reading, node, item, path)


def _says_nothing(node: Node) -> bool:
    """Braces with nothing in them where text or fields belong: not filled in, as if nothing was written."""
    return isinstance(node, Mapping) and not node.entries and not node.unsure


def _sentence(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    if isinstance(node, Scalar) and read_sentence(reading, node, item, path):
        return 0
    if _says_nothing(node):
        reading.lost.add(path)
    return _text_or_members(reading, node, item, path)


def _narrative(reading: Reading, node: Node, item: Item, path: Path) -> Any:
    if _says_nothing(node):
        return None
    if not isinstance(node, Mapping):
        return read_text(reading, node, item, path)
    instance: dict[str, Any] = {}
    for entry in node.entries:
        key = entry.key.text
        child = member(item, key) or item.further
        instance[key] = _read(reading, entry.value, child, (*path, key)) if child else plain(entry.value)
    reading.lost.update((*path, key) for key in node.unsure)
    return instance


_READERS: dict[Kind, Callable[[Reading, Node, Item, Path], Any]] = {
    Kind.YEAR: read_year_field,
    Kind.NAME: read_name,
    Kind.NAMES: read_names,
    Kind.FILE: read_name,
    Kind.DATE: read_date_field,
    Kind.CHOICE: read_name,
    Kind.TEXT: read_text,
    Kind.COUNT: read_figure,
    Kind.AMOUNT: read_figure,
    Kind.ROW: read_row,
    Kind.GROUP: _group,
    Kind.TABLE: _group,
    Kind.RECORD: _record,
    Kind.TOPIC: _text_or_members,
    Kind.SENTENCE: _sentence,
    Kind.NARRATIVE: _narrative,
}
