"""Entries written where they are missing: the rows of a table or group, empty; 上年结转 as last year says."""

from __future__ import annotations

from collections.abc import Iterator

from generator.editing.answers import Action, ActionKind, Position
from generator.editing.carrying import carried_over
from generator.editing.completing.entries import missing
from generator.editing.page import Page
from generator.editing.place import entry_at
from generator.editing.skeleton import Branch
from generator.findings import Edit, Finding, Span
from generator.form.model import Item, Kind, Path
from generator.source.nodes import Mapping, Node

_STEP = "  "
_MAPPINGS = frozenset({Kind.TABLE, Kind.GROUP, Kind.RECORD, Kind.ROW})
_ON_LINES = frozenset({Kind.TABLE, Kind.GROUP})


def write_missing(page: Page, at: Position) -> Iterator[Action]:
    """The entries that are missing in the innermost table, group or row around the cursor, then in those around it."""
    entry = entry_at(page, at)
    for path in (entry.path[:length] for length in range(len(entry.path), 0, -1)) if entry else ((),):
        branch, item = _branch(page, path), page.item(path)
        if branch is None or item is None or item.kind not in _MAPPINGS or (item.kinds and branch.children):
            continue  # in a row by kinds of applicants, what is 0 is left out
        lacking = [child for child in missing(page, item, path) if child in item.children and _wanted(item, child)]
        edits = tuple(_insertions(page, branch, item, lacking)) if lacking else ()
        if edits:
            name = f"“{item.key}”" if item.key else ""
            yield Action(f"写上{name}缺少的 {len(lacking)} 项，待填写", ActionKind.REWRITE, edits)
    yield from _missing_parts(page)


def carry_over(page: Page, at: Position) -> Iterator[Action]:
    """A row that is empty, filled in from last year's report."""
    entry = entry_at(page, at)
    row = carried_over(page, entry.path) if entry else ""
    if entry and row and not entry.value and not entry.children:
        place = Span.at(entry.span.line, entry.value_column, 0)
        text = row if page.line(entry.span.line)[: entry.value_column - 1].endswith(" ") else f" {row}"
        edit = Edit(place, text)
        yield Action(f"照上年报告填写“{entry.key}”：{row}", ActionKind.FIX, (edit,), _empty(page, entry), True)


def _empty(page: Page, entry: Branch) -> tuple[Finding, ...]:
    return tuple(f for f in page.checked.findings if f.code == "NB105" and f.path == entry.path)


def _wanted(item: Item, child: Item) -> bool:
    """In a record only what is required; in tables, groups and rows every figure."""
    return child.required if item.kind is Kind.RECORD else child.kind is not Kind.TEXT


def _missing_parts(page: Page) -> Iterator[Action]:
    lacking = [child for child in missing(page, page.edition.root, ()) if child.required]
    if lacking and page.skeleton.children:
        edits = tuple(_insertions(page, page.skeleton, page.edition.root, lacking))
        names = "、".join(child.key for child in lacking)
        yield Action(f"写上缺少的部分，待填写：{names}", ActionKind.REWRITE, edits)


def _branch(page: Page, path: Path) -> Branch | None:
    return next((branch for branch in page.branches if branch.path == path), None)


def _insertions(page: Page, branch: Branch, item: Item, lacking: list[Item]) -> Iterator[Edit]:
    """One edit for each run of missing entries: behind the entry that the form puts before them."""
    if branch.opens_braces or branch.in_braces:
        yield from _in_braces(page, branch.path, item, lacking)
    elif item.kind is Kind.ROW and not branch.value and not branch.children:
        cells = ", ".join(f"{child.key}: " for child in lacking)
        yield Edit(Span.at(branch.span.line, branch.span.end_column + 1, 0), f" {{{cells}}}")
    elif not branch.value:
        yield from _on_lines(page, branch, item, lacking)


def _runs(item: Item, lacking: list[Item], written: set[str]) -> Iterator[tuple[str, list[Item]]]:
    """Runs of missing entries, each with the key of the written entry before it ('' at the beginning)."""
    before, run = "", list[Item]()
    for child in item.children:
        if child.key in written:
            if run:
                yield before, run
            before, run = child.key, []
        elif child in lacking:
            run.append(child)
    if run:
        yield before, run


def _on_lines(page: Page, branch: Branch, item: Item, lacking: list[Item]) -> Iterator[Edit]:
    children = {child.key: child for child in branch.children}
    indent = " " * (branch.children[0].indent if branch.children else branch.indent + len(_STEP))
    for before, run in _runs(item, lacking, set(children)):
        gap = "\n" if not branch.path else ""
        text = "\n".join(gap + _empty_lines(child, indent) for child in run)
        if before or not branch.children:
            line = children[before].last_line if before else max(branch.span.line, 1)
            yield Edit(Span.at(line, len(page.line(line)) + 1, 0), f"\n{text}")
        else:
            first = branch.children[0].span.line
            yield Edit(Span.at(first, 1, 0), f"{text.removeprefix(gap)}\n{gap}")


def _empty_lines(item: Item, indent: str) -> str:
    """An entry to be filled in: a row on a line, a table or group with its rows below it."""
    if item.kind is Kind.NARRATIVE:
        topics = (child for child in item.children if child.kind is Kind.TOPIC)
        return "\n".join([f"{indent}{item.key}:", *(f"{indent}{_STEP}{topic.key}: |" for topic in topics)])
    below = item.children if item.kind in _ON_LINES else ()
    return "\n".join([f"{indent}{item.key}:", *(_empty_lines(child, indent + _STEP) for child in below)])


def _in_braces(page: Page, path: Path, item: Item, lacking: list[Item]) -> Iterator[Edit]:
    node = _node(page, path)
    if not isinstance(node, Mapping) or not node.flow:
        return
    for before, run in _runs(item, lacking, {entry.key.text for entry in node}):
        keys = ", ".join(f"{child.key}: " for child in run)
        entry = node.get(before)
        if entry:
            end = entry.value.span
            yield Edit(Span.at(end.end_line, end.end_column, 0), f", {keys}")
        else:
            inside = Span.at(node.span.line, node.span.column + 1, 0)
            yield Edit(inside, f"{keys}, " if node.entries else keys)


def _node(page: Page, path: Path) -> Node | None:
    node: Node | None = page.tree.root
    for key in path:
        entry = node.get(key) if isinstance(node, Mapping) else None
        node = entry.value if entry else None
    return node
