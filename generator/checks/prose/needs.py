"""Whether a text may hold what a pattern finds: words of which one must stand in it, looked for before the pattern.

Of a text the characters and the pairs of neighbours are gathered once. A word whose rarest pair is not among them does
not stand in it; so a whole table of patterns is sifted by one intersection of two sets, and most are never tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import add
from typing import Generic, NamedTuple, TypeVar

from generator.checks.prose.remembering import of_text

Kind = TypeVar("Kind")
Grams = frozenset[str]
"""The characters of a text and its pairs of neighbouring characters, maybe with more beside them."""

_FREQUENT = frozenset(
    "0123456789“”、。《》一上不与业中为主乡事人他以件众会位作例依信全公关其内况到制办加务动区单县及发台各名告员和善在地复大委完定实室容对导局展工市布平年府度建开式强息情意我报按提收改"
    "政数文新方施无日时是月有服未本机条果求法照理用申的监督社站答管组织经结统网群能行街要见规计议设请过进通道部镇门问间项领题高（），：；"
)
"""Characters that nearly every report has: a word is looked for by a pair that few have."""


@of_text
def grams(text: str) -> Grams:
    """The characters and the pairs of a text."""
    return frozenset(text).union(map(add, text, text[1:]))


def _rarest(word: str) -> str:
    """The pair of a word that the fewest texts have; a single character is its own."""
    pairs = [word] if len(word) == 1 else map(add, word, word[1:])
    return min(pairs, key=lambda pair: sum(character in _FREQUENT for character in pair))


class NeededBy(NamedTuple):
    """A word, and the number of the kind that needs it (or another one)."""

    word: str
    kind: int


class Sieve(Generic[Kind]):
    """Kinds of things to look for, each with its needs; of most texts it lets hardly any through."""

    __slots__ = ("_kinds", "_rarest", "_words")

    def __init__(self, kinds: Iterable[tuple[Iterable[str], Kind]]) -> None:
        self._kinds: list[Kind] = []
        self._words: dict[str, list[NeededBy]] = {}
        for index, (words, kind) in enumerate(kinds):
            self._kinds.append(kind)
            for word in words:
                self._words.setdefault(_rarest(word), []).append(NeededBy(word, index))
        self._rarest = frozenset(self._words)

    def words_in(self, text: str, there: Grams) -> list[NeededBy]:
        """The words that stand in a text; ``there`` are its grams."""
        return [needed for piece in self._rarest & there for needed in self._words[piece] if needed.word in text]

    def kinds_by(self, words: list[NeededBy], text: str) -> tuple[Kind, ...]:
        """The kinds that may stand in a text (or a part of one) in which no other words of the sieve stand."""
        found = {needed.kind for needed in words if needed.word in text}
        return tuple([self._kinds[index] for index in sorted(found)]) if found else ()
