"""Text as it is compared: full-width signs as ASCII, labels in the usual characters without numbers and punctuation."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.han.variants import in_usual

_BLANKS: dict[int, str | None] = dict.fromkeys((0x3000, 0xA0, 0x2002, 0x2003, 0x2009), " ")
_INVISIBLE: dict[int, str | None] = dict.fromkeys((0xFEFF, 0x200B, 0x2060))
_ASCII = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SIGNS = {ord("﹣"): "-", ord("−"): "-"}
_HALF_WIDTH: dict[int, str | None] = {**_BLANKS, **_INVISIBLE, **_ASCII, **_SIGNS}
_NOT_A_LETTER = re.compile(r"[^\u3400-\u4dbf\u4e00-\u9fffA-Za-z]+")
_NUMBERING = re.compile(
    r"^\s*(?:[(]\s*(?:[一二三四五六七八九十]+|\d+)\s*[)]|[一二三四五六七八九十]+\s*[、.]|\d+\s*[.、)])\s*"
)


def half_width(text: str) -> str:
    """Full-width digits, letters, punctuation and spaces as ASCII; invisible characters dropped."""
    return text if text.isascii() else text.translate(_HALF_WIDTH)


@lru_cache(maxsize=1024)
def squeezed(text: str) -> str:
    """The letters of a text alone: no digits, spaces, punctuation; traditional characters as the usual ones."""
    return in_usual(_NOT_A_LETTER.sub("", half_width(text)))


@lru_cache(maxsize=1024)
def label_form(text: str) -> str:
    """A label as it is compared: without its number in front, spaces and punctuation."""
    return in_usual(_NOT_A_LETTER.sub("", _NUMBERING.sub("", half_width(text), count=1)))


def without_number(text: str) -> str:
    """A heading without its number in front."""
    plain = half_width(text)
    end = match.end() if (match := _NUMBERING.match(plain)) and len(plain) == len(text) else 0
    return text[end:].strip()


def similarity(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(one, other)


def distance(one: str, other: str) -> int:
    """How many characters must be changed, put in or left out to make one text of the other."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other)
