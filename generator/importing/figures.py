"""One figure as it was printed: what stands in a cell or a stretch of text, and the number it means.

The notation is read by the code that reads it in YAML (`generator.source.scalars`). Whatever else stands beside a
figure makes it unread: nothing is dropped from it, nothing is glued to it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from generator.han.numerals import CHARACTERS
from generator.importing.grid import PlacedCell
from generator.importing.words import half_width, squeezed
from generator.source.money import money
from generator.source.scalars import Slip, read_amount, read_count

NUMBER = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
"""A number as printed, in ASCII: thousands may be set off by commas."""
_NOTED = re.compile(r"([^()]+?)\s*\((?![一二三四五六七八九十\d]+\))([^()]{1,80})\)")
_UNIT_NOTE = re.compile(r"(?:单位:?)?\s*((?:[十百千]?[万千百亿])?元|[十百千]?[万千百亿]|件|条|个|份)")
_NOTHING = re.compile(r"[/\\]|[-—–―─_]{1,4}|无|〇|[oO○零]")
_SPLIT_THOUSANDS = re.compile(r"(?<=\d),\s+(?=\d{3}(?!\d))")
_TWO_FIGURES = re.compile(r"\d[\s’']+\d")
WORDS = r"[\u4e00-\u9fff“\"]"
"""How words begin; a number with a point behind it is a list's number before these, and before nothing else."""
_NUMBERING = re.compile(rf"\s*[(]?\d{{1,2}}\s*[.、)]\s*(?={WORDS})")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d\s*年度?")
_NUMERALS = "".join(sorted(CHARACTERS))
_CHANGES_BEFORE = re.compile(
    rf"(?:[-–—―负约近逾超±≈<>≤≥~△▲*×^.…]|[A-Za-z]|不到|超过|至少|将近)\s?$"
    rf"|其中[^\d,.;、。]{{,8}}$|另[有外]?\s?$|[{_NUMERALS}]$"
)
_CHANGES_AFTER = re.compile(
    r"\s?(?:[%‰余多几*×^/…]|[A-Za-z]|左右|上下|以上|以下|以内|以外|另[有外]?\s*\d)|[.:~-]\d"
    rf"|\.\s*(?!\s|$|{WORDS})|、\s*(?!\s|\d|$|{WORDS})|[{_NUMERALS}]+(?![{_NUMERALS}、.])"
)
"""What makes another figure, or none, of the digits beside it."""
_SPOKEN = re.compile(
    rf"(?:大?约|将?近|逾|超过?|不到)?(?:[{_NUMERALS}]{{2,}}|[{_NUMERALS}](?=[件条个份宗次元余多几]))"
    r"[余多来几]?(?:[件条个份宗次元]|万元|亿元)?整?"
)
"""A number in words. One character alone may be the number of a part or group."""
LONGEST = 60
"""No row of figures run together is longer; more digits are no figures."""
_MOST_WORDS = 8
"""Letters beside a number (其中两件是, 左右) that do not yet make a label of a cell."""


class Printed(NamedTuple):
    """A printed figure: ``text`` is the number's digits ('' for an empty cell), ``printed`` the cell as it stands.

    ``nothing``: a sign that stands for none (/, -, 无). ``note`` is what was added in brackets (其中修订16件).
    ``unread``: something stands there that is no figure. ``column`` is its place in a table's grid, -1 in running text.
    ``notation`` is the figure with its unit (237万, 5000元), which only the row it belongs to can settle
    (`generator.importing.units`). ``aside`` is what was seen beside the figure and is no part of it: a raised mark.
    """

    text: str
    printed: str = ""
    nothing: bool = False
    note: str = ""
    column: int = -1
    place: str = ""
    unread: bool = False
    notation: str = ""
    aside: str = ""

    def at(self, column: int, place: str) -> Printed:
        """The same figure where it stands. (``_replace`` takes several times as long, and this is done for each.)"""
        return Printed(
            self.text, self.printed, self.nothing, self.note, column, place, self.unread, self.notation, self.aside
        )


def unread(printed: str, place: str = "") -> Printed:
    """What stands where a figure should, and is none."""
    return Printed("", printed, place=place, unread=True)


def read_mark(cell: str) -> Printed | None:
    """A whole cell as a figure; None when it is something else. An empty cell is an empty mark."""
    if cell.isascii() and cell.isdigit() and len(cell) <= LONGEST:
        return Printed(cell, cell)
    text = half_width(cell).strip()
    if not text:
        return Printed("")
    if _NOTHING.fullmatch(text):
        return Printed("0", text, nothing=True)
    noted = _NOTED.fullmatch(text)
    core, note = (noted[1], noted[2].strip()) if noted else (text, "")
    if unit := _UNIT_NOTE.fullmatch(note):
        core, note = core + unit[1], ""
    found = read_notation(core) if len(note) != 1 else None
    return found._replace(printed=text, note=note) if found else None


def read_notation(text: str) -> Printed | None:
    """A number as it may be printed: plain, with thousands set off, in full-width digits, with its unit."""
    text = _SPLIT_THOUSANDS.sub(",", half_width(text).strip())
    if text.isascii() and text.isdigit() and len(text) <= LONGEST:
        return Printed(text, text)
    if len(text) > LONGEST or "\n" in text or CHARACTERS.issuperset(text) or _TWO_FIGURES.search(text):
        return None
    return _noted(text)


@lru_cache(maxsize=1024)
def _noted(text: str) -> Printed | None:
    """The same for what is no plain number; labels come again and again, and each takes long to be told from one."""
    amount = money(text)
    if amount is not None:
        return Printed(amount.number, text, notation=text)
    if (digits := _certain(read_amount(text), text)) is not None:
        return Printed(digits, text, nothing=digits == "0" and "0" not in text)
    digits = _certain(read_count(text), text)
    return None if digits is None else Printed(digits, text, notation=text)


def _certain(value: object, text: str) -> str | None:
    """The figure's digits where it can be no other."""
    if not isinstance(value, Slip):
        return text
    return value.replacement if value.certain else None


def beside_aside(cell: PlacedCell, is_first: bool) -> Printed | None:
    """The figure of a cell in which something else was seen (a raised mark, a number struck out); None for words.

    It is read only where what remains is a plain figure that no mark can belong to.
    """
    mark = read_mark(cell.bare) if cell.bare else None
    printed = f"{cell.text}（{cell.aside}）"
    if mark and mark.text and not mark.nothing:
        return mark._replace(printed=printed, aside=cell.aside)
    return None if squeezed(cell.text) and not looks_like_figure(cell.bare or cell.text, is_first) else unread(printed)


def looks_like_figure(text: str, is_first: bool) -> bool:
    """Whether a cell that could not be read was meant as a figure: a number in it, and few words beside it.

    Behind a row's first words a number in it is enough, however many words stand with it.
    """
    plain = _YEAR.sub("", _NUMBERING.sub("", half_width(text), count=1))
    words = squeezed(plain)
    if not is_first and _SPOKEN.fullmatch("".join(plain.split())):
        return True
    if not words:
        return any(char.isnumeric() and char not in CHARACTERS for char in plain)
    return (not is_first or len(words) <= _MOST_WORDS) and any(char.isdecimal() for char in plain)


def is_changed(text: str, start: int, end: int) -> bool:
    """Whether what stands directly beside the digits belongs to them: a minus sign, a letter, a mark, 约, 左右."""
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    if any(char.isnumeric() and not char.isdecimal() and char not in CHARACTERS for char in beside):
        return True
    if any(unicodedata.category(char) in {"Co", "Cn", "Cs"} or char == "\ufffd" for char in beside):
        return True  # a character that could not be decoded, or that only some font knows: perhaps a digit
    before = text[max(0, start - 10) : start]
    return _CHANGES_BEFORE.search(before) is not None or _CHANGES_AFTER.match(text, end) is not None
