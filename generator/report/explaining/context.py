"""What a finding needs to know of the file: its tree, its form, where things stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.findings import Path
from generator.form import Edition
from generator.form.model import Item
from generator.form.words import allowed, homes, labelled
from generator.report.model import Places
from generator.source import nodes


@dataclass(frozen=True, slots=True)
class ExplainContext:
    """The file that is being explained. ``lines`` may be () when the source is not at hand."""

    root: nodes.Mapping
    edition: Edition
    places: Places
    lines: Sequence[str] = ()

    def item(self, path: Path) -> Item | None:
        """What the form has at a path of keys; in a typed total of a group that is the group's row."""
        item: Item | None = self.edition.root
        for key in path:
            if item is None or not isinstance(key, str):
                return None
            item = _step(item, key)
        return item

    def node(self, path: Path) -> nodes.Node | None:
        """The node at a path, or None."""
        node: nodes.Node | None = self.root
        for key in path:
            if isinstance(node, nodes.Mapping) and isinstance(key, str) and (entry := node.get(key)):
                node = entry.value
            elif isinstance(node, nodes.Sequence) and isinstance(key, int) and key < len(node.items):
                node = node.items[key]
            else:
                return None
        return node

    def name(self, path: Path) -> str:
        """What to call the place at a path: its key, with the key above where the form has several of that name."""
        keys = [key for key in path if isinstance(key, str)]
        if not keys:
            return "文件"
        several = len(keys) > 1 and len(homes(keys[-1], self.edition)) > 1
        return f"“{keys[-2]}”的“{keys[-1]}”" if several else f"“{keys[-1]}”"


def _step(item: Item, key: str) -> Item | None:
    if item.children and item.total and key == item.total.key and item.children[0].children:
        return next(child for child in item.children if child.total)
    exact = next((entry for entry in allowed(item) if entry.key == key), None)
    return exact or ((labelled(key, item) or item.further) if item.further else None)
