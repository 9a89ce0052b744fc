"""A PDF read in a process of its own: the engine works in C, where nothing of ours can count or stop.

What a hostile file starts there must neither take the whole memory nor end this program.
"""

from __future__ import annotations

import atexit
import os
import pickle
import subprocess
import sys
from threading import Lock, Timer
from typing import IO, Any

from generator.files.ending import at_the_end
from generator.importing.blocks import Published, UnreadableError
from generator.importing.readers.refusals import refuse

MAX_SECONDS = 60
"""For one file; a report of 200 pages takes some."""

MAX_MEMORY = 2 << 30
"""Bytes, where the system keeps a process to them (not Windows, not macOS)."""

_SIZE = 8
"""Bytes of the length before each message between the two processes: our own protocol."""
_START = "import sys; sys.path[:] = sys.argv[1:]; from generator.importing.readers.pdf_apart import serve; serve()"


def read(data: bytes) -> Published:
    """The blocks of a PDF. Raises UnreadableError, also when the reading process was stopped or broke down.

    A browser has no processes, and is one itself: whoever sits before it can stop it.
    """
    if sys.platform == "emscripten":
        from generator.importing.readers.pdf import read as read_here

        return read_here(data)
    with _LOCK:
        reply = _reader().ask(data)
    if reply is None:
        raise refuse("这个 PDF 读不下来：要用的内存或者时间太多，或者文件已经损坏。")
    outcome = pickle.loads(reply)
    if isinstance(outcome, str):
        raise RuntimeError(outcome)
    if isinstance(outcome, tuple) and not isinstance(outcome, Published):
        raise UnreadableError(*outcome)
    return outcome  # type: ignore[no-any-return]


class _Reader:
    """The process; it ends when this one does, since its input ends then."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    @property
    def is_usable(self) -> bool:
        """Whether it runs and is this process's own, not that of the one it was forked from."""
        return self.owner == os.getpid() and self._process.poll() is None

    def ask(self, data: bytes) -> bytes | None:
        """What it says to a file; None when it is no more."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        patience = Timer(MAX_SECONDS, self._process.kill)
        patience.start()
        try:
            _put(self._process.stdin, data)
            reply = _take(self._process.stdout)
        except OSError:
            reply = None
        finally:
            patience.cancel()
        if reply is None:  # it may only be about to end; the next file needs another
            self.end()
        return reply

    def kill(self) -> None:
        """Have it ended, and do not wait for it."""
        self._process.kill()

    def end(self) -> None:
        """Whatever it is doing, it is no more; one of the process this one was forked from is let be."""
        if self.owner == os.getpid():
            self._process.kill()
            self._process.communicate()


_LOCK = Lock()
_readers: list[_Reader] = []


def _reader() -> _Reader:
    """The one that is there, or a new one."""
    if not _readers or not _readers[0].is_usable:
        _readers[:] = [_Reader()]
    return _readers[0]


@atexit.register
def _leave() -> None:
    """Nothing goes on reading when this program is over; whoever waits for an answer (holding the lock) gets none."""
    for reader in _readers:
        reader.end()


def _kill() -> None:
    """The same, without waiting for anything."""
    for reader in _readers:
        if reader.owner == os.getpid():
            reader.kill()


at_the_end(_kill)


def end() -> None:
    """End the process, if there is one."""
    with _LOCK:
        while _readers:
            _readers.pop().end()


def _put(stream: IO[bytes], data: bytes) -> None:
    stream.write(len(data).to_bytes(_SIZE))
    stream.write(data)
    stream.flush()


def _take(stream: IO[bytes]) -> bytes | None:
    """What was put in at the other end; None when the other end is gone."""
    size = int.from_bytes(stream.read(_SIZE))
    data = stream.read(size)
    return data if size and len(data) == size else None


def serve() -> None:
    """The process's own work: a file in, its blocks out (or why it cannot be read, or a fault of ours as text)."""
    while (data := _take(sys.stdin.buffer)) is not None:
        _keep_within_limits()
        _put(sys.stdout.buffer, pickle.dumps(_outcome(data)))


def _outcome(data: bytes) -> Any:
    import traceback

    from generator.importing.readers.pdf import read as read_here

    try:
        return read_here(data)
    except UnreadableError as problem:
        return problem.message, problem.hint
    except MemoryError:
        os._exit(1)
    except Exception:
        return traceback.format_exc()


def _keep_within_limits() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + MAX_SECONDS
    limits = {resource.RLIMIT_AS: MAX_MEMORY, resource.RLIMIT_CPU: seconds, resource.RLIMIT_CORE: 0}
    for limit, value in limits.items():
        most = resource.getrlimit(limit)[1]
        resource.setrlimit(limit, (value if most == resource.RLIM_INFINITY else min(value, most), most))
