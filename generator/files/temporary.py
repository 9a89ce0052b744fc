"""Temporary files: named, held while a run is at work on them, and removed when a run was killed and left them.

A run under way holds a lock on each of its temporary files, which the system lets go whatever ends the run. So on the
same machine a leftover is known at once. The locks of other machines on a shared disk may not be seen from here, and
Windows has none of this kind: there a file counts as left over when it is an hour old.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
import zlib
from functools import cache, lru_cache

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_STALE = 3600
"""Seconds after which a temporary file is left over, where no lock tells."""
_OURS = re.compile(r"\..+\.(?P<machine>[0-9a-f]{4})[0-9a-f]{8}\.tmp", re.DOTALL)


def temporary_name(name: str) -> str:
    """A name that no other run uses. A long one is cut to leave room for the suffix within 255 bytes."""
    short = name.encode("utf-8", "surrogateescape")[:200].decode("utf-8", "ignore")
    return f".{short}.{_machine()}{os.urandom(4).hex()}.tmp"


def create(path: str) -> tuple[int, int | None]:
    """Make a new file and hold it: its descriptor for writing, and another that keeps it held until it is closed.

    Raises OSError. The second is None where files cannot be held.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    while True:
        file = os.open(path, flags, 0o666)
        if not _hold(file):
            return file, None
        if os.fstat(file).st_nlink:
            return file, os.dup(file)
        os.close(file)  # between the two lines above, another run took it for a leftover


def _hold(file: int, *, wait: bool = True) -> bool:
    if fcntl is None:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@lru_cache(maxsize=64)
def remove_leftovers(folder: str) -> None:
    """Remove the temporary files that a killed run left in a folder; once a run, for folders can be large."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            ours = _OURS.fullmatch(entry.name)
            with contextlib.suppress(OSError):
                if ours and entry.is_file(follow_symlinks=False) and _is_left(entry, ours["machine"]):
                    os.unlink(entry.path)


def _is_left(entry: os.DirEntry[str], machine: str) -> bool:
    return _is_old(entry) or (machine == _machine() and _is_free(entry.path))


def _is_old(entry: os.DirEntry[str]) -> bool:
    return abs(time.time() - entry.stat().st_mtime) > _STALE  # or written while the clock was wrong


def _is_free(path: str) -> bool:
    """Whether no run holds it."""
    if fcntl is None:
        return False
    file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    try:
        return _hold(file, wait=False)
    finally:
        os.close(file)


@cache
def _machine() -> str:
    """Four hexadecimal digits of this machine's name."""
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return f"{zlib.crc32(name.encode('utf-8', 'surrogateescape')) & 0xFFFF:04x}"
