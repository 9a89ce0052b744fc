"""Text of pages (``pdftotext``, print to text) → its lines without what the page itself adds."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from generator.importing.browser_marks import is_printed_by_browser
from generator.importing.readers.trimming import clean


class PageLine(NamedTuple):
    """A line as it stands, with its number in the file (from 1)."""

    number: int
    text: str


_DASH = r"[-–—―－─]"
_NUMBERED = re.compile(
    rf"(?:{_DASH}{{1,2}}\s*\d{{1,4}}\s*{_DASH}{{1,2}}"
    r"|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*[（(]?\s*共\s*\d{1,4}\s*页\s*[)）]?)?"
    r"|Page\s+\d{1,4}(?:\s+of\s+\d{1,4})?)"
)
"""What only a page number looks like: dashes on both sides, or the word for page."""

_ALONE = re.compile(r"(\d{1,4})(?:\s{0,3}/\s{0,3}\d{1,4})?")
_LONGEST = 30
"""Characters of the longest page number."""

_MIN_REPEATED = 3
"""Pages that a line at the edge must stand on to be the page's head or foot."""


def is_page_number(text: str) -> bool:
    """Whether a line can be nothing but a page number."""
    text = text.strip()
    return 0 < len(text) < _LONGEST and _NUMBERED.fullmatch(text) is not None


def lone_number(text: str) -> int | None:
    """The number that is all of a line, as ``3`` or ``3/8``; it may be a figure."""
    match = _ALONE.fullmatch(text.strip())
    return int(match[1]) if match else None


def page_lines(text: str) -> list[PageLine]:
    """The lines of a file without page numbers and repeated page headers.

    A digit alone may be a figure: it is dropped only where every page ends (or begins) with one and they count up.
    """
    pages = _pages(text)
    if len(pages) > 1:
        for end in (0, -1):
            pages = _shown(_without_counted(pages, end))
            pages = _shown(_without_repeated(pages, end))
    return [
        line for page in pages for line in page if not (is_page_number(line.text) or is_printed_by_browser(line.text))
    ]


def _pages(text: str) -> list[list[PageLine]]:
    """The lines, page by page; a form feed begins a page."""
    pages: list[list[PageLine]] = [[]]
    for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        first, *others = raw.split("\f")
        pages[-1].append(PageLine(number, clean(first)))
        pages += [[PageLine(number, clean(other))] for other in others]
    return _shown(pages)


def _shown(pages: list[list[PageLine]]) -> list[list[PageLine]]:
    """The pages that something stands on."""
    return [page for page in pages if any(line.text.strip() for line in page)]


def _edges(pages: list[list[PageLine]], end: int) -> list[PageLine]:
    """The first (0) or last (-1) line of each page that is not blank."""
    return [[line for line in page if line.text.strip()][end] for page in pages]


def _without_counted(pages: list[list[PageLine]], end: int) -> list[list[PageLine]]:
    edges = _edges(pages, end)
    numbers = [lone_number(line.text) for line in edges]
    if len(pages) < 2 or not all(a is not None and b == a + 1 for a, b in pairwise(numbers)):
        return pages
    return _without(pages, edges)


def _without_repeated(pages: list[list[PageLine]], end: int) -> list[list[PageLine]]:
    """A running header or footer: the same words on every page from the second on. The first page keeps them."""
    edges = _edges(pages[1:], end)
    if len(edges) < _MIN_REPEATED or len({line.text.strip() for line in edges}) > 1:
        return pages
    return pages if edges[0].text.strip().isdigit() else [pages[0], *_without(pages[1:], edges)]


def _without(pages: list[list[PageLine]], lines: list[PageLine]) -> list[list[PageLine]]:
    """The pages, each without the line that belongs to it."""
    return [[line for line in page if line is not edge] for page, edge in zip(pages, lines, strict=True)]
