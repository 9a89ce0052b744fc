"""How alike two texts are, numbers and years left out."""

from __future__ import annotations

import re
from functools import cache

SHORTEST = 10
"""Characters from which identical texts count."""
LONG = 50
"""Characters from which nearly identical texts count."""
NEARLY = 0.9
"""From this ratio on two texts are nearly identical."""


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(r"[\d〇零一二三四五六七八九十百千万亿两.,%％\s]+")


def words_of(text: str) -> str:
    """A text without numbers, years and spaces."""
    return _figures().sub("", text)


def likeness(text: str, other: str) -> float | None:
    """The ratio (0 to 1) of two texts that are alike enough to be named, else None."""
    words, others = words_of(text), words_of(other)
    if words == others:
        return 1.0 if len(words) >= SHORTEST else None
    if min(len(words), len(others)) < LONG:
        return None
    from rapidfuzz.fuzz import ratio

    found = ratio(words, others, score_cutoff=NEARLY * 100) / 100
    return found if found >= NEARLY else None
