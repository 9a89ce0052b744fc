"""Text as it is read: full-width digits narrow, 百分之九十 as 90%, spaces gone, with the way back to the original."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from generator.han.numerals import DIGITS, chinese_number

_WIDE = "０１２３４５６７８９．％"
_NARROW = str.maketrans(_WIDE, "0123456789.%")
_SPACES = " \t　\u00a0\u2002\u2003\u2009\u200b\ufeff"


class Folded(NamedTuple):
    """``text`` for reading; ``offsets[i]`` is where its i-th character stands in the original (None: at i)."""

    text: str
    offsets: tuple[int, ...] | None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that ``text[start:end]`` was read from."""
        if self.offsets is None or start >= end:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(f"[{_SPACES}]+")


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(f"[{_WIDE}]")


def fold(text: str) -> Folded:
    """Drop all spaces but those between two digits or letters, which part words."""
    narrow = text.translate(_NARROW) if _wide().search(text) else text  # to look is much quicker than to translate
    plain = with_percents(narrow)
    if not _gap().search(plain.text):
        return plain
    kept: list[str] = []
    offsets: list[int] = []
    for index, char in enumerate(plain.text):
        if char not in _SPACES:
            kept.append(char)
            offsets.append(plain.offsets[index] if plain.offsets else index)
        elif _parts_words(plain.text, index, kept):
            kept.append(" ")
            offsets.append(plain.offsets[index] if plain.offsets else index)
    return Folded("".join(kept), tuple(offsets))


def with_percents(text: str) -> Folded:
    """A text with 百分之九十五点二 written 95.2%; the digits stand for the whole of it."""
    if "百分之" not in text:
        return Folded(text, None)
    kept: list[str] = []
    offsets: list[int] = []
    done = 0
    for match in _percent().finditer(text):
        number = percentage(match[1])
        if number is not None:
            written = f"{number}%"
            kept += (text[done : match.start()], written)
            offsets += (*range(done, match.start()), match.start(), *[match.end() - 1] * (len(written) - 1))
            done = match.end()
    kept.append(text[done:])
    offsets += range(done, len(text))
    return Folded("".join(kept), tuple(offsets))


PERCENT = r"百分之((?:\d+(?:\.\d+)?|[零一二三四五六七八九十百两]+(?:点[零一二三四五六七八九]+)?))(?![几数])"
"""The pattern of a percentage in words; its group is the numeral."""


@cache
def _percent() -> re.Pattern[str]:
    return re.compile(PERCENT)


def percentage(numeral: str) -> str | None:
    """The numeral of a percentage in digits, with the decimals it was written with; None if it is none."""
    if numeral[0].isdigit():
        return numeral
    whole, _, fraction = numeral.partition("点")
    value = 100 if whole == "百" else chinese_number(whole)
    digits = "".join(str(DIGITS.index(char)) for char in fraction)
    return None if value is None else f"{value}.{digits}" if digits else str(value)


def _parts_words(text: str, index: int, kept: list[str]) -> bool:
    before, after = kept[-1] if kept else "", text[index + 1] if index + 1 < len(text) else ""
    return before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
