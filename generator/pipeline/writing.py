"""Writing a file so that it is either wholly there or not at all, and the older one is never lost."""

from __future__ import annotations

import contextlib
import os
import secrets
import time

from generator.pipeline.errors import cannot_write

_STALE = 3600
"""Seconds after which a temporary file is left over from a run that was killed, not from one under way."""


def write_atomic(path: str, data: bytes) -> None:
    """Write ``data`` beside ``path`` under a temporary name, flush it to the disk, then put it in place.

    Raises UserError when that is not possible; the older file is then untouched.
    """
    folder, name = os.path.split(os.path.abspath(path))
    temporary = os.path.join(folder, f".{_short(name)}.{secrets.token_hex(6)}.tmp")
    try:
        os.makedirs(folder, exist_ok=True)
        _remove_stale(folder)
        _write_through(temporary, data)
        _keep_mode(path, temporary)
        os.replace(temporary, path)
    except (OSError, ValueError) as fault:
        raise cannot_write(path, fault) from fault
    finally:
        with contextlib.suppress(OSError, ValueError):
            os.unlink(temporary)


def _short(name: str) -> str:
    """The name cut to leave room for the suffix within the 255 bytes that file systems allow."""
    return name.encode("utf-8", "surrogateescape")[:200].decode("utf-8", "ignore")


def _write_through(path: str, data: bytes) -> None:
    with open(path, "xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep_mode(path: str, temporary: str) -> None:
    """Give the new file the older one's permissions."""
    with contextlib.suppress(OSError):
        os.chmod(temporary, os.stat(path).st_mode & 0o777)


def _remove_stale(folder: str) -> None:
    """Remove our own temporary files that a killed run left behind."""
    for entry in os.scandir(folder):
        if entry.name.startswith(".") and entry.name.endswith(".tmp") and _is_ours(entry.name):
            with contextlib.suppress(OSError):
                if time.time() - entry.stat().st_mtime > _STALE:
                    os.unlink(entry.path)


def _is_ours(name: str) -> bool:
    token = name[: -len(".tmp")].rpartition(".")[2]
    return len(token) == 12 and all(c in "0123456789abcdef" for c in token)
