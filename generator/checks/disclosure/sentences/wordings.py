"""Turns of speech put into plain words before a number is judged: lists of ways, 先复议后起诉."""

from __future__ import annotations

from generator.checks.disclosure.sentences.frames import framed, rows_of_cases
from generator.checks.disclosure.sentences.lexicon import Part, Sense, Word
from generator.checks.disclosure.sentences.words import AFTERWARDS, KINDS_OF_WAYS, WAYS
from generator.form.edition import Edition
from generator.form.model import Path

_IN_A_LIST = frozenset({Sense.CHANNEL, Sense.JOINED, Sense.NEUTRAL, Sense.UNKNOWN})
_LEADING = frozenset({"先", "经", "先经", "经过", "先行", "对"})


def plain(words: list[Word], edition: Edition) -> list[Word]:
    """The words without what only dresses them."""
    if not words:
        return words
    return _without_ways(_sued_after_review(framed(words, edition), edition))


def _without_ways(words: list[Word]) -> list[Word]:
    """Without 通过网站、信函和当面三种途径: a list that says how many ways there were narrows nothing."""
    ends = [
        at
        for at in range(1, len(words))
        if words[at].text in WAYS and words[at - 1].text in KINDS_OF_WAYS and words[at].sort is Sense.NEUTRAL
    ]
    if len(ends) != 1:
        return words
    start = ends[0]
    while start and words[start - 1].sort in _IN_A_LIST:
        start -= 1
    ways = [word for word in words[start : ends[0]] if word.sort is Sense.CHANNEL]
    return [*words[:start], *words[ends[0] + 1 :]] if len(ways) > 1 else words


def _sued_after_review(words: list[Word], edition: Edition) -> list[Word]:
    """先经复议、后又起诉 as the row for it; 复议、诉讼 side by side stay two."""
    if sum(word.sort is Sense.SUBJECT for word in words) < 2:
        return words
    review, suit, after_review = rows_of_cases(edition)
    first = next((at for at, word in enumerate(words) if _names(word, review)), None)
    last = next((at for at, word in enumerate(words) if _names(word, suit)), None)
    if first is None or last is None or last < first:
        return words
    between = words[first + 1 : last]
    follows = any(word.text in AFTERWARDS for word in (*words[:first], *between))
    if not follows or any(_denies(word) for word in between):
        return words
    while first and (words[first - 1].text in _LEADING or words[first - 1].text in AFTERWARDS):
        first -= 1
    row = Word(Sense.SUBJECT, Part(after_review), "")
    return [*words[:first], row, *words[last + 1 :]]


def _names(word: Word, path: Path) -> bool:
    return word.sort is Sense.SUBJECT and word.value.path == path


def _denies(word: Word) -> bool:
    return word.sort in {Sense.NEGATION, Sense.FOREIGN, Sense.EACH}
