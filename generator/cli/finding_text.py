"""A finding as a person reads it: place and message, the source line with a caret, the hint, related places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.cli.cells import printable, readable, wrapped
from generator.cli.colours import Paint
from generator.findings import WHOLE_FILE, Finding, Span, word_of
from generator.han.width import columns, columns_of, is_ambiguous

_CUT = "…"
_INDENT = " " * 6
_CARET_MAX = 40
"""A caret line longer than this says no more."""
_RELATED_MAX = 10
"""So many related places are listed; further ones are counted."""


def finding_text(finding: Finding, source: Sequence[str], paint: Paint, cells: int, *, wrap: bool = False) -> str:
    """The finding in several lines; the source line is cut to ``cells``.

    ``wrap``: words are broken to ``cells`` too, with their indent (a terminal breaks them without); else they are left
    whole for copying.
    """
    return "\n".join(_lines(finding, source, paint, cells if wrap else 0, cells))


def _lines(finding: Finding, source: Sequence[str], paint: Paint, width: int, cells: int) -> Iterator[str]:
    span = finding.span
    place, word = printable(_place(finding, span)), word_of(finding)
    head = f"{place} {word} {finding.code} "
    first, *rest = _broken(head + readable(finding.message), width)
    painted = f"{paint(place, 'place')} {paint(word, finding.severity.value)}"
    yield painted + first.removeprefix(f"{place} {word}") if first.startswith(f"{place} {word}") else first
    yield from rest
    if span != WHOLE_FILE and span.line <= len(source) and source[span.line - 1].strip():
        yield from _excerpt(source[span.line - 1], span, paint, cells)
    if finding.hint:
        yield from _broken(f"{_INDENT}提示：{readable(finding.hint)}", width, _INDENT + " " * columns("提示："))
    for other in finding.related[:_RELATED_MAX]:
        where = "" if finding.place else f"{printable(_place(finding, other.span))} "
        yield from _broken(f"{_INDENT}另见：{where}{readable(other.message)}", width, _INDENT + " " * columns("另见："))
    if len(finding.related) > _RELATED_MAX:
        yield f"{_INDENT}另见：还有 {len(finding.related) - _RELATED_MAX} 处，没有列出"


def _broken(text: str, width: int, indent: str = _INDENT) -> list[str]:
    """The lines of ``text``, the second and further ones behind ``indent``; ``width`` 0: as it is."""
    if not width or columns(text) <= width:
        return [text]
    start = text[: len(text) - len(text.lstrip(" "))]
    first, *rest = wrapped(text.lstrip(" "), width - max(len(indent), len(start)))
    return [start + first, *(indent + line for line in rest)]


def _place(finding: Finding, span: Span) -> str:
    """file:line:column; in a published report the place in words."""
    return f"{finding.file}: {finding.place}" if finding.place else f"{finding.file}:{span.line}:{span.column}"


def _excerpt(line: str, span: Span, paint: Paint, cells: int) -> Iterator[str]:
    """The source line, cut around the place if it is long, and the caret line under it."""
    gutter = f"{span.line:>5} | "
    start = min(span.column, len(line) + 1) - 1
    stop = len(line) if span.end_line > span.line else max(start + 1, min(span.end_column - 1, len(line)))
    first, last = _window(line, start, cells - len(gutter) - 2)
    before, marked = printable(line[first:start]), printable(line[start:stop])
    head, tail = _CUT * (first > 0), _CUT * (last < len(line))
    inside = min(max(stop, start + 1), last) if start < last else start
    shown = printable(line[start:inside])
    painted = paint(shown or " ", "mark")
    place = painted if shown or painted != " " else ""
    yield paint(gutter, "dim") + head + before + place + printable(line[inside:last]) + tail
    carets = max(1, min(columns(marked), _CARET_MAX, max(columns(printable(line[start:last])), 1)))
    yield paint(" " * 6 + "| " + _offset(head + before), "dim") + paint("^" * carets, "good")


def _offset(before: str) -> str:
    """As wide as ``before`` on every terminal: characters that some show in one cell and some in two stand for
    themselves."""
    return "".join(c if is_ambiguous(c) else " " * columns_of(c) for c in before)


def _window(line: str, start: int, cells: int) -> tuple[int, int]:
    """The stretch of a long line to show: the place with as much around it as fits, two thirds of it behind."""
    if columns(printable(line)) <= cells + 2:
        return 0, len(line)
    first = last = start
    room = cells
    while room > 1 and (first > 0 or last < len(line)):
        if last < len(line) and (first == 0 or (last - start) < 2 * (start - first) + 8):
            room -= _cells(line[last])
            last += 1
        elif first > 0:
            first -= 1
            room -= _cells(line[first])
        else:
            break
    return first, last


def _cells(character: str) -> int:
    return columns_of(character) if character.isprintable() else columns(printable(character))
