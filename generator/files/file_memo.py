"""What was read from a file, kept while the file stays as it is: editors check at every pause in typing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
_MOST = 4
"""Files remembered at a time; those of a run over many reports are each read once anyway."""

_JUST_NOW = 1_000_000_000
"""Nanoseconds."""

_kept: dict[tuple[Callable[[str], Any], str], tuple[tuple[int, int, int], Any]] = {}


def remembered(path: str, read: Callable[[str], T]) -> T:
    """``read(path)``, or what it gave before if size, time and identity of the file are the same.

    What was written just now is not kept: it may change again within what the file system takes for one moment.
    """
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return read(path)
    state = (found.st_ino, found.st_size, found.st_mtime_ns)
    place = (read, os.path.abspath(path))
    if place not in _kept or _kept[place][0] != state:
        result = read(path)
        _kept.pop(place, None)
        if time.time_ns() - found.st_mtime_ns < _JUST_NOW:
            return result
        while len(_kept) >= _MOST:
            _kept.pop(next(iter(_kept)))
        _kept[place] = (state, result)
    kept: T = _kept[place][1]
    return kept
