"""Characters → lines of text, by their places."""

from __future__ import annotations

from typing import NamedTuple

from generator.importing.readers.pdf_page import Char
from generator.importing.readers.seen import raised

_GAP = 0.6
"""A blank between two characters, in heights of a character, that is a space; justified text stretches less."""


_COLUMN_GAP = 1.5
"""From here on it parts columns, and becomes three blanks or more."""

_MAX_BLANKS = 80
_SMALL, _RAISED = 0.8, 0.15
"""In heights of the tallest character of the line: a raised mark is smaller and higher (Word: 0.65, 0.35)."""


class PlacedLine(NamedTuple):
    """A line of text and its box; ``size`` is the height of its characters."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


def lines_of(chars: list[Char]) -> list[PlacedLine]:
    """The lines from top to bottom; characters share one when their middles are at the same height."""
    groups: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: (char.top + char.bottom, char.left)):
        if groups and _same_line(groups[-1], char):
            groups[-1].append(char)
        else:
            groups.append([char])
    shown = (_without_blank_ends(sorted(group, key=lambda char: char.left)) for group in groups)
    return [_line(group) for group in shown if group]


def _same_line(group: list[Char], char: Char) -> bool:
    first = group[0]
    height = max(first.bottom - first.top, char.bottom - char.top, 1.0)
    return abs((char.top + char.bottom) - (first.top + first.bottom)) / 2 < 0.4 * height


def _without_blank_ends(chars: list[Char]) -> list[Char]:
    """A line from its first to its last character that shows."""
    showing = [at for at, char in enumerate(chars) if not char.text.isspace()]
    return chars[showing[0] : showing[-1] + 1] if showing else []


def _line(chars: list[Char]) -> PlacedLine:
    sizes = sorted(char.bottom - char.top for char in chars)
    size = sizes[len(sizes) // 2]
    tallest, foot = max((char.bottom - char.top, char.bottom) for char in chars)
    pieces: list[str] = []
    last: Char | None = None
    for char in chars:
        if last is not None and _is_double(last, char):
            continue
        if last is not None:
            blank = _blank(char.left - last.right, size)
            beside_blank = char.text.isspace() or last.text.isspace()
            pieces.append("" if beside_blank and blank == " " else blank)
        pieces.append(raised(char.text) if _is_raised(char, tallest, foot) else char.text)
        last = char
    top, bottom = min(char.top for char in chars), max(char.bottom for char in chars)
    return PlacedLine("".join(pieces), chars[0].left, top, chars[-1].right, bottom, size)


def _is_raised(char: Char, size: float, foot: float) -> bool:
    """Whether a digit is the mark of a note: smaller than what stands beside it, and above its foot."""
    if not (char.text.isascii() and char.text.isdigit()):
        return False
    return char.bottom - char.top < _SMALL * size and foot - char.bottom > _RAISED * size


def _blank(gap: float, size: float) -> str:
    """The blanks that stand for a gap; one as wide as several characters parts columns."""
    if gap <= _GAP * size:
        return ""
    return " " * min(max(round(gap / size * 2), 1), _MAX_BLANKS) if gap > _COLUMN_GAP * size else " "


def _is_double(a: Char, b: Char) -> bool:
    """The same character set twice to look bold."""
    return a.text == b.text and abs(a.left - b.left) < 0.2 * max(a.right - a.left, 1.0)
