"""What is read back from a file and what was to be printed, in the same terms, so that the two can be compared."""

from __future__ import annotations

from typing import NamedTuple

from generator.importing.blocks import Cell

Grid = tuple[tuple[Cell, ...], ...]
Item = str | Grid
"""A line of text or a table, as both sides have it."""


class ExpectedItem(NamedTuple):
    """What is to be read in a file, and the number of the block it comes from (-1: the mark of a draft)."""

    block: int
    item: Item


class Mismatch(NamedTuple):
    """A place where the file differs from the report: in words, what should be there and what is; '' for nothing."""

    file: str
    place: str
    expected: str
    found: str
