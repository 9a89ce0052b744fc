"""One 0 in the place of a group or row in which nothing but zeros was filled in."""

from __future__ import annotations

from generator.editing.edits.applying import with_value
from generator.editing.edits.inserting import last_line
from generator.editing.edits.proof import proven
from generator.editing.edits.removing import whole_lines
from generator.editing.edits.typed import RefusedError, Typed
from generator.findings import Edit
from generator.form.model import Kind, Path
from generator.source.nodes import Mapping, Node, Scalar


def as_one_zero(state: Typed, path: Path) -> Typed:
    """The text with the group or row ``path`` as one 0, what stood below it taken away with its comments.

    Raises RefusedError where that is neither, where it is 0 already, and where anything but 0 was typed below it,
    be it read or not.
    """
    item, entry = state.edition.find(path), state.entry(path)
    if item is None or item.kind not in {Kind.GROUP, Kind.ROW} or entry is None:
        raise RefusedError(f"“{'.'.join(path)}”不是一组", "请核对栏目")
    if not isinstance(entry.value, Mapping):
        raise RefusedError(f"“{path[-1]}”下面没有各行", "")
    if not _is_nothing(entry.value):
        raise RefusedError(f"“{path[-1]}”下面有填了数的", "有数的一组不能只写 0")
    return with_value(proven(state, (_cut(state, entry.value),), [path], comments=False), path, "0")


def _cut(state: Typed, below: Mapping) -> Edit:
    if below.flow:
        return Edit(below.span, "")
    return Edit(whole_lines(state, below.entries[0].key.span.line, last_line(state, below)), "")


def _is_nothing(node: Node) -> bool:
    if isinstance(node, Mapping):
        return all(_is_nothing(entry.value) for entry in node)
    return isinstance(node, Scalar) and (node.is_empty or node.text.strip() == "0")
