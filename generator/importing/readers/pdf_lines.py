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
"""Blanks between two columns; a page is no wider."""
_LEVEL = 0.1
"""In sizes of a font; what stands on one line differs by less."""

_SMALL, _RAISED = 0.8, 0.15
"""In sizes of the largest font beside it: a raised mark is smaller, and stands higher (Word: 0.65, 0.35)."""


class PlacedLine(NamedTuple):
    """A line of text and its box; ``size`` is the height of its characters."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


def lines_of(chars: list[Char]) -> list[PlacedLine]:
    """The lines from top to bottom; characters share one when their middles are at one height, or stand on one line."""
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
    level = abs(char.baseline - group[-1].baseline) < _LEVEL * max(char.size, group[-1].size)
    return level or abs((char.top + char.bottom) - (first.top + first.bottom)) / 2 < 0.4 * height


def _without_blank_ends(chars: list[Char]) -> list[Char]:
    """A line from its first to its last character that shows."""
    showing = [at for at, char in enumerate(chars) if not char.text.isspace()]
    return chars[showing[0] : showing[-1] + 1] if showing else []


def _line(chars: list[Char]) -> PlacedLine:
    sizes = sorted(char.bottom - char.top for char in chars)
    size = sizes[len(sizes) // 2]
    marks = _raised(chars, size)
    pieces: list[str] = []
    last: Char | None = None
    for at, char in enumerate(chars):
        if last is not None and _is_double(last, char):
            continue
        if last is not None:
            blank = _blank(char.left - last.right, size)
            beside_blank = char.text.isspace() or last.text.isspace()
            pieces.append("" if beside_blank and blank == " " else blank)
        pieces.append(raised(char.text) if at in marks else char.text)
        last = char
    top, bottom = min(char.top for char in chars), max(char.bottom for char in chars)
    return PlacedLine("".join(pieces), chars[0].left, top, chars[-1].right, bottom, size)


def _raised(chars: list[Char], size: float) -> set[int]:
    """Where the digits stand that are marks of notes: smaller than the largest beside them, and above its line."""
    marks: set[int] = set()
    for stretch in _stretches(chars, size):
        largest = max((chars[at] for at in stretch), key=lambda char: (char.size, char.baseline))
        marks.update(at for at in stretch if _is_raised(chars[at], largest))
    return marks


def _stretches(chars: list[Char], size: float) -> list[list[int]]:
    """The characters of a line that no gap of a column parts, by their index; blanks aside."""
    found: list[list[int]] = []
    for at, char in enumerate(chars):
        if char.text.isspace():
            continue
        if found and char.left - chars[found[-1][-1]].right <= _COLUMN_GAP * size:
            found[-1].append(at)
        else:
            found.append([at])
    return found


def _is_raised(char: Char, beside: Char) -> bool:
    if not (char.text.isascii() and char.text.isdigit()):
        return False
    return char.size < _SMALL * beside.size and beside.baseline - char.baseline > _RAISED * beside.size


def _blank(gap: float, size: float) -> str:
    """The blanks that stand for a gap; one as wide as several characters parts columns."""
    if gap <= _GAP * size:
        return ""
    return " " * min(max(round(gap / size * 2), 1), _MAX_BLANKS) if gap > _COLUMN_GAP * size else " "


def _is_double(a: Char, b: Char) -> bool:
    """The same character set twice to look bold."""
    return a.text == b.text and abs(a.left - b.left) < 0.2 * max(a.right - a.left, 1.0)
