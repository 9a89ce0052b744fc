"""The words of running text, what each does in a sentence, and how a text is cut into them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum, auto
from functools import lru_cache
from typing import Any, NamedTuple

from generator.form.model import Path
from generator.han.parts_of_speech import ADVERB, KnownWord, words_from


class Sense(StrEnum):
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

    sort: Sense
    value: Any
    text: str


Words = Mapping[str, Word]


class Start(NamedTuple):
    """A word that may begin at a place: its length, its cost in bits, what it is, whether only the list of common words
    has it."""

    text: str
    length: int
    cost: int
    word: Word
    common: bool = False


class Starts(NamedTuple):
    """The words that may begin with two characters: the pair itself, its first character alone, and the longer ones by
    their third character."""

    pair: Start | None
    single: Start | None
    longer: dict[str, tuple[Start, ...]]


class _NamedStarts(dict[str, Starts]):
    """The same for an agency: its own names are among the words."""

    __slots__ = ("_by_pair", "_shared")

    def __init__(self, shared: _StartsByPair, own: Words) -> None:
        super().__init__()
        self._shared = shared
        self._by_pair: dict[str, list[Start]] = {}
        for name, word in own.items():
            self._by_pair.setdefault(name[:2], []).append(Start(name, len(name), _OWN, word))

    def __missing__(self, pair: str) -> Starts:
        if len(self) >= _MOST_PAIRS:
            self.clear()
        names = self._by_pair.get(pair)
        found = self[pair] = self._shared.with_names(pair, names) if names else self._shared[pair]
        return found


class _StartsByPair(dict[str, Starts]):
    """The words that may begin with two characters (or with the last one of a text), each pair looked up once.

    Of words that cost the same the first is chosen: ours, the longest first, then those of the list of common words.
    """

    __slots__ = ("_ours",)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._ours: dict[str, list[Start]] = {}
        for text, word in words.items():
            self._ours.setdefault(text[:2], []).append(Start(text, len(text), _OWN if len(text) > 1 else _SHORT, word))

    def __missing__(self, pair: str) -> Starts:
        if len(self) >= _MOST_PAIRS:
            self.clear()
        found = self[pair] = self.with_names(pair, ())
        return found

    def with_names(self, pair: str, names: Iterable[Start]) -> Starts:
        """The words that may begin with a pair, some names among them."""
        ours = sorted([*self._ours.get(pair, ()), *names], key=lambda start: -start.length)
        single = self._ours.get(pair[0])
        common = words_from(pair) if len(pair) > 1 else ()
        cheapest: dict[str, Start] = {}
        for start in (*ours, *(Start(k.text, len(k.text), k.rarity, _common(k), common=True) for k in common)):
            if start.text not in cheapest or start.cost < cheapest[start.text].cost:
                cheapest[start.text] = start
        longer: dict[str, tuple[Start, ...]] = {}
        for start in cheapest.values():
            if start.length > 2:
                longer[start.text[2]] = (*longer.get(start.text[2], ()), start)
        return Starts(cheapest.get(pair) if len(pair) > 1 else None, single[0] if single else None, longer)


_MOST_PAIRS = 1 << 14
"""Pairs kept, far more than a year's reports have; so many may a text made to do harm fill."""


class Lexicon:
    """Words by their text, cut from a text by the longest match."""

    __slots__ = ("_names", "_shared", "_starts", "_words")

    def __init__(self, words: Words) -> None:
        self._words = words
        self._names: Words = {}
        self._shared = _StartsByPair(words)
        self._starts: dict[str, Starts] = self._shared

    def with_names(self, names: Iterable[str]) -> Lexicon:
        """The same with an agency's own names added."""
        new = Lexicon.__new__(Lexicon)
        own = {name: Word(Sense.SELF, None, name) for name in names if len(name) > 1 and name not in self._words}
        new._words, new._names, new._shared = self._words, own, self._shared  # a copy for each report is slow
        new._starts = _NamedStarts(self._shared, own)
        return new

    def get(self, text: str) -> Word | None:
        """A word of this dictionary, not of the list of common words."""
        return self._words.get(text)

    def cut(self, text: str) -> list[Word]:
        """The words of a text in order: of all ways to cut it the one whose words are the least rare together."""
        if len(text) < 2:
            return [self._words.get(text) or _stray(text)] if text else []
        whole = self._words.get(text) or self._names.get(text)
        return [whole] if whole is not None else self._steps(text)

    def _steps(self, text: str) -> list[Word]:
        """The best words from each place on, found from the end to the beginning."""
        end = len(text)
        costs = [0] * (end + 1)
        best: list[Word | None] = [None] * end
        starts = self._starts
        for at in range(end - 1, -1, -1):
            pair, single, longer = starts[text[at : at + 2]]
            cost, choice, common = _STRAY + costs[at + 1], None, False
            if longer:
                for known, length, rarity, word, is_common in longer.get(text[at + 2 : at + 3], ()):
                    if length > 3 and not text.startswith(known, at):
                        continue
                    total = rarity + costs[at + length]
                    if total < cost or (total == cost and common and not is_common):
                        cost, choice, common = total, word, is_common
            if pair is not None:
                _, _, rarity, word, is_common = pair
                total = rarity + costs[at + 2]
                if total < cost or (total == cost and common and not is_common):
                    cost, choice, common = total, word, is_common
            if single is not None:
                total = _SHORT + costs[at + 1]
                if total < cost or (total == cost and common):
                    cost, choice = total, single.word
            costs[at] = cost
            best[at] = choice
        return _from_the_beginning(text, best)


def _from_the_beginning(text: str, best: list[Word | None]) -> list[Word]:
    """The words one after the other, of the best one from each place on (None: a stray)."""
    at = 0
    found: list[Word] = []
    while at < len(text):
        word = best[at] or _stray(text[at])
        found.append(word)
        at += len(word.text)
    return found


_OWN, _SHORT, _STRAY = 6, 5, 18
"""How rare, in bits, a word of this dictionary is taken to be, one of a single character, and a character of no word:
so two words of ours win over a common one made of them, and a common word over one of ours with a stray beside it."""
_DENYING = "不未没无非勿"


@lru_cache(maxsize=1 << 12)
def _common(known: KnownWord) -> Word:
    """A word that only the list of common words has: adverbs and the like say nothing of what is counted."""
    says_nothing = known.kind == ADVERB and not any(char in _DENYING for char in known.text)
    return Word(Sense.NEUTRAL if says_nothing else Sense.UNKNOWN, known.kind, known.text)


@lru_cache(maxsize=1 << 12)
def _stray(char: str) -> Word:
    return Word(Sense.UNKNOWN, None, char)
