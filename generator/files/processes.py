"""Work shared out to processes: results in order, memory flat, nothing left running when the run ends early."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from generator.files.ending import end_at_once
from generator.files.errors import UserError

if TYPE_CHECKING:
    from concurrent.futures import Future

Work = TypeVar("Work")
Result = TypeVar("Result")

_MOST_ON_WINDOWS = 61
"""Processes that Windows can wait for at once."""

_QUIET = "ignore::UserWarning"

_EVERY = 0.1
"""Seconds between two looks at whether the parent is still there, where the system does not tell."""


def process_count(jobs: int, works: int) -> int:
    """How many of the ``jobs`` processes to start: no more than there are works, or than the system can wait for."""
    return min(jobs, works, _MOST_ON_WINDOWS if os.name == "nt" else jobs)


def in_parallel(
    do: Callable[[Work], Result], works: Iterable[Work], jobs: int, *, fresh: bool = False
) -> Iterator[Result]:
    """``do(work)`` for each, by ``jobs`` processes; never more than a few results wait.

    ``fresh``: the processes start anew instead of as copies of this one, as those need that keep threads. Raises
    UserError when the system ends one of the processes.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("spawn" if fresh else None)
    if _QUIET not in sys.warnoptions:
        sys.warnoptions.append(_QUIET)  # what clears up after us when we end at once need not say so
    pool = ProcessPoolExecutor(max_workers=jobs, mp_context=context, initializer=end_with_parent)
    waiting: deque[Future[Result]] = deque()
    try:
        for work in works:
            with no_signals():
                waiting.append(pool.submit(do, work))
            if len(waiting) > 2 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as fault:
        raise UserError(
            "有一个进程被系统终止了（可能是内存不足），没有全部做完",
            "已经写好的都是完整的；请减少 --jobs 的数目再运行，生成时可以加 --skip-unchanged 接着做",
        ) from fault
    finally:
        pool.shutdown(cancel_futures=True)


@contextlib.contextmanager
def no_signals() -> Iterator[None]:
    """Let Ctrl-C wait for a moment while processes are started: they inherit that, and never hear of it.

    A process that hears of it before it has come to its work says so with a traceback, or leaves the pool waiting.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_with_parent() -> None:
    """Ctrl-C is the parent's to answer; being ended ends at once; without a parent there is no work to wait for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    assert parent is not None, "only children wait"
    while os.name == "nt" or os.getppid() == parent.pid:
        if wait([parent.sentinel], _EVERY):
            break
    end_at_once(1)
