"""Lines of Markdown: what belongs to no text, what was wrapped, where a list item begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.han.width import columns
from generator.importing.readers.pages import PageLine, page_lines

_FENCE = re.compile(r"\s*(?:`{3,}|~{3,}|:{3,}).*")
_RULE_MARKS = frozenset("-*_")
_MARKER = re.compile(r"\s*(?:>\s?)*(?:[-*+]\s+)?")
_NUMBER = re.compile(r"(\d{1,9}[.)])\s+")
_ITEM = re.compile(r"\s*(?:>\s*)*(?:[-*+]|\d{1,9}[.)])\s")
_TITLE = re.compile(r"title:\s*(.*)")
_COLUMNS = 80
"""The widest that programs fill lines to; pandoc fills them to 72."""

_FRONT = 60
"""Lines of the front matter at the top of a Markdown file."""


def lines_of(text: str) -> list[PageLine]:
    """The lines, without page numbers between them."""
    return page_lines(text)


def front_matter(lines: list[PageLine]) -> tuple[list[PageLine], list[PageLine]]:
    """The lines of the title that a YAML header names, and the lines after the header."""
    if not lines or lines[0].text.rstrip() != "---":
        return [], lines
    ends = [at for at, line in enumerate(lines[1:_FRONT], 1) if line.text.rstrip() in {"---", "..."}]
    if not ends or ":" not in lines[1].text:
        return [], lines
    return _title(lines[1 : ends[0]]), lines[ends[0] + 1 :]


def _title(header: list[PageLine]) -> list[PageLine]:
    for at, line in enumerate(header):
        match = _TITLE.fullmatch(line.text)
        if match and match[1].strip() not in {"|", ">", "|-", ""}:
            return [PageLine(line.number, match[1].strip().strip("\"'"))]
        if match:
            return list(_indented(header[at + 1 :]))
    return []


def _indented(lines: list[PageLine]) -> Iterator[PageLine]:
    for line in lines:
        if not line.text.startswith(" "):
            return
        yield line._replace(text=_unforced(line.text))


def is_furniture(text: str) -> bool:
    """Rules, code fences and pandoc's fences: marks without text."""
    marks = text.strip()
    if marks and marks[0] in _RULE_MARKS and len(marks.replace(" ", "")) > 2 and not marks.strip(marks[0] + " "):
        return True
    return bool(_FENCE.fullmatch(text))


def without_marker(line: PageLine) -> PageLine:
    """The line without the marks of quotations and lists; a list's number stays, it is text."""
    text = line.text[_MARKER.match(line.text).end() :]  # type: ignore[union-attr]
    number = _NUMBER.match(text)
    if number:
        text = f"{number[1]} {text[number.end() :]}"
    is_item = _ITEM.match(line.text)
    return PageLine(line.number, ("\0" if is_item else "") + text)


def joined(run: list[PageLine]) -> list[PageLine]:
    """The paragraphs of a run of lines: only lines that a program filled and broke at a blank are joined again."""
    out: list[PageLine] = []
    wrapped = _is_filled(run)
    for at, line in enumerate(run):
        text = line.text.removeprefix("\0")
        if at and wrapped and not line.text.startswith("\0") and not is_forced(run[at - 1].text):
            out[-1] = out[-1]._replace(text=f"{out[-1].text.rstrip()} {text.lstrip()}")
        else:
            out.append(line._replace(text=text))
    return [line._replace(text=_unforced(line.text)) for line in out]


def _is_filled(run: list[PageLine]) -> bool:
    """No line could have taken the first word of the next, and none is broken later than a program would."""
    pairs = [(a.text, b.text) for a, b in pairwise(run) if not is_forced(a.text)]
    return bool(pairs) and all(_is_full(a, b) for a, b in pairs if not b.startswith("\0"))


def _is_full(text: str, following: str) -> bool:
    start = text.rstrip().rpartition(" ")[0]
    words = following.split(None, 1)
    return columns(start) <= _COLUMNS and columns(text) + 1 + columns(words[0] if words else "") > _COLUMNS - 8


def is_forced(text: str) -> bool:
    """A line break that its writer asked for."""
    return text.endswith("  ") or (text.endswith("\\") and not text.endswith("\\\\"))


def _unforced(text: str) -> str:
    return text[:-1] if is_forced(text) and text.endswith("\\") else text
