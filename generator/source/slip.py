"""A wrong notation of one value: what is wrong and what to write instead."""

from __future__ import annotations

from typing import NamedTuple


class Slip(NamedTuple):
    """NB103 (notation) or NB104 (range) for one value; the caller adds place and fix.

    ``replacement`` is the right text for the whole value, where it is known.
    """

    code: str
    message: str
    hint: str
    replacement: str | None = None
