"""Paths of a node tree as places: spans are looked up only for findings, never collected beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.findings import Path, Span
from generator.report.model import Places
from generator.source import nodes


def places_in(root: nodes.Mapping) -> Places:
    """The places of everything in a tree."""
    return Places(keys=_Spans(root, of_keys=True), values=_Spans(root, of_keys=False))


class _Spans(Mapping[Path, Span]):
    """Path → span of the key, or of the value, found by walking down the tree."""

    def __init__(self, root: nodes.Mapping, *, of_keys: bool) -> None:
        self._root = root
        self._of_keys = of_keys

    def __getitem__(self, path: Path) -> Span:
        node: nodes.Node = self._root
        span = node.span
        for key in path:
            key_span, node = _step(node, key)
            span = key_span if self._of_keys else node.span
        return span

    def __iter__(self) -> Iterator[Path]:
        return _paths(self._root, ())

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _step(node: nodes.Node, key: str | int) -> tuple[Span, nodes.Node]:
    if isinstance(node, nodes.Mapping) and isinstance(key, str) and (entry := node.get(key)):
        return entry.key.span, entry.value
    if isinstance(node, nodes.Sequence) and isinstance(key, int) and key < len(node.items):
        return node.items[key].span, node.items[key]
    raise KeyError(key)


def _paths(node: nodes.Node, path: Path) -> Iterator[Path]:
    if isinstance(node, nodes.Mapping):
        for entry in node:
            yield (*path, entry.key.text)
            yield from _paths(entry.value, (*path, entry.key.text))
    elif isinstance(node, nodes.Sequence):
        for index, item in enumerate(node.items):
            yield (*path, index)
            yield from _paths(item, (*path, index))
