"""One figure as it was printed: what stands in a cell or a stretch of text, and the number it means."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.importing.words import half_width

NUMBER = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
"""A number as printed, in ASCII: thousands may be set off by commas."""
_UNIT = r"(?:件|条|个|份|万元|元)"
_FIGURE = re.compile(rf"({NUMBER})\s*{_UNIT}?\s*(?:\((?![一二三四五六七八九十\d]+\))([^()]{{2,80}})\))?")
_NOTHING = re.compile(r"[/\\]|[-—–―─_]{1,4}|无|〇|[oO○零]")
_SPLIT_THOUSANDS = re.compile(r"(?<=\d),\s+(?=\d{3}(?!\d))")
LONGEST = 60
"""No row of figures run together is longer; more digits are no figures."""


class Mark(NamedTuple):
    """A printed figure: ``text`` is the number's digits ('' for an empty cell), ``printed`` the cell as it stands.

    ``nothing``: a sign that stands for none (/, -, 无). ``note`` is what was added in brackets (其中修订16件).
    ``unread``: something stands there that is no figure. ``column`` is its place in a table's grid, -1 in running text.
    """

    text: str
    printed: str = ""
    nothing: bool = False
    note: str = ""
    column: int = -1
    place: str = ""
    unread: bool = False

    def at(self, column: int, place: str) -> Mark:
        """The same figure where it stands. (``_replace`` takes several times as long, and this is done for each.)"""
        return Mark(self.text, self.printed, self.nothing, self.note, column, place, self.unread)


def read_mark(cell: str) -> Mark | None:
    """A whole cell as a figure; None when it is something else. An empty cell is an empty mark."""
    if cell.isascii() and cell.isdigit() and len(cell) <= LONGEST:
        return Mark(cell, cell)
    text = half_width(cell).strip()
    if not text:
        return Mark("")
    if _NOTHING.fullmatch(text):
        return Mark("0", text, nothing=True)
    found = _FIGURE.fullmatch(_SPLIT_THOUSANDS.sub(",", text))
    if not found:
        digits = text.replace(" ", "").replace("\n", "")
        found = re.fullmatch(rf"({NUMBER})()", digits) if "\n" in text and len(digits) < LONGEST else None
    if not found or len(found[1]) > LONGEST:
        return None
    return Mark(found[1].replace(",", ""), text, note=(found[2] or "").strip())
