"""What a slip of punctuation is: the kind, all its places in a paragraph, what to do."""

from __future__ import annotations

from typing import NamedTuple


class Correction(NamedTuple):
    """Replace ``text[start:end]`` by ``right``."""

    start: int
    end: int
    right: str


class PunctuationSlip(NamedTuple):
    """One kind of slip in one paragraph. ``marks`` are all its places (edits, if ``certain``); ``what`` names it."""

    what: str
    marks: tuple[Correction, ...]
    hint: str
    certain: bool = True
