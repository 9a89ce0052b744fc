"""Where a new entry goes among those already written, and the edit that puts it there."""

from __future__ import annotations

from collections.abc import Sequence

from generator.editing.edits.typed import Typed
from generator.findings import Edit, Span
from generator.source.nodes import Entry, Mapping, Node, Scalar

STEP = 2
"""Blanks of a further level, where nothing written shows how many."""


def end_of_line(state: Typed, number: int) -> Span:
    """The empty stretch at the end of a line, behind its comment."""
    return Span.at(number, len(state.line(number)) + 1, 0)


def last_line(state: Typed, node: Node) -> int:
    """The last line that a value reaches; a line of blanks that waits for an empty block's text belongs to it."""
    if isinstance(node, Mapping) and not node.flow and node.entries:
        return max(node.entries[-1].key.span.end_line, last_line(state, node.entries[-1].value))
    span = node.span
    end = span.end_line - 1 if span.end_column == 1 and span.end_line > span.line else span.end_line
    is_empty_block = isinstance(node, Scalar) and node.style in ("literal", "folded") and not node.text.strip()
    return end + 1 if is_empty_block and waiting_line(state, end) else end


def waiting_line(state: Typed, header: int) -> str:
    """The line of blanks right below an empty block's header; '' where there is none."""
    line = state.line(header + 1)
    return "" if line.strip() else line


def first_line(state: Typed, into: Mapping, entry: Entry) -> int:
    """The first line of an entry with the comments right above it that are indented alike."""
    number = into.entries.index(entry)
    above = last_line(state, into.entries[number - 1].value) if number else 0
    first = entry.key.span.line
    while first - 1 > above and _is_comment(state.line(first - 1), indent_of(into)):
        first -= 1
    return first


def _is_comment(line: str, margin: int) -> bool:
    return line.lstrip().startswith("#") and len(line) - len(line.lstrip()) == margin


def indent_of(node: Mapping) -> int:
    """How far the entries of a mapping on lines of their own are indented."""
    return node.entries[0].key.span.column - 1


def step_of(state: Typed) -> int:
    """How many blanks a level takes in this text: as its first nested mapping has it."""
    for entry in state.root:
        if isinstance(entry.value, Mapping) and not entry.value.flow and entry.value.entries:
            return max(1, indent_of(entry.value))
    return STEP


def insert(state: Typed, into: Mapping, key: str, lines: Sequence[str], order: Sequence[str]) -> Edit:
    """A new entry in the place that ``order`` (the keys of the form) gives it.

    ``lines`` is the entry as it is written at the margin; in braces it is a single one.
    """
    before = _last_before(into, key, order)
    if into.flow:
        return _in_braces(into, lines[0], before)
    return insert_lines(state, into, lines, before)


def insert_lines(state: Typed, into: Mapping, lines: Sequence[str], before: Entry | None) -> Edit:
    """A new entry on lines of its own, behind ``before``; at the top where that is None."""
    margin = " " * indent_of(into)
    indented = [f"{margin}{line}" if line else line for line in lines]
    if before is None:
        top = first_line(state, into, into.entries[0]) if indent_of(into) else into.entries[0].key.span.line
        return Edit(Span.at(top, 1, 0), "".join(f"{line}{state.line_break}" for line in indented))
    number = max(before.key.span.end_line, last_line(state, before.value))
    return Edit(end_of_line(state, number), "".join(f"{state.line_break}{line}" for line in indented))


def behind_colon(state: Typed, entry: Entry) -> Span:
    """The empty stretch right behind an entry's colon."""
    end = entry.key.span
    column = state.line(end.end_line).find(":", end.end_column - 1)
    return Span.at(end.end_line, column + 2, 0)


def _last_before(into: Mapping, key: str, order: Sequence[str]) -> Entry | None:
    ahead = set(order[: order.index(key)]) if key in order else set(order)
    found = [entry for entry in into.entries if entry.key.text in ahead or entry.key.text not in order]
    known = [entry for entry in found if entry.key.text in ahead]
    return known[-1] if known else None


def _in_braces(into: Mapping, entry: str, before: Entry | None) -> Edit:
    entries = into.entries
    number = entries.index(before) + 1 if before else 0
    if number < len(entries):
        following = entries[number].key.span
        return Edit(Span.at(following.line, following.column, 0), f"{entry}, ")
    if not entries:
        return Edit(Span.at(into.span.line, into.span.column + 1, 0), entry)
    value = entries[-1].value
    end = value.span
    if isinstance(value, Scalar) and value.style == "plain" and not value.text:
        end = into.span._replace(end_column=into.span.end_column - 1)  # a blank must stay behind the colon
    return Edit(Span.at(end.end_line, end.end_column, 0), f", {entry}")
