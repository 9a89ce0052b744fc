"""A file's bytes as they were at one moment, even while another program writes it; never a wait without end."""

from __future__ import annotations

import errno
import os
import stat
import time

_TRIES = 25
_JUST_NOW = 200_000_000
"""Nanoseconds since the last change within which a program may still be in the middle of writing."""
_PAUSE = 0.08
"""Seconds to see whether it goes on writing."""
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever."""


def read_settled(path: str, most: int) -> bytes:
    """The first ``most`` bytes of a file, or all of them.

    Raises OSError: EISDIR for a folder, ENODEV for a pipe or device, EBUSY for a file that changes all the time.
    """
    for _ in range(_TRIES):
        handle = os.open(path, _FLAGS)
        try:
            before = _state(handle)
            data = _read(handle, most)
            if abs(time.time_ns() - before[1]) < _JUST_NOW:
                time.sleep(_PAUSE)
            if _state(handle) == before:
                return data
        finally:
            os.close(handle)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def _read(handle: int, most: int) -> bytes:
    with open(handle, "rb", closefd=False) as file:
        return file.read(most)


def _state(handle: int) -> tuple[int, int]:
    """Size and time of the last change of an open file."""
    found = os.fstat(handle)
    if stat.S_ISDIR(found.st_mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
    return found.st_size, found.st_mtime_ns
