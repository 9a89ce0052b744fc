"""Where things stand on the pages of a PDF, in points from the page's upper left corner."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw


class Box(NamedTuple):
    """The rectangle around a text."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def texts(pdf: Path) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def places(pdf: Path, text: str) -> list[tuple[int, Box]]:
    """Every place where the text stands, with its page, counted from 1."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [(number, box) for number, page in enumerate(document, 1) for box in _boxes(page, text)]


def font(pdf: Path, text: str) -> str:
    """The name of the font in which the text's first place is set."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            words = page.get_textpage()
            if found := words.search(text, match_case=True).get_next():
                name, flags = ctypes.create_string_buffer(200), ctypes.c_int()
                raw.FPDFText_GetFontInfo(words, found[0], name, len(name), flags)
                return name.value.decode()
    raise AssertionError(f"no {text} in {pdf}")


def _boxes(page: pypdfium2.PdfPage, text: str) -> Iterator[Box]:
    words = page.get_textpage()
    search = words.search(text, match_case=True)
    while found := search.get_next():
        start, count = found
        corners = [words.get_charbox(index) for index in range(start, start + count)]
        left, bottom, right, top = zip(*corners, strict=True)
        height = page.get_height()
        yield Box(min(left), height - max(top), max(right), height - min(bottom))
