"""Text places → lines: a source line is a paragraph, whatever YAML style it is typed in (DESIGN section 1, Text)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.findings import Edit, Finding, Fix, Path, Span, error
from generator.source.escapes import read_escape
from generator.source.nodes import Piece, Scalar, TextLine
from generator.source.text import SourceText

_CUT = re.compile(r"\s+(#)")


class _Char(NamedTuple):
    """One character of quoted text and the stretch of its line that it was typed as."""

    char: str
    line: int
    column: int
    width: int


def text_lines(scalar: Scalar, source: SourceText) -> tuple[TextLine, ...]:
    """The lines of a text place, trimmed, blank ones dropped; several source lines are never joined."""
    if scalar.lines is not None:
        return scalar.lines
    span = scalar.span
    if scalar.style in ("single", "double"):
        return tuple(_quoted_lines(scalar, source.lines))
    if scalar.style == "plain":
        if not scalar.text:
            return ()
        stretches = _stretches(span, source.lines)
    else:
        stretches = ((n, 1, source.lines[n - 1]) for n in range(span.line + 1, span.end_line + 1))
    return tuple(line for stretch in stretches if (line := _as_typed(*stretch)) is not None)


def cut_off(scalar: Scalar, source: SourceText) -> Span | None:
    """Where `` #`` ends a plain text, so that YAML takes the rest of the line for a comment; None if nowhere.

    After a figure or a short field that is fine; in narrative it loses text (NB009, see `cut_off_finding`).
    """
    if scalar.style != "plain" or not scalar.text:
        return None
    line = source.lines[scalar.span.end_line - 1]
    match = _CUT.match(line, scalar.span.end_column - 1)
    if match is None:
        return None
    return Span(scalar.span.end_line, match.start(1) + 1, scalar.span.end_line, len(line.rstrip()) + 1)


def cut_off_finding(scalar: Scalar, source: SourceText, path: Path = ()) -> Finding | None:
    """NB009 if the text of a narrative place is cut off by `` #``, with the fix that puts it into quotes."""
    span = cut_off(scalar, source)
    if span is None:
        return None
    message = "文字里的“ #”（空格加井号）会使它后面的内容变成注释，印不出来。"
    hint = (
        "请在冒号后写 |，文字另起一行、缩进写在下面；或者把整段文字放进单引号 '…' 里。真要写注释，请移到上一行单独写。"
    )
    return error("NB009", message, span, hint=hint, path=path, fix=_quoting(scalar, span, source))


def _quoting(scalar: Scalar, cut: Span, source: SourceText) -> Fix | None:
    """Single quotes around the text and what was cut off; none where a bracket may close after it.

    Not mechanical: what was cut off may be meant as a comment, and would be printed.
    """
    rest = source.lines[cut.line - 1][cut.column - 1 :]
    if any(mark in rest for mark in "}]"):
        return None
    start = scalar.span
    edits = [Edit(Span(start.line, start.column, start.line, start.column), "'")]
    for number in range(start.line, cut.line + 1):
        line = source.lines[number - 1]
        begin = start.column - 1 if number == start.line else 0
        edits += (Edit(Span.at(number, at + 1), "''") for at in range(begin, len(line)) if line[at] == "'")
    edits.append(Edit(Span(cut.line, cut.end_column, cut.line, cut.end_column), "'"))
    return Fix("把整段文字放进引号", tuple(edits), mechanical=False)


def _stretches(span: Span, lines: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """The parts of the source lines that a span covers: line, column, text."""
    for number in range(span.line, span.end_line + 1):
        line = lines[number - 1]
        begin = span.column - 1 if number == span.line else 0
        end = span.end_column - 1 if number == span.end_line else len(line)
        yield number, begin + 1, line[begin:end]


def _as_typed(number: int, column: int, text: str) -> TextLine | None:
    trimmed = text.strip()
    if not trimmed:
        return None
    column += len(text) - len(text.lstrip())
    return TextLine(trimmed, (Piece(0, Span.at(number, column, len(trimmed))),))


def _quoted_lines(scalar: Scalar, lines: tuple[str, ...]) -> Iterator[TextLine]:
    """Lines of quoted text: split where the source is, and at a ``\\n`` written in double quotes."""
    inner = scalar.span._replace(column=scalar.span.column + 1, end_column=scalar.span.end_column - 1)
    chars = _double if scalar.style == "double" else _single
    for number, column, text in _stretches(inner, lines):
        line: list[_Char] = []
        for char in chars(number, column, text):
            if char.char == "\n":
                yield from _from_chars(line)
                line = []
            else:
                line.append(char)
        yield from _from_chars(line)


def _single(line: int, column: int, text: str) -> Iterator[_Char]:
    at = 0
    while at < len(text):
        width = 2 if text.startswith("''", at) else 1
        yield _Char(text[at], line, column + at, width)
        at += width


def _double(line: int, column: int, text: str) -> Iterator[_Char]:
    at = 0
    while at < len(text):
        if text[at] != "\\":
            yield _Char(text[at], line, column + at, 1)
            at += 1
            continue
        char, width = read_escape(text, at)
        if char:
            yield _Char(char, line, column + at, width)
        at += width


def _from_chars(chars: list[_Char]) -> Iterator[TextLine]:
    """One trimmed line, cut into pieces where a character was not typed as itself."""
    while chars and chars[0].char.isspace():
        chars = chars[1:]
    while chars and chars[-1].char.isspace():
        chars = chars[:-1]
    pieces: list[Piece] = []
    for at, char in enumerate(chars):
        last = pieces[-1] if pieces else None
        follows = last is not None and last.span.end_column == char.column and chars[at - 1].width == char.width == 1
        if last is not None and follows:
            pieces[-1] = Piece(last.start, last.span._replace(end_column=char.column + 1))
        else:
            pieces.append(Piece(at, Span.at(char.line, char.column, char.width)))
    if chars:
        yield TextLine("".join(char.char for char in chars), tuple(pieces))
