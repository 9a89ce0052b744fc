"""Line breaks of other programs (Word's manual one, U+2028 …) inside a line of YAML, and the new line each is to be."""

from __future__ import annotations

import re
from typing import NamedTuple

BREAKS = "\x0b\x0c\x85\u2028\u2029"
"""Word's manual line break, a page break, and Unicode's line breaks; YAML counts some of them as such, some not."""

_BLANKS = " \t\u3000\xa0"
_BREAK = re.compile(rf"[{BREAKS}][{BREAKS}{_BLANKS}]*")
_ENTRY = re.compile(r"\s*(?:-\s+)*[^\s#:：{}\[\],\"'][^:：]{0,60}?\s*[:：](?:\s|$)|\s*-\s")
_COMMENT = re.compile(r"\s*#")


class Break(NamedTuple):
    """A stretch of such breaks with the blanks around it (offsets in the line), and what is to stand there."""

    start: int
    end: int
    text: str


def breaks_in(line: str, newline: str) -> list[Break]:
    """Every break in a line; a new line of the same text keeps its indent, behind a key it is indented deeper."""
    indent = line[: len(line) - len(line.lstrip(" "))]
    if _COMMENT.match(line):
        before = f"{newline}{indent}# "
    elif _ENTRY.match(line):
        before = f"{newline}{indent}  "
    else:
        before = f"{newline}{indent}"
    return [_break(line, match, before) for match in _BREAK.finditer(line)]


def _break(line: str, match: re.Match[str], before: str) -> Break:
    """A new line where text stands on both sides; behind a comment a blank, or the comment would become text."""
    start, end = len(line[: match.start()].rstrip(_BLANKS + BREAKS)), match.end()
    if start == 0:
        return Break(0, end, "".join(char for char in line[:end] if char == " "))
    if not line[end:]:
        return Break(start, end, "")
    is_behind_comment = _ENTRY.match(line) and " #" in line[:start]
    return Break(start, end, " " if is_behind_comment else before)
