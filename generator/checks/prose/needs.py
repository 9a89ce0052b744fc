"""Whether a text may hold what a pattern finds: words of which one must stand in it, looked for before the pattern.

Of a paragraph the characters are gathered once (``Passage.chars``). A word whose first character is not among them does
not stand in it; so a whole table of patterns is sifted by one intersection of two sets, and most are never tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from generator.checks.prose.remembering import of_text

Kind = TypeVar("Kind")


@of_text
def characters(text: str) -> frozenset[str]:
    """The characters of a text."""
    return frozenset(text)


class Needs:
    """Words of which one must stand in a text."""

    __slots__ = ("begins",)

    def __init__(self, words: Iterable[str]) -> None:
        self.begins: dict[str, list[str]] = {}
        for word in words:
            self.begins.setdefault(word[0], []).append(word)

    def met_by(self, text: str, chars: frozenset[str]) -> bool:
        """Whether one of the words stands in ``text``; ``chars`` are its characters, maybe with more beside them."""
        if self.begins.keys().isdisjoint(chars):
            return False
        return any(word in text for begin, words in self.begins.items() if begin in chars for word in words)


class Sieve(Generic[Kind]):
    """Kinds of things to look for, each with its needs; of most texts it lets hardly any through."""

    __slots__ = ("_begins", "_kinds", "_words")

    def __init__(self, kinds: Iterable[tuple[Iterable[str], Kind]]) -> None:
        self._kinds: list[Kind] = []
        self._words: dict[str, list[tuple[str, int]]] = {}
        for index, (words, kind) in enumerate(kinds):
            self._kinds.append(kind)
            for word in words:
                self._words.setdefault(word[0], []).append((word, index))
        self._begins = frozenset(self._words)

    def possible(self, text: str, chars: frozenset[str]) -> list[Kind]:
        """The kinds that may stand in a text, in their order; ``chars`` as for :class:`Needs`."""
        begun = self._begins & chars
        if not begun:
            return []
        found = {index for begin in begun for word, index in self._words[begin] if word in text}
        return [self._kinds[index] for index in sorted(found)]
