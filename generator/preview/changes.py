"""Noticing that files may have changed: by the system's own notice where watchfiles is installed, else by looking.

What counts is the signature of the files; a tick only says that it is worth comparing. So a notice that is late, lost
(network drives) or about another file does no harm.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from threading import Event
from typing import NamedTuple

_INTERVAL = 0.25
"""Seconds between two looks where nothing gives notice."""
_LONGEST = 1000
"""Milliseconds after which to look without notice: not every drive gives it."""


class Stamp(NamedTuple):
    """A file's time of change in nanoseconds, its size in bytes, and its identity."""

    time: int
    size: int
    identity: int


Signature = tuple[Stamp | None, ...]
"""A stamp for each file, None for one that is not there."""
Paths = Callable[[], tuple[str, ...]]
"""The files to follow now; they change when the report names another 上年报告."""


def signature(paths: tuple[str, ...]) -> Signature:
    """What tells one state of the files from another."""
    return tuple(map(_stamp, paths))


def ticks(paths: Paths, stop: Event) -> Iterator[None]:
    """A tick whenever the files may have changed, until ``stop`` is set."""
    while not stop.is_set():
        try:
            yield from _noticed(paths, stop)
        except (ImportError, OSError):  # not installed, or a folder that is not there or cannot be watched
            stop.wait(_INTERVAL)
            yield


def _noticed(paths: Paths, stop: Event) -> Iterator[None]:
    """Ticks by the system's notice, as long as the files stay in the same folders. Raises ImportError, OSError."""
    from watchfiles import watch

    folders = _folders(paths())
    notices = watch(
        *folders,
        watch_filter=None,
        debounce=100,
        step=20,
        stop_event=stop,
        rust_timeout=_LONGEST,
        yield_on_timeout=True,
        raise_interrupt=False,
        recursive=False,
    )
    for _ in notices:
        yield
        if _folders(paths()) != folders:
            return


def _folders(paths: tuple[str, ...]) -> list[str]:
    """The folders to watch: editors replace files, so the file itself will not do."""
    return sorted({os.path.dirname(os.path.abspath(path)) for path in paths})


def _stamp(path: str) -> Stamp | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return Stamp(found.st_mtime_ns, found.st_size, found.st_ino)
