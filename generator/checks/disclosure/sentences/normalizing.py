"""Text as it is read: full-width digits narrow, spaces gone, with the way back to the offsets of the original."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

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
    if not _gap().search(narrow):
        return Folded(narrow, None)
    kept: list[str] = []
    offsets: list[int] = []
    for index, char in enumerate(narrow):
        if char not in _SPACES:
            kept.append(char)
            offsets.append(index)
        elif _parts_words(narrow, index, kept):
            kept.append(" ")
            offsets.append(index)
    return Folded("".join(kept), tuple(offsets))


def _parts_words(text: str, index: int, kept: list[str]) -> bool:
    before, after = kept[-1] if kept else "", text[index + 1] if index + 1 < len(text) else ""
    return before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
