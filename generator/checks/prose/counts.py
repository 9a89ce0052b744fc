"""A count that a text announces, beside how many items it lists."""

from __future__ import annotations

from typing import NamedTuple


class Announced(NamedTuple):
    """``text[start:end]`` says that there are ``said`` items; ``listed`` stand there."""

    start: int
    end: int
    said: int
    listed: int
