"""The fix for entries that were not indented under their key: the same lines, pushed to the right."""

from __future__ import annotations

from generator.findings import Edit, Span
from generator.report.explaining.keys import Judgement
from generator.report.explaining.missing import end_of
from generator.report.explaining.scene import Scene
from generator.source.nodes import Entry, Mapping, Scalar

_STEP = 2


def indented(run: list[Judgement], scene: Scene) -> tuple[Edit, ...]:
    """Edits that push a run of neighbouring entries under the key just above them; () where that would not do it."""
    node = scene.node(run[0].path[:-1])
    above = _entry_above(run, node) if isinstance(node, Mapping) and not node.flow else None
    if above is None or any(each.typed != each.home[-1] for each in run) or not isinstance(node, Mapping):
        return ()
    first, last = node.get(run[0].typed), node.get(run[-1].typed)
    depth = _depth(above)
    if first is None or last is None or depth is None:
        return ()
    lines = range(first.key.span.line, end_of(last.value).end_line + 1)
    return tuple(Edit(Span.at(line, 1, 0), " " * depth) for line in lines if not _is_blank(line, scene))


def _entry_above(run: list[Judgement], node: Mapping) -> Entry | None:
    """The entry under which the run belongs, if it is the one that stands directly above."""
    home = run[0].home[:-1]
    if home[:-1] != run[0].path[:-1]:
        return None
    keys = [entry.key.text for entry in node]
    start = keys.index(run[0].typed)
    neighbours = keys[start : start + len(run)] == [each.typed for each in run]
    return node.entries[start - 1] if neighbours and start and keys[start - 1] == home[-1] else None


def _depth(above: Entry) -> int | None:
    """How many spaces are missing; None where the key above holds something else already."""
    if isinstance(above.value, Scalar) and above.value.is_empty:
        return _STEP
    if isinstance(above.value, Mapping) and not above.value.flow:
        return above.value.entries[0].key.span.column - above.key.span.column
    return None


def _is_blank(line: int, scene: Scene) -> bool:
    return line <= len(scene.lines) and not scene.lines[line - 1].strip()
