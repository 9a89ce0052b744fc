"""Digits and signs of other widths and scripts as ASCII. A raised, circled or numbered mark is no digit and stays."""

from __future__ import annotations

import re
import unicodedata

_KEPT = "，：；（）！"
"""Chinese punctuation that means something of its own in a figure."""
_BLANKS = dict.fromkeys((0x3000, 0xA0, *range(0x2000, 0x200B), 0x202F), " ")
_ASCII = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _KEPT}
_SIGNS: dict[int, str] = {**_BLANKS, **_ASCII}
_FULL_STOP = re.compile(r"[0-9]+。[0-9]+")


def half_width(text: str) -> str:
    """``１２．５`` → 12.5, ``٣`` → 3. ``²``, ``①`` and ``⒈`` stay: they are marks, not part of a figure.

    (Compatibility normalisation, NFKC, would turn them into digits: 237¹ into 2371.)
    """
    if text.isascii():
        return text
    plain = "".join(_digit(char) for char in text.translate(_SIGNS))
    return plain.replace("。", ".") if _FULL_STOP.fullmatch(plain) else plain


def _digit(char: str) -> str:
    """A decimal digit of any script in ASCII; anything else as it is."""
    return str(unicodedata.decimal(char)) if not char.isascii() and char.isdecimal() else char
