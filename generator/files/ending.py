"""What must not outlive the program, however suddenly it ends. A leaf: any room may leave something to do here."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from typing import NoReturn

_LAST: list[Callable[[], object]] = []


def at_the_end(do: Callable[[], object]) -> None:
    """Have ``do`` called when the program ends at once. It must be short, and may be called at any moment."""
    _LAST.append(do)


def end_at_once(code: int) -> NoReturn:
    """Do what is left to do, and end this process without waiting for anything."""
    for do in _LAST:
        with contextlib.suppress(BaseException):
            do()
    os._exit(code)
