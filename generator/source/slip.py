"""A wrong notation of one value: what is wrong and what to write instead."""

from __future__ import annotations

from typing import NamedTuple


class Slip(NamedTuple):
    """NB103 (notation) or NB104 (range) for one value; the caller adds place and fix.

    ``replacement`` is the right text for the whole value, where it is known; ``certain`` says that nobody can have
    meant another one (2O7 is most likely 207, but that is for a person to say).
    """

    code: str
    message: str
    hint: str
    replacement: str | None = None
    certain: bool = True
