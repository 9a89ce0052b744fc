"""Compiled templates kept between runs, so that a single build does not compile them again.

The cache lies in the user's own cache directory. Whatever stands in its way (no home, read-only disk, a directory
that belongs to somebody else, a damaged file) only costs the compilation, never the build.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
from contextlib import suppress

from jinja2 import BytecodeCache, compiler
from jinja2.bccache import Bucket

_DIGEST = 20


class UserBytecodeCache(BytecodeCache):
    """Compiled templates in files of the user's own, named by all that decides what they compile to.

    That is the template's source, Python, Jinja and ``options``, the file that sets the environment up. Code is loaded
    from there, so nothing is trusted that another user could have written.
    """

    def __init__(self, options: str) -> None:
        with open(options, "rb") as file:
            environment = _digest(file.read()).hex()
        jinja = os.stat(compiler.__file__)
        self._salt = f"{environment}|{sys.implementation.cache_tag}|{jinja.st_size}|{jinja.st_mtime_ns}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket from its file, if there is a sound one."""
        with suppress(OSError):
            data = _own_file(self._path(bucket))
            if _digest(data[_DIGEST:]) == data[:_DIGEST]:
                bucket.bytecode_from_string(data[_DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket's code; quietly leave it where that is not possible."""
        with suppress(OSError):
            path = self._path(bucket)
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
            if _is_own(os.lstat(os.path.dirname(path)), stat.S_IFDIR):
                code = bucket.bytecode_to_string()
                _write(path, _digest(code) + code)

    def _path(self, bucket: Bucket) -> str:
        name = hashlib.sha1(f"{self._salt}|{bucket.checksum}".encode(), usedforsecurity=False).hexdigest()
        return os.path.join(cache_directory(), f"{name}.template")


def cache_directory() -> str:
    """Where this user's compiled templates lie on this system."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "nianbao", "templates")


def _own_file(path: str) -> bytes:
    """The file's bytes. Raises OSError when it is missing, or when it or its directory is not the user's own."""
    if not _is_own(os.lstat(os.path.dirname(path)), stat.S_IFDIR):
        raise PermissionError(path)
    with open(path, "rb") as file:
        if not _is_own(os.fstat(file.fileno()), stat.S_IFREG):
            raise PermissionError(path)
        return file.read()


def _is_own(found: os.stat_result, kind: int) -> bool:
    """Of that kind, belonging to this user, writable by nobody else (Windows keeps its profile directories private)."""
    if stat.S_IFMT(found.st_mode) != kind:
        return False
    return sys.platform == "win32" or (found.st_uid == os.getuid() and not found.st_mode & 0o022)


def _write(path: str, data: bytes) -> None:
    """Write the whole file or nothing; several builds may do so at once."""
    handle, temporary = tempfile.mkstemp(prefix=".", dir=os.path.dirname(path))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)


def _digest(data: bytes) -> bytes:
    return hashlib.sha1(data, usedforsecurity=False).digest()
