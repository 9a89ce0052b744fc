"""Setting a text: each line a paragraph; of a block only the lines that change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice

from generator.editing.edits.inserting import behind_colon, end_of_line, insert, step_of, waiting_line
from generator.editing.edits.scalars import double_quoted, written
from generator.editing.edits.typed import RefusedError, Typed
from generator.findings import Edit, Span
from generator.form import keys
from generator.form.model import Item, Kind, Path
from generator.source.nodes import Entry, Scalar
from generator.source.nodes import TextLine as Line
from generator.source.textlines import text_lines

TEXT_KINDS = frozenset({Kind.TEXT, Kind.TOPIC, Kind.NARRATIVE, Kind.SENTENCE})
"""Places that hold paragraphs (a NARRATIVE where it has no subheadings, 信息处理费 where it is told in words)."""

_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
"""What ends a line in what is typed or pasted; Word's own line break is U+000B."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


def paragraphs_of(text: str) -> list[str]:
    """The lines of what is typed, trimmed; blank ones and characters that print nothing are dropped."""
    lines = (_UNPRINTABLE.sub("", line).strip() for line in _BREAKS.split(text))
    return [line for line in lines if line]


def set_text(state: Typed, path: Path, text: str) -> tuple[Edit, ...]:
    """The edits after which the text at ``path`` has these lines; none make it not filled in. Raises RefusedError."""
    place = _place(state, path)
    item = state.item(path)
    if place == path and (item is None or item.kind not in TEXT_KINDS):
        raise RefusedError(f"“{'.'.join(path)}”不是写文字的地方", "请核对栏目")
    new = paragraphs_of(text)
    entry = state.entry(place)
    if entry is None:
        return _new(state, place, new)
    if not isinstance(entry.value, Scalar):
        raise RefusedError(f"“{path[-1]}”下面分了小标题，不能整段地写", "请在各个小标题下面写")
    old = text_lines(entry.value, state.tree.source)
    if [line.text for line in old] == new and (new or not entry.value.text):
        return ()
    if entry.value.style in ("literal", "folded"):
        if old and not new and any(_comments_below(state, last := old[-1].pieces[-1].span.end_line)):
            colon = behind_colon(state, entry)  # the header goes too, or these would be its text
            return (Edit(Span(colon.line, colon.column, last, len(state.line(last)) + 1), ""),)
        return tuple(_in_block(state, entry, old, new))
    return _rewritten(state, place, entry, new)


def _place(state: Typed, path: Path) -> Path:
    """Where an entry's text stands: at its key, or under 正文."""
    item = state.item(path)
    if item is not None and item.kind in (Kind.TOPIC, Kind.SENTENCE) and state.mapping(path) is not None:
        return (*path, keys.BODY)
    return path


def _in_block(state: Typed, entry: Entry, old: tuple[Line, ...], new: list[str]) -> Iterator[Edit]:
    """Whole lines replaced, put in and taken out below ``|``; blank lines between others stay."""
    numbers = [line.pieces[0].span.line for line in old]
    margin = " " * (_margin(state, entry, numbers))
    header = entry.value.span.line
    if not old and new:
        yield _first_lines(state, header, margin, new)
        return
    matcher = SequenceMatcher(None, [line.text for line in old], new, autojunk=False)
    for change, i, j, k, m in matcher.get_opcodes():
        if change == "equal":
            continue
        both = min(j - i, m - k)
        for offset in range(both):
            line, text = old[i + offset], new[k + offset]
            if line.text != text:
                yield Edit(_stretch(line), text)
        if j - i > both:
            first = numbers[i + both - 1] if i + both else header
            last = numbers[j - 1]
            yield Edit(Span(first, len(state.line(first)) + 1, last, len(state.line(last)) + 1), "")
        if m - k > both:
            above = numbers[i + both - 1] if i + both else header
            added = "".join(f"{state.line_break}{margin}{text}" for text in new[k + both : m])
            yield Edit(end_of_line(state, above), added)


def _stretch(line: Line) -> Span:
    first, last = line.pieces[0].span, line.pieces[-1].span
    return Span(first.line, first.column, last.end_line, last.end_column)


def _margin(state: Typed, entry: Entry, numbers: list[int]) -> int:
    if numbers:
        line = state.line(numbers[0])
        return _indent(line)
    return _margin_of_new(state, entry, entry.value.span.line)


def _margin_of_new(state: Typed, entry: Entry, header: int) -> int:
    """How far the first lines below a header go in: beyond the comments that follow, which would become text."""
    outer = entry.key.span.column - 1
    deepest = max(filter(lambda indent: indent > outer, _comments_below(state, header)), default=outer)
    return deepest + step_of(state)


def _comments_below(state: Typed, number: int) -> Iterator[int]:
    """The indents of the comments that follow a line before anything else does."""
    for line in islice(state.tree.source.lines, number, None):
        if line.strip() and not line.lstrip(" ").startswith("#"):
            return
        if line.strip():
            yield _indent(line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _first_lines(state: Typed, header: int, margin: str, new: list[str]) -> Edit:
    """The first lines of an empty block; a line of blanks that waits for them is used."""
    below = state.line_break.join(margin + text for text in new)
    if waiting := waiting_line(state, header):
        return Edit(Span(header + 1, 1, header + 1, len(waiting) + 1), below)
    return Edit(end_of_line(state, header), f"{state.line_break}{below}")


def _rewritten(state: Typed, path: Path, entry: Entry, new: list[str]) -> tuple[Edit, ...]:
    """A text that is not a block: in its place if it is and stays one line, else as a block."""
    node = entry.value
    assert isinstance(node, Scalar)
    span = node.span
    flow = _is_in_braces(state, path)
    if not new:
        colon = behind_colon(state, entry)
        return (Edit(Span(colon.line, colon.column, span.end_line, span.end_column), " " if flow else ""),)
    one_line = len(new) == 1 and span.line == span.end_line and bool(node.text)
    if flow or one_line:
        return (_value_edit(state, entry, _on_one_line(new, in_braces=flow, style=node.style)),)
    margin = " " * _margin_of_new(state, entry, span.end_line)
    below = "".join(f"{state.line_break}{margin}{text}" for text in new)
    rest = state.line(span.end_line)[span.end_column - 1 :]
    if not rest.strip():
        end = Span(span.line, span.column, span.end_line, len(state.line(span.end_line)) + 1)
        return (Edit(end, ("" if _blank_before(state, span) else " ") + "|" + below),)
    opened = "|" if _blank_before(state, span) else " |"
    return (Edit(span, opened), Edit(end_of_line(state, span.end_line), below))


def _value_edit(state: Typed, entry: Entry, new: str) -> Edit:
    span = entry.value.span
    return Edit(span, new if _blank_before(state, span) else f" {new}")


def _blank_before(state: Typed, span: Span) -> bool:
    return state.line(span.line)[: span.column - 1].endswith(" ")


def _on_one_line(new: list[str], *, in_braces: bool, style: str) -> str:
    if len(new) > 1 or style == "double":
        return double_quoted("\n".join(new))
    if style == "single":
        return "'" + new[0].replace("'", "''") + "'"
    return written(new[0], in_braces=in_braces)


def _is_in_braces(state: Typed, path: Path) -> bool:
    return any((around := state.mapping(path[:n])) is not None and around.flow for n in range(len(path)))


def _new(state: Typed, path: Path, new: list[str]) -> tuple[Edit, ...]:
    """An optional text that is not written yet (引言, 标题, 注, a topic)."""
    parent = state.mapping(path[:-1])
    if not new:
        return ()
    item = state.item(path[:-1]) if len(path) > 1 else state.edition.root
    order = [child.key for child in item.children] if item else []
    if parent is None or not parent.entries:
        return _opened(state, path, new)
    if item is not None and item.kind is Kind.TABLE and path[-1] not in order:
        order.append(path[-1])  # 注 stands behind the figures
    if parent.flow:
        line = f"{path[-1]}: {_on_one_line(new, in_braces=True, style='plain')}"
        return (insert(state, parent, path[-1], [line], order),)
    return (insert(state, parent, path[-1], block(path[-1], new, step_of(state)), order),)


def _opened(state: Typed, path: Path, new: list[str]) -> tuple[Edit, ...]:
    """A part that has no entries yet gets its first one."""
    entry, part = state.entry(path[:-1]), _part(state, path)
    step = step_of(state)
    if entry is None and part is not None and len(path) == 2:
        below = [" " * step + line for line in block(path[-1], new, step)]
        order = [item.key for item in state.edition.items]
        return (insert(state, state.root, path[0], [f"{path[0]}:", *below], order),)
    if entry is None or not isinstance(entry.value, Scalar) or entry.value.text.strip():
        raise RefusedError(f"“{path[0]}”里放不下“{path[-1]}”", "请先在这一部分加上小标题")
    margin = " " * (entry.key.span.column - 1 + step)
    below_lines = "".join(f"{state.line_break}{margin}{line}" for line in block(path[-1], new, step))
    span = entry.value.span
    gone = (Edit(span, ""),) if entry.value.style != "plain" or entry.value.text else ()
    return (*gone, Edit(end_of_line(state, span.end_line), below_lines))


def _part(state: Typed, path: Path) -> Item | None:
    found = state.edition.find(path[:1])
    return found if found is not None and found.kind is Kind.NARRATIVE else None


def block(key: str, lines: list[str], step: int) -> list[str]:
    """An entry whose text stands below ``|``, at the margin."""
    return [f"{key}: |", *(" " * step + line for line in lines)]
