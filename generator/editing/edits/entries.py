"""The entries of a text part: a subheading added, renamed, moved, removed, with the comments that stand above it."""

from __future__ import annotations

from typing import NamedTuple

from generator.editing.edits.inserting import behind_colon, first_line, insert_lines, last_line, step_of
from generator.editing.edits.removing import remove_lines, whole_lines
from generator.editing.edits.scalars import written
from generator.editing.edits.texts import block, paragraphs_of
from generator.editing.edits.typed import RefusedError, Typed
from generator.findings import Edit, Span
from generator.form import keys
from generator.form.edition import key_form
from generator.form.model import Kind, Path
from generator.source.nodes import Entry, Mapping, Scalar
from generator.source.textlines import text_lines


class _Stretch(NamedTuple):
    """The lines of an entry with the comments above it, both ends included."""

    first: int
    last: int


def add_entry(state: Typed, part: Path, key: str, text: str = "", after: str | None = None) -> tuple[Edit, ...]:
    """A new subheading at the end of a part, or behind ``after``. Raises RefusedError."""
    key = _key(state, part, key)
    lines = block(written(key, in_braces=False), paragraphs_of(text), step_of(state))
    into = state.mapping(part)
    if into is None:
        return _first_entry(state, part, lines)
    if into.flow:
        raise RefusedError(f"“{part[-1]}”写在一对花括号里，不能从这里加小标题")
    before = into.get(after) if after else into.entries[-1]
    return (insert_lines(state, into, lines, before),)


def rename_entry(state: Typed, path: Path, key: str) -> tuple[Edit, ...]:
    """Another subheading above the same text. Raises RefusedError."""
    entry = _entry(state, path)
    if key.strip() == entry.key.text:
        return ()
    new = written(_key(state, path[:-1], key), in_braces=_parent(state, path).flow)
    return (Edit(entry.key.span, new),)


def move_entry(state: Typed, path: Path, by: int) -> tuple[Edit, ...]:
    """An entry moved up (negative) or down past so many others, as far as there are any. Raises RefusedError."""
    entry, parent = _entry(state, path), _parent(state, path)
    if parent.flow:
        raise RefusedError(f"“{path[0]}”写在一对花括号里，不能从这里移动")
    entries = parent.entries
    old = entries.index(entry)
    new = min(max(old + by, 0), len(entries) - 1)
    if new == old:
        return ()
    first, last = sorted((old, new))
    stretches = [_stretch(state, parent, number) for number in range(first, last + 1)]
    texts = [_text_of(state, stretch) for stretch in stretches]
    moved = [*texts[1:], texts[0]] if new > old else [texts[-1], *texts[:-1]]
    span = Span(stretches[0].first, 1, stretches[-1].last, len(state.line(stretches[-1].last)) + 1)
    return (Edit(span, state.line_break.join(moved)),)


def remove_entry(state: Typed, path: Path) -> tuple[Edit, ...]:
    """An entry taken out, with the comments right above it. Raises RefusedError."""
    parent = _parent(state, path)
    entry = _entry(state, path)
    if len(parent.entries) == 1:
        stretch = _Stretch(entry.key.span.line, last_line(state, entry.value))
        above = state.entry(path[:-1])
        end = above.key.span.end_line if above and not parent.flow else 0
        if not end:
            raise RefusedError(f"“{path[0]}”只有这一个小标题，不能从这里删去")
        return (Edit(whole_lines(state, stretch.first, stretch.last), ""),)
    if parent.flow:
        return remove_lines(state, path)
    stretch = _stretch(state, parent, parent.entries.index(entry))
    return (Edit(whole_lines(state, stretch.first, stretch.last), ""),)


def set_entry_field(state: Typed, path: Path, value: str) -> tuple[Edit, ...]:
    """标题 or 排法 of an entry that has only its text so far: it becomes a mapping. Raises RefusedError."""
    entry = _entry(state, path[:-1])
    if not isinstance(entry.value, Scalar) or _parent(state, path[:-1]).flow:
        raise RefusedError(f"“{path[-2]}”的写法不能从这里改")
    if not value:
        return ()
    step = step_of(state)
    margin = " " * (entry.key.span.column - 1 + step)
    field = f"{path[-1]}: {written(value, in_braces=False)}"
    texts = [line.text for line in text_lines(entry.value, state.tree.source)]
    lines = [field, *block(keys.BODY, texts, step)]
    below = "".join(f"{state.line_break}{margin}{line}" for line in lines)
    return (_opened(state, entry, below),)


def _opened(state: Typed, entry: Entry, below: str) -> Edit:
    """All that stands behind an entry's colon replaced by lines below it; a comment in its line stays there."""
    start, span = behind_colon(state, entry), entry.value.span
    end = max(last_line(state, entry.value), span.line)
    is_block = isinstance(entry.value, Scalar) and entry.value.style in ("literal", "folded")
    found = state.tree.comments.get(span.line if is_block else end)
    comment = f"  {found.text}" if found else ""
    return Edit(Span(start.line, start.column, end, len(state.line(end)) + 1), f"{comment}{below}")


def _key(state: Typed, part: Path, key: str) -> str:
    """A key that may be written in a part. Raises RefusedError where it is empty or there already."""
    key = " ".join(key.split())
    item = state.edition.find(part)
    if not key or item is None or item.kind is not Kind.NARRATIVE:
        raise RefusedError("小标题不能是空的" if not key else f"“{'.'.join(part)}”不分小标题", "请写上小标题")
    there = state.mapping(part)
    if there is not None and any(key_form(entry.key.text) == key_form(key) for entry in there):
        raise RefusedError(f"这一部分已经有“{key}”", "请换一个小标题")
    return key


def _entry(state: Typed, path: Path) -> Entry:
    entry = state.entry(path)
    if entry is None:
        raise RefusedError(f"没有找到“{'.'.join(path)}”", "请刷新后再试")
    return entry


def _parent(state: Typed, path: Path) -> Mapping:
    parent = state.mapping(path[:-1])
    if parent is None:
        raise RefusedError(f"没有找到“{'.'.join(path[:-1])}”", "请刷新后再试")
    return parent


def _first_entry(state: Typed, part: Path, lines: list[str]) -> tuple[Edit, ...]:
    """A part without subheadings gets its first one; what it says already goes under 概述."""
    entry = state.entry(part)
    if entry is None or not isinstance(entry.value, Scalar):
        raise RefusedError(f"“{part[-1]}”还没有写", "请先写上这一部分")
    step = step_of(state)
    margin = " " * (entry.key.span.column - 1 + step)
    texts = [line.text for line in text_lines(entry.value, state.tree.source)]
    kept = block(keys.SUMMARY, texts, step) if texts else []
    below = "".join(f"{state.line_break}{margin}{line}" for line in (*kept, *lines))
    return (_opened(state, entry, below),)


def _stretch(state: Typed, parent: Mapping, number: int) -> _Stretch:
    entry = parent.entries[number]
    last = max(entry.key.span.end_line, last_line(state, entry.value))
    return _Stretch(first_line(state, parent, entry), last)


def _text_of(state: Typed, stretch: _Stretch) -> str:
    return state.line_break.join(state.line(number) for number in range(stretch.first, stretch.last + 1))
