"""A finding as a person reads it: place and message, the source line with a caret, the hint, related places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.cli.cells import printable, readable
from generator.cli.colours import Paint
from generator.han.width import columns, columns_of
from generator.pipeline.findings import SEVERITY_WORDS, WHOLE_FILE, Finding, Span

_CUT = "…"
_CARET_MAX = 40
"""A caret line longer than this says no more."""
_RELATED_MAX = 10
"""So many related places are listed; further ones are counted."""


def finding_text(finding: Finding, source: Sequence[str], paint: Paint, cells: int) -> str:
    """The finding in several lines; the source line is cut to ``cells``, words are left whole for copying."""
    return "\n".join(_lines(finding, source, paint, cells))


def _lines(finding: Finding, source: Sequence[str], paint: Paint, cells: int) -> Iterator[str]:
    span = finding.span
    place = paint(printable(_place(finding, span)), "place")
    word = paint(SEVERITY_WORDS[finding.severity], finding.severity.value)
    yield f"{place} {word} {finding.code} {readable(finding.message)}"
    if span != WHOLE_FILE and span.line <= len(source) and source[span.line - 1].strip():
        yield from _excerpt(source[span.line - 1], span, paint, cells)
    if finding.hint:
        yield f"      提示：{readable(finding.hint)}"
    for other in finding.related[:_RELATED_MAX]:
        where = "" if finding.place else f"{printable(_place(finding, other.span))} "
        yield f"      另见：{where}{readable(other.message)}"
    if len(finding.related) > _RELATED_MAX:
        yield f"      另见：还有 {len(finding.related) - _RELATED_MAX} 处，没有列出"


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
    yield paint(gutter, "dim") + head + printable(line[first:last]) + tail
    carets = max(1, min(columns(marked), _CARET_MAX, max(columns(printable(line[start:last])), 1)))
    offset = " " * (columns(head) + columns(before))
    yield paint(" " * 6 + "| ", "dim") + offset + paint("^" * carets, "good")


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
