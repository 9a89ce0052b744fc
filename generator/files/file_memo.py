"""What was read from a file, kept while the file stays as it is: editors check at every pause in typing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Hashable
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


def remembered_together(files: tuple[str, ...], wish: Hashable, make: Callable[[], T]) -> T:
    """``make()``, or what it gave before for the same ``wish`` while all files are as they were (or still missing)."""
    states = tuple(_state_of(file) for file in files)
    place = (make.__qualname__, tuple(map(os.path.abspath, files)), wish)
    kept = _kept_together.get(place)
    if kept is not None and kept[0] == states:
        found: T = kept[1]
        return found
    result = make()
    _kept_together.pop(place, None)
    if all(state is None or time.time_ns() - state[2] >= _JUST_NOW for state in states):
        while len(_kept_together) >= _MOST:
            _kept_together.pop(next(iter(_kept_together)))
        _kept_together[place] = (states, result)
    return result


_kept_together: dict[tuple[str, tuple[str, ...], Hashable], tuple[tuple[tuple[int, int, int] | None, ...], Any]] = {}


def _state_of(file: str) -> tuple[int, int, int] | None:
    try:
        found = os.stat(file)
    except (OSError, ValueError):
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
