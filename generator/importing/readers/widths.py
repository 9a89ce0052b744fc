"""Columns that text takes up where every character is one or two columns wide."""

from __future__ import annotations

from unicodedata import east_asian_width


def is_wide(char: str) -> bool:
    """Whether a character takes two columns; those that are wide among Chinese only count as wide."""
    return char > "\x7f" and east_asian_width(char) in "WFA"


def width_of(text: str) -> int:
    """The columns a text takes up, as extraction tools and pandoc count: ambiguous characters are narrow."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def indent_of(line: str) -> int:
    """The columns of blank before a line's text."""
    blank = line[: len(line) - len(line.lstrip())]
    return width_of(blank.expandtabs(4))
