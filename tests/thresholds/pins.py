"""A pin: two inputs as near to each other as may be, on either side of a threshold, that are read differently."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple


class Pin(NamedTuple):
    """``reads`` is true of ``yes`` and false of ``no``: a finding is there, a line is a heading …"""

    constant: str
    reads: Callable[[Any], object]
    yes: Any
    no: Any


def holds(pin: Pin) -> bool:
    return bool(pin.reads(pin.yes)) and not pin.reads(pin.no)
