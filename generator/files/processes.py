"""Work shared out to processes: results in order, memory flat, nothing left running when the run ends early.

Neither a dying process nor a slow reader does harm.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from generator.files.ending import end_at_once

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Work = TypeVar("Work")
Result = TypeVar("Result")

_MOST_ON_WINDOWS = 61
"""Processes that Windows can wait for at once."""

_CHUNK = 32
"""Most items that go to a process at a time."""

_QUIET = "ignore::UserWarning"

_EVERY = 0.1
"""Seconds between two looks at whether the parent is still there, where the system does not tell."""


def process_count(jobs: int, works: int) -> int:
    """How many of the ``jobs`` processes to start: no more than there are works, or than the system can wait for."""
    return min(jobs, works, _MOST_ON_WINDOWS if os.name == "nt" else jobs)


class Task(NamedTuple, Generic[Work, Result]):
    """What is done with every item: ``work(item, context)``; ``context`` goes to each process once.

    An item on which a process dies becomes ``lost(item)``. ``fresh``: the processes start anew instead of as copies of
    this one, as those need that keep threads.
    """

    work: Callable[[Work, Any], Result]
    context: Any
    lost: Callable[[Work], Result]
    fresh: bool = False


def shared_out(items: Sequence[Work], task: Task[Work, Result], jobs: int) -> Iterator[Result]:
    """The task done on every item, in order, by ``jobs`` processes; never more than a few results wait."""
    jobs = process_count(jobs, len(items))
    if jobs <= 1:
        yield from (task.work(item, task.context) for item in items)
    else:
        yield from _Pool(task, jobs).results(items)


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


class _Pool(Generic[Work, Result]):
    """Processes that are started anew when one of them dies."""

    def __init__(self, task: Task[Work, Result], jobs: int) -> None:
        self._task, self._jobs = task, jobs
        self._pool = self._started(jobs)

    def results(self, items: Sequence[Work]) -> Iterator[Result]:
        size = max(1, min(_CHUNK, len(items) // (4 * self._jobs)))
        waiting: deque[tuple[Sequence[Work], Future[list[Result]]]] = deque()
        try:
            for start in range(0, len(items), size):
                chunk = items[start : start + size]
                waiting.append((chunk, self._submit(chunk)))
                if len(waiting) > 2 * self._jobs:
                    yield from self._result(*waiting.popleft())
            while waiting:
                yield from self._result(*waiting.popleft())
        finally:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _started(self, jobs: int) -> ProcessPoolExecutor:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        system = multiprocessing.get_context("spawn" if self._task.fresh else None)
        if _QUIET not in sys.warnoptions:
            sys.warnoptions.append(_QUIET)  # what clears up after us when we end at once need not say so
        return ProcessPoolExecutor(jobs, system, _start, (self._task.work, self._task.context))

    def _submit(self, chunk: Sequence[Work]) -> Future[list[Result]]:
        from concurrent.futures.process import BrokenProcessPool

        try:
            with no_signals():
                return self._pool.submit(_do, chunk)
        except BrokenProcessPool:
            self._pool.shutdown(wait=True)
            self._pool = self._started(self._jobs)
            with no_signals():
                return self._pool.submit(_do, chunk)

    def _result(self, chunk: Sequence[Work], future: Future[list[Result]]) -> list[Result]:
        from concurrent.futures.process import BrokenProcessPool

        try:
            return future.result()
        except BrokenProcessPool:
            return list(self._one_by_one(chunk))

    def _one_by_one(self, items: Sequence[Work]) -> Iterator[Result]:
        """Items by a process of their own, one at a time, since one of them has killed the last: that one is lost."""
        from concurrent.futures.process import BrokenProcessPool

        pool = self._started(1)
        try:
            for item in items:
                try:
                    with no_signals():
                        future = pool.submit(_do, [item])
                    [done] = future.result()
                except BrokenProcessPool:
                    pool.shutdown()
                    pool = self._started(1)
                    done = self._task.lost(item)
                yield done
        finally:
            pool.shutdown(cancel_futures=True)


_given: tuple[Callable[[Any, Any], Any], Any]


def _start(work: Callable[[Any, Any], Any], context: Any) -> None:
    global _given  # noqa: PLW0603 - a process has no other place for what it is given at its start
    _given = (work, context)
    end_with_parent()


def _do(items: Sequence[Any]) -> list[Any]:
    work, context = _given
    return [work(item, context) for item in items]
