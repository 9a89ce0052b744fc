"""Ctrl+C, or being told to end: once, work is wound up; while importing, or twice, the program ends at once."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import NoReturn

from generator.files.ending import end_at_once

STOPPED = 130
"""The exit code of a program that was told to end."""
_WORDS = "已停止。\n"
_IMPORTING = "<frozen importlib"

_told = False
_owner = 0


def listen() -> None:
    """Answer Ctrl+C from now on; being ended, or losing the terminal, is the same."""
    global _owner  # noqa: PLW0603 - a signal comes to the process, not to an object
    _owner = os.getpid()
    if callable(signal.getsignal(signal.SIGINT)):  # where it is ignored (nohup, &), it stays so
        signal.signal(signal.SIGINT, stop)
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # nohup has it ignored
            signal.signal(number, stop)


def ended() -> None:
    """All is done and said: whoever tells the program to end now tells it what it does anyway."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is stop:
            signal.signal(number, signal.SIG_IGN)  # Python itself leaves this one in place until its very end


def stop(_number: int, frame: FrameType | None) -> None:
    """Raise KeyboardInterrupt the first time; end at once the second, and while modules are imported.

    An import that an exception interrupts comes out as something else; nothing is under way then that needs winding up.
    """
    global _told  # noqa: PLW0603
    if os.getpid() != _owner:  # a child that has not come to its own work yet
        end_at_once(STOPPED)
    if _told or _is_importing(frame):
        stop_at_once()
    _told = True
    raise KeyboardInterrupt


def stop_at_once() -> NoReturn:
    """Say so and end, whatever is being done."""
    try:
        encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
        os.write(2, _WORDS.encode(encoding, "backslashreplace"))
    except (OSError, LookupError):
        pass
    end_at_once(STOPPED)


def _is_importing(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename.startswith(_IMPORTING):
            return True
        frame = frame.f_back
    return False
