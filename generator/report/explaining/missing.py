"""NB101: an entry that the form requires is not there. The fix adds its key, empty, in the order of the form."""

from __future__ import annotations

from collections.abc import Sequence

from generator.findings import Edit, Finding, Fix, Path, Span, error
from generator.form.model import Item
from generator.form.writing import how_to_write
from generator.report.explaining.context import ExplainContext
from generator.report.explaining.problems import SchemaProblem
from generator.source.nodes import Entry, Mapping, Node
from generator.source.nodes import Sequence as List
from generator.wording import joined


def explain_missing(problem: SchemaProblem, scene: ExplainContext) -> list[Finding]:
    """A finding for each required key that the mapping lacks, at the mapping's own key (at the top: 1:1)."""
    item = scene.item(problem.path)
    if item is None:
        return []
    return [
        _finding(child, item, problem.path, scene)
        for child in item.children
        if child.required and child.key not in problem.value
    ]


def _finding(missing: Item, parent: Item, path: Path, scene: ExplainContext) -> Finding:
    heading = missing.heading
    printed = f"（{heading}）" if heading and heading != missing.key else ""
    where = f"在“{parent.key}”下面" if parent.key else "在最外层"
    edit = _insertion(missing, parent, path, scene)
    return error(
        "NB101",
        f"缺少“{missing.key}”{printed}",
        scene.places.key(path),
        hint=joined(f"请{where}加一行“{missing.key}:”，", how_to_write(missing)),
        path=(*path, missing.key),
        fix=Fix(f"加上“{missing.key}:”，待填写", (edit,), mechanical=False) if edit else None,
    )


def _insertion(missing: Item, parent: Item, path: Path, scene: ExplainContext) -> Edit | None:
    node = scene.node(path)
    if not isinstance(node, Mapping) or (not node.entries and not node.flow):
        return None
    earlier = _entry_before(missing, parent, node)
    return _in_line(missing.key, earlier, node) if node.flow else _as_line(missing.key, earlier, node, scene.lines)


def _entry_before(missing: Item, parent: Item, node: Mapping) -> Entry | None:
    """The entry after which the missing one belongs: the last one written of those the form puts before it."""
    before = [child.key for child in parent.children]
    before = before[: before.index(missing.key)]
    return next((entry for key in reversed(before) if (entry := node.get(key))), None)


def _in_line(key: str, earlier: Entry | None, node: Mapping) -> Edit:
    """In ``{…}`` on one line."""
    if earlier:
        return Edit(_point(end_of(earlier.value)), f", {key}: ")
    inside = Span.at(node.span.line, node.span.column + 1, 0)
    return Edit(inside, f"{key}: , " if node.entries else f"{key}: ")


def _as_line(key: str, earlier: Entry | None, node: Mapping, lines: Sequence[str]) -> Edit:
    """As a line of its own, indented like its neighbours; after a comment that ends the line above."""
    first = node.entries[0].key.span
    indent = " " * (first.column - 1)
    if earlier is None:
        return Edit(Span.at(first.line, first.column, 0), f"{key}:\n{indent}")
    end = end_of(earlier.value)
    column = len(lines[end.end_line - 1]) + 1 if end.end_line <= len(lines) else end.end_column
    return Edit(Span.at(end.end_line, column, 0), f"\n{indent}{key}:")


def end_of(node: Node) -> Span:
    """The span of the last thing written in a node (a block mapping's own span may run on to what follows it)."""
    if isinstance(node, Mapping) and not node.flow and node.entries:
        return end_of(node.entries[-1].value)
    if isinstance(node, List) and not node.flow and node.items:
        return end_of(node.items[-1])
    return node.span


def _point(span: Span) -> Span:
    return Span.at(span.end_line, span.end_column, 0)
