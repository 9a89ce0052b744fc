"""Whether a text may hold what a pattern finds: words of which one must stand in it, looked for before the pattern.

Of a text the characters are gathered once (``Passage.chars``). A word whose characters are not all among them does not
stand in it, which is told without looking through the text; most patterns are never tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


class Needs:
    """Words of which one must stand in a text."""

    __slots__ = ("_characters", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        every = tuple(words)
        self._characters = frozenset(word for word in every if len(word) == 1)
        self._words = tuple((frozenset(word), word) for word in every if len(word) > 1)

    def met_by(self, text: str, chars: frozenset[str]) -> bool:
        """Whether one of the words stands in ``text``; ``chars`` are its characters, maybe with more beside them."""
        if not self._characters.isdisjoint(chars):
            for character in self._characters & chars:
                if character in text:
                    return True
        return any(characters <= chars and word in text for characters, word in self._words)


@lru_cache(maxsize=1 << 10)
def needs(words: str | tuple[str, ...]) -> Needs:
    """The needs of a pattern: single characters, or words. Made once for each."""
    return Needs(words)
