"""Standard input and output that can say Chinese everywhere.

Data and findings go to stdout, talk goes to stderr. Words follow the stream's own encoding where that knows Chinese
(a Windows pipe in GBK), else UTF-8; data are UTF-8 always, byte for byte.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TextIO

_PROBE = "年报：错误"


def prepare() -> None:
    """Make both output streams fit for Chinese; what an encoding cannot say is written as an escape, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = stream.encoding if _knows_chinese(stream) else "utf-8"
            reconfigure(encoding=encoding, errors="backslashreplace")


def put(text: str) -> None:
    """Write a line of words to stdout."""
    print(text)


def say(text: str = "") -> None:
    """Write a line of talk to stderr."""
    if sys.stdout is not None:
        with suppress(BrokenPipeError):  # who does not read stdout any more may still read this
            sys.stdout.flush()
    print(text, file=sys.stderr, flush=True)


def put_bytes(data: bytes) -> None:
    """Write data to stdout as they are. Raises OSError when it is closed: data that go nowhere are lost."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person is looking at the stream."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def has_colour(stream: TextIO | None) -> bool:
    """Whether to colour what is written there: only on a terminal that can, and not against NO_COLOR."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _knows_chinese(stream: TextIO) -> bool:
    try:
        _PROBE.encode(stream.encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
