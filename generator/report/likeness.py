"""How alike two texts are in what they say: numbers, years and spaces left out."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

NEARLY = 0.9
"""From this ratio on two texts are nearly identical."""
LONGEST = 2000
"""Characters from which on texts are compared by whole sentences: character by character takes the square of them."""


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(r"[\d〇零一二三四五六七八九十百千万亿两.,%％\s]+")


def words_of(text: str) -> str:
    """A text without numbers, years and spaces."""
    return _figures().sub("", text)


def nearness(words: str, others: str) -> float | None:
    """The ratio (0 to 1) of two texts' words if they are nearly identical, else None."""
    long = min(len(words), len(others)) > LONGEST
    found = _by_sentences(words, others) if long else _by_characters(words, others)
    return found if found >= NEARLY else None


def _by_characters(words: str, others: str) -> float:
    from rapidfuzz.fuzz import ratio

    return ratio(words, others, score_cutoff=NEARLY * 100) / 100


def _by_sentences(words: str, others: str) -> float:
    """How much of both texts stands in sentences that both have, in whatever order."""
    sentences, of_other = (Counter(re.split("[。；！？]", text)) for text in (words, others))
    common = sum(len(sentence) * times for sentence, times in (sentences & of_other).items())
    every = sum(len(sentence) * times for both in (sentences, of_other) for sentence, times in both.items())
    return 2 * common / every if every else 0.0
