"""A tree with misspelt keys put right, so that what stands under them is still read."""

from __future__ import annotations

from collections.abc import Mapping as ReadOnly

from generator.findings import Path
from generator.source.nodes import Entry, Mapping, Node, Scalar, Sequence


def renamed(root: Mapping, renames: ReadOnly[Path, str]) -> Mapping:
    """The tree with each path's last key replaced. Spans stay those of what was typed; ``root`` is left as it is."""
    return _mapping(root, (), renames) if renames else root


def _mapping(node: Mapping, path: Path, renames: ReadOnly[Path, str]) -> Mapping:
    entries = [_entry(entry, (*path, entry.key.text), renames) for entry in node]
    mapping = Mapping(entries, node.span, node.flow)
    mapping.unsure = frozenset(renames.get((*path, key), key) for key in node.unsure)
    return mapping


def _entry(entry: Entry, path: Path, renames: ReadOnly[Path, str]) -> Entry:
    key = entry.key
    if path in renames:
        key = Scalar(renames[path], key.style, key.span, key.lines)
    return Entry(key, _node(entry.value, path, renames))


def _node(node: Node, path: Path, renames: ReadOnly[Path, str]) -> Node:
    if isinstance(node, Mapping):
        return _mapping(node, path, renames)
    if isinstance(node, Sequence):
        items = [_node(item, (*path, n), renames) for n, item in enumerate(node.items)]
        return Sequence(items, node.span, node.flow)
    return node
