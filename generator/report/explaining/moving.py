"""The fix for entries that were not indented under their key: the same lines, pushed to the right."""

from __future__ import annotations

from generator.findings import Edit, Span
from generator.report.explaining.context import ExplainContext
from generator.report.explaining.keys import Judgement
from generator.report.explaining.missing import end_of
from generator.source.nodes import Entry, Mapping, Scalar

_STEP = 2


def indented(run: list[Judgement], scene: ExplainContext) -> tuple[Edit, ...]:
    """Edits that push a run of neighbouring entries under the key just above them; () where that would not do it.

    Keys that go by another name are put right on the way.
    """
    node = scene.node(run[0].path[:-1])
    if not isinstance(node, Mapping) or node.flow or not (above := _entry_above(run, node)):
        return ()
    entries = [entry for each in run if (entry := node.get(each.typed))]
    depth = _depth(above)
    if not entries or depth is None or not _adjoining(above, entries[0], scene):
        return ()
    keys = {
        entry.key.span.line: Edit(entry.key.span, " " * depth + each.home[-1])
        for each, entry in zip(run, entries, strict=True)
        if each.typed != each.home[-1]
    }
    lines = range(entries[0].key.span.line, end_of(entries[-1].value).end_line + 1)
    return tuple(
        keys.get(line) or Edit(Span.at(line, 1, 0), " " * depth) for line in lines if not _is_blank(line, scene)
    )


def _entry_above(run: list[Judgement], node: Mapping) -> Entry | None:
    """The entry under which the run belongs, if it is the one that stands directly above."""
    home = run[0].home[:-1]
    if home[:-1] != run[0].path[:-1]:
        return None
    keys = [entry.key.text for entry in node]
    start = keys.index(run[0].typed)
    neighbours = keys[start : start + len(run)] == [each.typed for each in run]
    return node.entries[start - 1] if neighbours and start and keys[start - 1] == home[-1] else None


def _adjoining(above: Entry, below: Entry, scene: ExplainContext) -> bool:
    """Whether nothing but comments stands between them: a key typed twice is no entry, but its line is there."""
    between = scene.lines[max(above.key.span, end_of(above.value)).end_line : below.key.span.line - 1]
    return all(not line.strip() or line.lstrip().startswith("#") for line in between)


def _depth(above: Entry) -> int | None:
    """How many spaces are missing; None where the key above holds something else already."""
    if isinstance(above.value, Scalar) and above.value.is_empty:
        return _STEP
    if isinstance(above.value, Mapping) and not above.value.flow:
        return above.value.entries[0].key.span.column - above.key.span.column
    return None


def _is_blank(line: int, scene: ExplainContext) -> bool:
    return line <= len(scene.lines) and not scene.lines[line - 1].strip()
