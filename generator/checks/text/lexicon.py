"""The words of running text, what each does in a sentence, and how a text is cut into them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum, auto
from functools import lru_cache
from typing import Any, NamedTuple

from generator.checks.text.parts_of_speech import ADVERB, Known, words_from
from generator.form.model import Path


class Sort(StrEnum):
    """What a word does in a sentence."""

    SUBJECT = auto()  # value: the path of a row, figure, or joint sum, or (part three,) for applications
    QUALIFIER = auto()
    ACT = auto()  # value: an Act
    RESULT = auto()  # value: Part
    OUTCOME = auto()  # value: Part, its path the cell's key
    APPLICANT = auto()  # value: alternatives, each the keys of the columns it sums up
    CARRIED = auto()  # value: Act.CARRIED_OUT where the word itself says which way
    THIS_YEAR = auto()
    LAST_YEAR = auto()
    NEXT_YEAR = auto()
    OTHER_TIME = auto()
    PLAN = auto()
    COMPARED = auto()
    CHANGED = auto()
    SELF = auto()
    SCOPE = auto()
    OWN_LEVEL = auto()
    CHANNEL = auto()
    JOINED = auto()
    RESPECTIVELY = auto()
    EACH = auto()
    TOGETHER = auto()
    PART_OF = auto()
    STATES = auto()
    NEGATION = auto()
    FOREIGN = auto()
    PARTLY = auto()
    NEUTRAL = auto()
    UNKNOWN = auto()


class Act(StrEnum):
    """What is done to what is counted."""

    RECEIVED = auto()
    NEW = auto()
    HANDLED = auto()
    ANSWERED = auto()
    CARRIED_IN = auto()
    CARRIED_OUT = auto()
    ISSUED = auto()
    REPEALED = auto()
    IN_FORCE = auto()
    PUBLISHED = auto()


class Part(NamedTuple):
    """A place in a table; ``partial`` when the word may cover only some of what is counted there."""

    path: Path
    partial: bool = False


class Word(NamedTuple):
    """A word as found. Text that no word covers is one word of sort UNKNOWN."""

    sort: Sort
    value: Any
    text: str


Words = Mapping[str, Word]


class Lexicon:
    """Words by their text, cut from a text by the longest match."""

    __slots__ = ("_lengths", "_names", "_words")

    def __init__(self, words: Words) -> None:
        self._words = words
        self._names: Words = {}
        lengths: dict[str, set[int]] = {}
        for text in words:
            lengths.setdefault(text[0], set()).add(len(text))
        self._lengths = {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}

    def with_names(self, names: Iterable[str]) -> Lexicon:
        """The same with an agency's own names added."""
        new = Lexicon.__new__(Lexicon)
        own = {name: Word(Sort.SELF, None, name) for name in names if len(name) > 1 and name not in self._words}
        new._words, new._names = self._words, own  # kept apart: to copy the dictionary for each report takes time
        new._lengths = dict(self._lengths)
        for name in own:
            here = {*new._lengths.get(name[0], ()), len(name)}
            new._lengths[name[0]] = tuple(sorted(here, reverse=True))
        return new

    def cut(self, text: str) -> list[Word]:
        """The words of a text in order: of all ways to cut it the one whose words are the least rare together."""
        whole = self._words.get(text) or self._names.get(text)
        if whole is not None:
            return [whole]
        return list(self._steps(text))

    def _steps(self, text: str) -> Iterator[Word]:
        """The best words from each place on, found from the end to the beginning."""
        end = len(text)
        costs = [0] * (end + 1)
        best: list[Word] = [_NOTHING] * end
        lengths, words, names = self._lengths, self._words, self._names
        for at in range(end - 1, -1, -1):
            char = text[at]
            cost, choice = _STRAY + costs[at + 1], None
            for length in lengths.get(char, ()):
                if at + length > end:
                    continue
                word = words.get(text[at : at + length]) or names.get(text[at : at + length])
                if word is not None:
                    total = (_OWN if length > 1 else _SHORT) + costs[at + length]
                    if total < cost:
                        cost, choice = total, word
            for known in words_from(text[at : at + 2]) if at + 1 < end else ():
                stop = at + len(known.text)
                if stop <= end and known.rarity + costs[stop] < cost and text.startswith(known.text, at):
                    cost, choice = known.rarity + costs[stop], _common(known)
            costs[at] = cost
            best[at] = choice or _stray(char)
        at = 0
        while at < end:
            yield best[at]
            at += len(best[at].text)


_OWN, _SHORT, _STRAY = 6, 5, 18
"""How rare, in bits, a word of this dictionary is taken to be, one of a single character, and a character of no word:
so two words of ours win over a common one made of them, and a common word over one of ours with a stray beside it."""
_DENYING = "不未没无非勿"
_NOTHING = Word(Sort.UNKNOWN, None, "")


@lru_cache(maxsize=1 << 12)
def _common(known: Known) -> Word:
    """A word that only the list of common words has: adverbs and the like say nothing of what is counted."""
    says_nothing = known.kind == ADVERB and not any(char in _DENYING for char in known.text)
    return Word(Sort.NEUTRAL if says_nothing else Sort.UNKNOWN, known.kind, known.text)


@lru_cache(maxsize=1 << 12)
def _stray(char: str) -> Word:
    return Word(Sort.UNKNOWN, None, char)
