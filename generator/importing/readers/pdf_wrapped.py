"""Numbers that were too wide for their cell, and so stand on two lines of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importing.readers.pdf_lines import PlacedLine

_NUMBER = re.compile(r"[\d,，.．]+")
_LAST = re.compile(r"[\d,，.．]*[件条个份宗]?")
"""The end of a number, with its unit."""
_PADDING = 12.0
"""Points between a cell's rules, left and right together, and its text: Word and LibreOffice leave 10.8."""


def is_number(text: str) -> bool:
    """Whether a line holds digits only, of whatever width, and what may stand between them."""
    return _NUMBER.fullmatch(text) is not None


def is_wrapped(lines: Sequence[PlacedLine], width: float) -> bool:
    """Whether the lines of a cell (at least one; ``width`` in points) are one number: only digits,
    and in each line but the last no room for another. Two figures below each other in a cell leave such room."""
    *full, last = lines
    if not full or not _LAST.fullmatch(last.text) or not all(is_number(line.text) for line in full):
        return False
    digit = max((line.right - line.left) / len(line.text) for line in lines)
    return len(last.text) <= len(full[0].text) and all(
        line.right - line.left + digit > width - _PADDING for line in full
    )
