"""Text that is safe in a workbook, names of sheets and cells, and how wide a text is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.han.width import columns

_LONGEST = 32_767
"""Characters (UTF-16 units) that Excel takes in one cell."""
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_SHEET_NAME = 31
_LINE = 14.0
_AROUND = 5.0
_HIGHEST = 409.0


def safe_text(text: str) -> str:
    """The text as a cell can hold it: what XML cannot say becomes �, what is too long is cut and ends in …."""
    clean = _REFUSED.sub("�", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(clean) * 2 <= _LONGEST:
        return clean
    units = clean.encode("utf-16-le")
    cut = units[: 2 * (_LONGEST - 1)].decode("utf-16-le", "ignore")
    return clean if len(units) <= 2 * _LONGEST else f"{cut}…"


def sheet_names(names: Iterable[str]) -> list[str]:
    """The names as Excel allows them: no forbidden characters, at most 31 characters, no two alike."""
    found: list[str] = []
    taken = {"history"}
    for name in names:
        clean = _NOT_IN_SHEET_NAMES.sub(" ", safe_text(name)).strip().strip("'") or "表"
        fresh, number = _short(clean, ""), 2
        while fresh.lower() in taken:
            fresh, number = _short(clean, f"({number})"), number + 1
        taken.add(fresh.lower())
        found.append(fresh)
    return found


def _short(name: str, ending: str) -> str:
    """The name cut to make room for its ending; Excel counts UTF-16 units."""
    room = 2 * (_SHEET_NAME - len(ending))
    return name.encode("utf-16-le")[:room].decode("utf-16-le", "ignore").rstrip("' ") + ending


def name_of_cell(row: int, column: int, fixed: str = "") -> str:
    """B3 for row 2, column 1; ``fixed`` '$' for $B$3, which stays as it is when a formula is copied."""
    letters, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{fixed}{letters}{fixed}{row + 1}"


def reference(sheet: str, cells: str) -> str:
    """Cells of another sheet, as formulas name them."""
    return "'" + sheet.replace("'", "''") + "'!" + cells


def width(text: str) -> int:
    """The width of the text's longest line in Latin characters; a Han character takes two."""
    lines = text.split("\n")
    return max(columns(line, ambiguous=2) for line in lines)


def height(lines: int) -> float:
    """Points that a row takes for so many lines of text in 10 points, as far as a row can be high."""
    return min(lines * _LINE + _AROUND, _HIGHEST)


@lru_cache(maxsize=8192)
def lines_in(text: str, cells: float) -> int:
    """How many lines a text takes in a column so wide."""
    room = max(2, int(cells) - 1)
    return sum(max(1, -(-columns(line, ambiguous=2) // room)) for line in text.split("\n"))
