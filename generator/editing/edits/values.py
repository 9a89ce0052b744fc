"""Setting one value: a figure of a table, a field of the report's front, a field of an entry."""

from __future__ import annotations

import re

from generator.editing.edits import rendering
from generator.editing.edits.inserting import behind_colon, end_of_line, insert, step_of
from generator.editing.edits.removing import remove_lines
from generator.editing.edits.scalars import written
from generator.editing.edits.typed import RefusedError, Typed
from generator.findings import Edit, Span
from generator.form import keys
from generator.form.model import FIGURES, Item, Kind, Path
from generator.report.model import Values
from generator.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from generator.source.row_writing import in_braces

_TEXTS = frozenset({Kind.TEXT, Kind.TOPIC, Kind.NARRATIVE})
_VALUES = FIGURES | {
    Kind.YEAR,
    Kind.NAME,
    Kind.NAMES,
    Kind.FILE,
    Kind.DATE,
    Kind.CHOICE,
    Kind.ROW,
    Kind.GROUP,
    Kind.SENTENCE,
}
_BETWEEN_NAMES = re.compile(r"[、，,;；\n]+")


def set_value(state: Typed, path: Path, value: str) -> tuple[Edit, ...]:
    """The edits after which ``value`` stands at ``path`` as it was typed; '' makes the place not filled in.

    A field that may be left out goes with ''. What was not known around the place stays so. Raises RefusedError.
    """
    item = state.item(path)
    if item is None or item.kind not in _VALUES or item.kind in _TEXTS:
        raise RefusedError(f"“{'.'.join(path)}”不是可以填一个值的地方", "请核对栏目")
    value = " ".join(value.split()) if item.kind is not Kind.NAMES else value.strip()
    entry = state.entry(path)
    if not value and _may_go(item):
        return remove_lines(state, path) if entry else ()
    if entry is None:
        return _new(state, path, value)
    if item.kind is Kind.NAMES:
        return _replaced(state, entry, _list(value), path)
    return _replaced(state, entry, written(value, in_braces=_in_braces(state, path)), path)


def _may_go(item: Item) -> bool:
    """Whether an emptied place is left out; an empty figure or required field stays, as not filled in."""
    return not item.required and item.kind not in FIGURES | {Kind.ROW, Kind.GROUP, Kind.SENTENCE}


def _in_braces(state: Typed, path: Path) -> bool:
    parents = (state.mapping(path[:length]) for length in range(len(path)))
    return any(parent is not None and parent.flow for parent in parents)


def _list(value: str) -> str:
    names = [written(name.strip(), in_braces=True) for name in _BETWEEN_NAMES.split(value) if name.strip()]
    return f"[{', '.join(names)}]"


def _replaced(state: Typed, entry: Entry, new: str, path: Path) -> tuple[Edit, ...]:
    node = entry.value
    if isinstance(node, Mapping):
        raise RefusedError(f"“{path[-1]}”下面还有分项，不能只写一个值", "请填它下面的分项")
    old = node.span
    if isinstance(node, Sequence) or node.text or node.style != "plain":
        if new:
            return (Edit(old, new),) if _text_at(state, old) != new else ()
        return (Edit(_with_blank_before(state, entry, old), ""),)
    return (_filled_in(state, entry, new),) if new else ()


def _text_at(state: Typed, span: Span) -> str | None:
    return state.line(span.line)[span.column - 1 : span.end_column - 1] if span.line == span.end_line else None


def _with_blank_before(state: Typed, entry: Entry, value: Span) -> Span:
    """A value with the blanks between it and its colon, where nothing follows it in its line."""
    colon = behind_colon(state, entry)
    ends = value.end_column > len(state.line(value.end_line).rstrip())
    return (
        Span(colon.line, colon.column, value.end_line, value.end_column) if ends and colon.line == value.line else value
    )


def _filled_in(state: Typed, entry: Entry, new: str) -> Edit:
    """A value put behind a colon; a comment that follows at some distance stays in its column."""
    place = behind_colon(state, entry)
    rest = state.line(place.line)[place.column - 1 :]
    blanks = len(rest) - len(rest.lstrip(" "))
    text = f" {new}"
    room = text.isascii() and rest.lstrip(" ").startswith("#") and blanks > len(text)
    follows = rest[:1] == " " and not room and rest.strip() and not rest.lstrip().startswith("#")
    if follows:  # in braces: “自然人: , 商业企业: ”
        return Edit(Span.at(place.line, place.column + 1, 0), new)
    return Edit(Span.at(place.line, place.column, len(text) if room else 0), text)


def _new(state: Typed, path: Path, value: str) -> tuple[Edit, ...]:
    """A value at a place that is not written yet, nor perhaps what is around it."""
    depth = next(n for n in range(len(path) - 1, -1, -1) if n == 0 or state.entry(path[:n]))
    around, here = path[:depth], path[: depth + 1]
    wanted = rendering.WantedValue(path, value, _rows(state, path), step_of(state))
    into = state.mapping(around)
    if into is None or (depth and not into.entries and not into.flow):
        return _opened(state, around, wanted)
    item = _item(state, here)
    order = [child.key for child in _item(state, around).children]
    if into.flow:
        shown = _list(value) if item.kind is Kind.NAMES else rendering.in_braces(item, here, wanted)
        return (insert(state, into, here[-1], [f"{here[-1]}: {shown}"], order),)
    return (insert(state, into, here[-1], _lines(state, here, wanted), order),)


def _item(state: Typed, path: Path) -> Item:
    item = state.item(path) if path else state.edition.root
    if item is None:
        raise RefusedError(f"“{'.'.join(path)}”不是表里的栏目", "请核对栏目")
    return item


def _lines(state: Typed, here: Path, wanted: rendering.WantedValue) -> list[str]:
    """An entry that is new, at the margin."""
    item, key = _item(state, here), here[-1]
    if here == wanted.place:
        value = _list(wanted.value) if item.kind is Kind.NAMES else written(wanted.value, in_braces=False)
        return [f"{key}: {value}".rstrip()]
    if item.kind in (Kind.TABLE, Kind.GROUP):
        below = rendering.on_lines(item, here, wanted)
    elif item.kind is Kind.NARRATIVE:
        below = _lines(state, wanted.place[: len(here) + 1], wanted)
    elif item.short and wanted.place == (*here, keys.DAY):
        return [f"{key}: {written(wanted.value, in_braces=False)}"]
    else:
        return [f"{key}: {rendering.in_braces(item, here, wanted)}"]
    return [f"{key}:", *(" " * wanted.step + line for line in below)]


def _opened(state: Typed, around: Path, wanted: rendering.WantedValue) -> tuple[Edit, ...]:
    """What is around the place is one scalar (0, nothing, or what could not be read): it becomes entries."""
    entry, item = state.entry(around), _item(state, around)
    if entry is None or not isinstance(entry.value, Scalar):
        raise RefusedError(f"“{'.'.join(around)}”的写法不能从这里改")
    flow = _in_braces(state, around)
    if item.kind in (Kind.TABLE, Kind.GROUP) and not flow:
        return _on_lines(state, entry, rendering.on_lines(item, around, wanted), wanted.step)
    if item.kind is Kind.NARRATIVE:
        if entry.value.text.strip():
            raise RefusedError(f"“{around[-1]}”写的是一整段文字，不分小标题", "请先在这一部分加上小标题")
        return _on_lines(state, entry, _lines(state, wanted.place[: len(around) + 1], wanted), wanted.step)
    if item.short:
        return _replaced(state, entry, _record(entry.value.text, wanted, flow=flow), around)
    return _replaced(state, entry, rendering.in_braces(item, around, wanted), around)


def _record(day: str, wanted: rendering.WantedValue, *, flow: bool) -> str:
    """落款 as a plain date, or with another entry beside the date that stood there alone."""
    key = wanted.place[-1]
    if key == keys.DAY:
        return written(wanted.value, in_braces=flow)
    cells = [(key, wanted.value), *([(keys.DAY, day)] if day else [])]
    return in_braces((name, written(value, in_braces=True)) for name, value in cells)


def _on_lines(state: Typed, entry: Entry, lines: list[str], step: int) -> tuple[Edit, ...]:
    """A scalar of an entry replaced by entries on lines of their own below it."""
    margin = " " * (entry.key.span.column - 1 + step)
    below = "".join(f"{state.line_break}{margin}{line}" for line in lines)
    number = entry.value.span.end_line
    gone = () if not _has_text(entry.value) else (Edit(_with_blank_before(state, entry, entry.value.span), ""),)
    end = end_of_line(state, number)
    if gone and gone[0].span.end_column >= end.column and gone[0].span.end_line == end.line:
        return (Edit(gone[0].span, below),)
    return (*gone, Edit(end, below))


def _has_text(node: Node) -> bool:
    return isinstance(node, Scalar) and (bool(node.text) or node.style != "plain")


def _rows(state: Typed, path: Path) -> dict[Path, Values]:
    """All figures as they stand; those of a record (信息处理费) as one row."""
    rows = dict(state.draft.figures.rows)
    for length in range(1, len(path)):
        item = state.item(path[:length])
        if item is not None and item.kind is Kind.SENTENCE:
            rows[path[:length]] = _fee_row(state, path[:length], item)
    return rows


def _fee_row(state: Typed, path: Path, item: Item) -> Values:
    zero = state.draft.reading.fields.get(path) == 0
    return tuple(0 if zero else None for child in item.children if child.kind in FIGURES)
