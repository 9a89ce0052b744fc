"""A progress bar on stderr, only for a person, only when it takes long."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

from generator.cli.streams import is_terminal
from generator.han.width import columns

T = TypeVar("T")

_PATIENCE = 1.0
"""Seconds after which waiting wants to be explained."""
_LEAST = 5
"""Fewer files are no reason for a bar."""
_BAR = 30


def with_progress(items: Iterable[T], total: int, words: str) -> Iterator[T]:
    """The same items, with a bar while the next one is being worked on."""
    if total < _LEAST or not is_terminal(sys.stderr):
        yield from items
        return
    started = monotonic()
    shown = ""
    for done, item in enumerate(items, 1):
        _wipe(shown)
        yield item
        shown = bar(done, total, words) if done < total and monotonic() - started > _PATIENCE else ""
        print(shown, end="", file=sys.stderr, flush=True)
    _wipe(shown)


def bar(done: int, total: int, words: str) -> str:
    """The bar itself."""
    filled = _BAR * done // total
    return f"{words} [{'#' * filled}{'-' * (_BAR - filled)}] {done}/{total}"


def _wipe(shown: str) -> None:
    """Blank out what was shown; spaces, because an old Windows console does not know the escape for it."""
    if shown:
        print(f"\r{' ' * columns(shown)}\r", end="", file=sys.stderr, flush=True)
