"""Where an office's settings lie: beside the report or at most three folders above it, never out of its own place."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

NAMES = ("nianbao.yaml", "nianbao.yml")
_PARENTS = 3
"""Folders above the report's that are looked in."""
_HOME, _REPOSITORY = "~", ".git"


def is_profile(path: str) -> bool:
    """Whether a file's name says that it holds settings."""
    return os.path.basename(path).lower() in NAMES


def find_profile(path: str) -> str | None:
    """The settings that hold for the report at ``path``; None where there are none."""
    for folder in _folders(os.path.dirname(os.path.abspath(path))):
        for name in NAMES:
            file = os.path.join(folder, name)
            if os.path.isfile(file) and os.path.abspath(path) != file:
                return file
    return None


def _folders(folder: str) -> Iterator[str]:
    """The report's own folder, then those above it, up to where somebody else's place begins."""
    home = os.path.realpath(os.path.expanduser(_HOME))
    yield folder
    for _ in range(_PARENTS):
        above = os.path.dirname(folder)
        is_last = os.path.realpath(folder) == home or os.path.lexists(os.path.join(folder, _REPOSITORY))
        if is_last or above == folder or os.path.dirname(above) == above or _is_open(above):
            return
        folder = above
        yield folder


def _is_open(folder: str) -> bool:
    """Whether others may write into a folder: what lies there may be anybody's."""
    try:
        return bool(os.stat(folder).st_mode & stat.S_IWOTH)
    except OSError:
        return True
