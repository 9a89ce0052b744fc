"""Text of pages (``pdftotext``, print to text) → its lines without what the page itself adds."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from generator.importing.readers.trimming import clean


class Line(NamedTuple):
    """A line as it stands, with its number in the file (from 1)."""

    number: int
    text: str


_DASH = r"[-–—―－─]"
_NUMBERED = re.compile(
    rf"\s*(?:{_DASH}{{1,2}}\s*\d{{1,4}}\s*{_DASH}{{1,2}}"
    r"|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*[（(]?\s*共\s*\d{1,4}\s*页\s*[)）]?)?"
    r"|Page\s+\d{1,4}(?:\s+of\s+\d{1,4})?)\s*"
)
"""What only a page number looks like: dashes on both sides, or the word for page."""

_ALONE = re.compile(r"\s*(\d{1,4})(?:\s*/\s*\d{1,4})?\s*")
_MIN_REPEATED = 3


def is_page_number(text: str) -> bool:
    """Whether a line can be nothing but a page number."""
    return _NUMBERED.fullmatch(text) is not None


def lone_number(text: str) -> int | None:
    """The number that is all of a line, as ``3`` or ``3/8``; it may be a figure."""
    match = _ALONE.fullmatch(text)
    return int(match[1]) if match else None


def page_lines(text: str) -> list[Line]:
    """The lines of a file without page numbers and repeated page headers.

    A digit alone may be a figure: it is dropped only where every page ends (or begins) with one and they count up.
    """
    pages = _pages(text)
    if len(pages) > 1:
        for end in (0, -1):
            _drop_counted(pages, end)
            _drop_repeated(pages, end)
    return [line for page in pages for line in page if not is_page_number(line.text)]


def _pages(text: str) -> list[list[Line]]:
    """The lines, page by page; a form feed begins a page."""
    pages: list[list[Line]] = [[]]
    for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        first, *others = raw.split("\f")
        pages[-1].append(Line(number, clean(first)))
        pages += [[Line(number, clean(other))] for other in others]
    return [page for page in pages if any(line.text.strip() for line in page)]


def _edges(pages: list[list[Line]], end: int) -> list[Line]:
    """The first (0) or last (-1) line of each page that is not blank."""
    return [[line for line in page if line.text.strip()][end] for page in pages]


def _drop_counted(pages: list[list[Line]], end: int) -> None:
    numbers = [lone_number(line.text) for line in _edges(pages, end)]
    if all(a is not None and b == a + 1 for a, b in pairwise(numbers)):
        _drop(pages, _edges(pages, end))


def _drop_repeated(pages: list[list[Line]], end: int) -> None:
    """A running header or footer: the same words on every page from the second on. The first page keeps them."""
    later = pages[1:]
    edges = _edges(later, end)
    if len(later) < _MIN_REPEATED or len({line.text.strip() for line in edges}) > 1:
        return
    if not edges[0].text.strip().isdigit():
        _drop(later, edges)


def _drop(pages: list[list[Line]], lines: list[Line]) -> None:
    """Takes one line out of each page, unless nothing would be left of it."""
    for page, line in zip(pages, lines, strict=True):
        page.remove(line)
    pages[:] = [page for page in pages if any(line.text.strip() for line in page)]
