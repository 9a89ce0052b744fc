"""Taking an entry away, with its own lines or out of its braces; comments of their own lines stay."""

from __future__ import annotations

from generator.editing.edits.inserting import last_line
from generator.editing.edits.typed import RefusedError, Typed
from generator.findings import Edit, Span
from generator.form.model import Path
from generator.source.nodes import Mapping


def remove_lines(state: Typed, path: Path) -> tuple[Edit, ...]:
    """The edits that remove the entry at a path; a record that has no other entry goes with it."""
    entry, parent = state.entry(path), state.mapping(path[:-1])
    if entry is None or parent is None:
        raise RefusedError(f"“{'.'.join(path)}”没有写，不用删", "")
    if len(parent.entries) == 1 and len(path) > 1:
        return remove_lines(state, path[:-1])
    if parent.flow:
        return (_out_of_braces(parent, parent.entries.index(entry)),)
    first, last = entry.key.span.line, last_line(state, entry.value)
    return (Edit(whole_lines(state, first, last), ""),)


def whole_lines(state: Typed, first: int, last: int) -> Span:
    """Lines with their breaks; at the end of a text without a last break, with the break before them."""
    if last < len(state.lines) or state.text.endswith(("\n", "\r")):
        return Span(first, 1, last + 1, 1)
    if first == 1:
        return Span(1, 1, last, len(state.line(last)) + 1)
    return Span(first - 1, len(state.line(first - 1)) + 1, last, len(state.line(last)) + 1)


def _out_of_braces(parent: Mapping, number: int) -> Edit:
    entry = parent.entries[number]
    if number + 1 < len(parent.entries):
        following = parent.entries[number + 1].key.span
        return Edit(Span(entry.key.span.line, entry.key.span.column, following.line, following.column), "")
    before = parent.entries[number - 1].value.span
    end = entry.value.span
    return Edit(Span(before.end_line, before.end_column, end.end_line, end.end_column), "")
