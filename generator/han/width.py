"""How much room text takes up where a character has one column or two."""

from __future__ import annotations

from unicodedata import category, east_asian_width

_NO_ROOM = ("Mn", "Me", "Cf")
"""Marks over letters, and what shows nothing."""


def columns(text: str, *, ambiguous: int = 1) -> int:
    """The columns of a line: a Han character takes two, a mark over a letter none, as in Unicode's UAX 11.

    ``ambiguous``: those of a character that is as wide as its surroundings (“”, —, …): one in terminals, editors and
    plain text, two on a page set in Chinese type.
    """
    return len(text) if text.isascii() else sum(columns_of(character, ambiguous) for character in text)


def columns_of(character: str, ambiguous: int = 1) -> int:
    """The columns of one character: 0, 1 or 2."""
    kind = east_asian_width(character)
    if kind in "WF":
        return 2
    if category(character) in _NO_ROOM:
        return 0
    return ambiguous if kind == "A" else 1


def is_ambiguous(character: str) -> bool:
    """Whether some terminals show a character in one column and some in two: “ — … ①."""
    return character > "\x7f" and east_asian_width(character) == "A" and category(character) not in _NO_ROOM


def is_wide(character: str) -> bool:
    """Whether a character is wide, at least among Chinese."""
    return character > "\x7f" and east_asian_width(character) in "WFA"
