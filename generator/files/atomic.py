"""Writing files so that each is either wholly there or not at all, and the older one is never lost."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from generator.files.ending import at_the_end
from generator.files.errors import cannot_write
from generator.files.temporary import create, remove_leftovers, temporary_name

Inspect = Callable[[str, bytes], None]
"""Looks at what the disk gives back for a path, before the older file is replaced; raises to keep the older one."""


_under_way: dict[str, int] = {}
"""The temporary files that are being written, each with the process that does it."""
_making = threading.RLock()
"""Held while a temporary file is made, and for good once the program ends: another thread may still be writing."""
_MAKING = 1.0
"""Seconds in which a file is made; a disk that takes longer keeps nobody from ending."""


def discard_temporaries() -> None:
    """Remove what is not in place yet, and let nothing new be made: the program ends at once."""
    _making.acquire(timeout=_MAKING)
    for temporary, process in list(_under_way.items()):
        if process == os.getpid():
            with contextlib.suppress(OSError, ValueError):
                os.unlink(temporary)


at_the_end(discard_temporaries)


class _Staged(NamedTuple):
    """A file that is written but not in place yet. ``path`` is as asked for, ``target`` where it really lies."""

    path: str
    target: str
    temporary: str


def write_atomic(path: str, data: bytes) -> None:
    """Write ``data`` beside ``path`` under a temporary name, flush it to the disk, then put it in place.

    Raises UserError when that is not possible; the older file is then untouched.
    """
    write_all({path: data})


def write_all(contents: Mapping[str, bytes], inspect: Inspect | None = None, *, fresh: bool = False) -> None:
    """Write several files, each as ``write_atomic`` does; none is put in place before all are on the disk.

    ``fresh``: none may be there yet, not even at the last moment. Raises UserError, or whatever ``inspect`` raises.
    """
    staged: list[_Staged] = []
    held: list[int] = []
    try:
        for path, data in contents.items():
            with _said_of(path):
                staged.append(_staged(path))
                _write_through(staged[-1], data, held)
        for each in staged if inspect else ():
            with _said_of(each.path):
                back = _read_back(each.temporary)
            if inspect:
                inspect(each.path, back)
        for each in staged:
            with _said_of(each.path):
                _put_in_place(each, fresh)
    finally:
        for each in staged:
            with contextlib.suppress(OSError, ValueError):
                os.unlink(each.temporary)
            _under_way.pop(each.temporary, None)
        for lock in held:
            os.close(lock)


def _put_in_place(staged: _Staged, fresh: bool) -> None:
    if fresh:
        try:
            os.link(staged.temporary, staged.target)
            return
        except FileExistsError:
            raise
        except (OSError, AttributeError):  # a disk or system without hard links
            if os.path.lexists(staged.target):
                raise _fault(errno.EEXIST) from None
    os.replace(staged.temporary, staged.target)


@contextlib.contextmanager
def _said_of(path: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as fault:
        raise cannot_write(path, fault) from fault


def _staged(path: str) -> _Staged:
    """Where ``path`` is going to be written. A link stays a link: what it leads to is replaced."""
    target = os.path.realpath(path) if os.path.islink(path) else os.path.abspath(path)
    folder, name = os.path.split(target)
    try:
        os.makedirs(folder, exist_ok=True)
    except FileExistsError:
        raise _fault(errno.ENOTDIR) from None
    remove_leftovers(folder)
    return _Staged(path, target, os.path.join(folder, temporary_name(name)))


def _write_through(staged: _Staged, data: bytes, held: list[int]) -> None:
    """Write a new file to the disk; what keeps others from taking it for a leftover is added to ``held``."""
    older = _older(staged.path)
    _under_way[staged.temporary] = os.getpid()
    with _making:
        descriptor, lock = create(staged.temporary)
    if lock is not None:
        held.append(lock)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if older is not None:
        _keep_owner_and_mode(staged.temporary, older)


def _older(path: str) -> os.stat_result | None:
    """The file that is going to be replaced. Raises OSError for a folder, a device, and what is marked read-only.

    Windows refuses to replace a read-only file; other systems would do it, but somebody meant it to stay.
    """
    try:
        older = os.stat(path)
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(older.st_mode):
        raise _fault(errno.EISDIR)
    if not stat.S_ISREG(older.st_mode):
        raise _fault(errno.ENODEV)
    if not older.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise _fault(errno.EROFS)
    return older


def _fault(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def _keep_owner_and_mode(path: str, older: os.stat_result) -> None:
    """Give the new file the older one's owner, where that is allowed, and its permissions."""
    with contextlib.suppress(OSError, AttributeError):  # Windows has no owners of this kind
        os.chown(path, older.st_uid, older.st_gid)
    with contextlib.suppress(OSError):
        os.chmod(path, older.st_mode & 0o777)


def _read_back(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
