"""Passages that stand in a text twice, found in time linear in its length.

Copied passages begin where a clause begins, so only clause starts are looked up, each by as many characters as a
repetition has at least; a match is then stretched as far as it goes, and the search goes on behind it. Paragraphs that
are shorter than that count only as a whole, and are looked up as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

LONG_ENOUGH = 30
"""Characters, stock phrases and titles not counted, from which a repetition is worth a finding."""
WHOLE_PARAGRAPH = 20
"""The same for a paragraph repeated as a whole."""


ADJACENT = 10
"""The same for a sentence that is said again right behind itself."""


class TextStretch(NamedTuple):
    """``start`` to ``end`` in the text of that number, counted from 0."""

    number: int
    start: int
    end: int


class Repetition(NamedTuple):
    """The same words at two places."""

    first: TextStretch
    again: TextStretch


def repetitions(texts: Sequence[str], names: Sequence[str] = ()) -> Iterator[Repetition]:
    """Repeated passages; ``names`` are words that may stand anywhere (the agency's own) and do not count."""
    seen: dict[str, tuple[int, int]] = {}
    for index, text in enumerate(texts):
        done = 0
        for start in _starts(text):
            key = text[start : start + LONG_ENOUGH]
            if start < done or len(key) < (LONG_ENOUGH if start else WHOLE_PARAGRAPH):
                continue
            earlier = seen.setdefault(key, (index, start))
            if earlier == (index, start):
                continue
            found = _stretch(texts, earlier, (index, start))
            done = found.again.end - LONG_ENOUGH
            if _counts(texts, found, names):
                done = found.again.end
                yield found
        yield from _at_once(index, text)


def _at_once(index: int, text: str) -> Iterator[Repetition]:
    """A short sentence that stands twice in a row; a long one has been found already."""
    before, start = "", 0
    for sentence in text.split("。")[:-1]:
        length = len(sentence) + 1
        if sentence == before and length < LONG_ENOUGH and len(_stock().sub("", sentence)) >= ADJACENT:
            earlier = TextStretch(index, start - length, start)
            yield Repetition(earlier, TextStretch(index, start, start + length))
        before, start = sentence, start + length


def _starts(text: str) -> Iterator[int]:
    yield 0
    for match in _marks().finditer(text):
        yield match.end()


@cache
def _marks() -> re.Pattern[str]:
    return re.compile("[，。；：！？,;:]+[”）]?")


def _stretch(texts: Sequence[str], earlier: tuple[int, int], later: tuple[int, int]) -> Repetition:
    a, b = texts[earlier[0]], texts[later[0]]
    limit = min(len(a) - earlier[1], len(b) - later[1])
    if earlier[0] == later[0]:
        limit = min(limit, later[1] - earlier[1])
    length = _common(a, earlier[1], b, later[1], limit)
    return Repetition(
        TextStretch(earlier[0], earlier[1], earlier[1] + length), TextStretch(later[0], later[1], later[1] + length)
    )


def _common(a: str, at_a: int, b: str, at_b: int, limit: int) -> int:
    """How many characters agree, by comparing slices that double."""
    length, step = 0, LONG_ENOUGH
    while step and length < limit:
        step = min(step, limit - length)
        if a[at_a + length : at_a + length + step] == b[at_b + length : at_b + length + step]:
            length += step
            step *= 2
        else:
            step //= 2
    return min(length, limit)


def _counts(texts: Sequence[str], found: Repetition, names: Sequence[str]) -> bool:
    first, again = found
    words = texts[again.number][again.start : again.end]
    for name in names:
        words = words.replace(name, "")
    weight = len(_stock().sub("", words))
    whole = all(place.start == 0 and place.end == len(texts[place.number]) for place in (first, again))
    return weight >= (WHOLE_PARAGRAPH if whole else LONG_ENOUGH)


@cache
def _stock() -> re.Pattern[str]:
    """What is said again without being copied: titles, set phrases, figures and marks."""
    return re.compile(
        r"《[^》]*》?|（[^）]*〔\d+〕[^）]*）|习近平[^，。；]*思想|党的[^，。；]*精神|以[^，。"
        r"；]*为指导|党中央、国务院|[，。；：、！？“”（）\s\d]"
    )
