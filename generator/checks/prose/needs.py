"""Whether a text may hold what a pattern finds: words of which one must stand in it, looked for before the pattern.

Of a text the characters are gathered once (``Passage.chars``). A word whose characters are not all among them does not
stand in it, which is told without looking through the text; most patterns are never tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

Kind = TypeVar("Kind")


class Needs:
    """Words of which one must stand in a text."""

    __slots__ = ("_characters", "_words", "begins")

    def __init__(self, words: Iterable[str]) -> None:
        every = tuple(words)
        self.begins = frozenset(word[0] for word in every)
        self._characters = frozenset(word for word in every if len(word) == 1)
        self._words = tuple((frozenset(word), word) for word in every if len(word) > 1)

    def met_by(self, text: str, chars: frozenset[str]) -> bool:
        """Whether one of the words stands in ``text``; ``chars`` are its characters, maybe with more beside them."""
        if not self._characters.isdisjoint(chars):
            for character in self._characters & chars:
                if character in text:
                    return True
        return any(characters <= chars and word in text for characters, word in self._words)


class Sieve(Generic[Kind]):
    """Kinds of things to look for, each with its needs; of most texts it lets hardly any through."""

    __slots__ = ("_kinds",)

    def __init__(self, kinds: Iterable[tuple[Iterable[str], Kind]]) -> None:
        made = ((Needs(words), kind) for words, kind in kinds)
        self._kinds = tuple((needs.begins, needs, kind) for needs, kind in made)

    def possible(self, text: str, chars: frozenset[str]) -> list[Kind]:
        """The kinds that may stand in a text, in their order."""
        begun = [entry for entry in self._kinds if not entry[0].isdisjoint(chars)]
        return [kind for _, needs, kind in begun if needs.met_by(text, chars)]
