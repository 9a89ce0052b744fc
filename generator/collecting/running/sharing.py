"""Work shared out to processes, in order, so that neither a dying process nor a slow reader does harm."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from generator.files.processes import end_with_parent, no_signals, process_count

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

T = TypeVar("T")
R = TypeVar("R")

_FEW = 8
"""So few items are done before a second process has started."""
_CHUNK = 32
"""Most items that go to a process at a time."""


def shared_out(
    items: Sequence[T], work: Callable[[T, Any], R], scene: Any, lost: Callable[[T], R], jobs: int
) -> Iterator[R]:
    """``work(item, scene)`` for every item, in order, done by ``jobs`` processes; ``scene`` goes to each of them once.

    Never more than a few results wait, so memory stays flat. An item on which a process dies becomes ``lost(item)``.
    """
    if jobs <= 1 or len(items) <= _FEW:
        yield from (work(item, scene) for item in items)
        return
    yield from _Pool(work, scene, lost, process_count(jobs, len(items))).results(items)


class _Pool(Generic[T, R]):
    """Processes that are started anew when one of them dies."""

    def __init__(self, work: Callable[[T, Any], R], scene: Any, lost: Callable[[T], R], jobs: int) -> None:
        self._work, self._scene, self._lost, self._jobs = work, scene, lost, jobs
        self._pool = self._started(jobs)

    def results(self, items: Sequence[T]) -> Iterator[R]:
        size = max(1, min(_CHUNK, len(items) // (4 * self._jobs)))
        waiting: deque[tuple[Sequence[T], Future[list[R]]]] = deque()
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
        from concurrent.futures import ProcessPoolExecutor

        return ProcessPoolExecutor(jobs, initializer=_start, initargs=(self._work, self._scene))

    def _submit(self, chunk: Sequence[T]) -> Future[list[R]]:
        from concurrent.futures.process import BrokenProcessPool

        try:
            with no_signals():
                return self._pool.submit(_do, chunk)
        except BrokenProcessPool:
            self._pool.shutdown(wait=True)
            self._pool = self._started(self._jobs)
            with no_signals():
                return self._pool.submit(_do, chunk)

    def _result(self, chunk: Sequence[T], future: Future[list[R]]) -> list[R]:
        from concurrent.futures.process import BrokenProcessPool

        try:
            return future.result()
        except BrokenProcessPool:
            return [self._alone(item) for item in chunk]

    def _alone(self, item: T) -> R:
        """One item in a process of its own, since one of its chunk has killed the last."""
        from concurrent.futures.process import BrokenProcessPool

        with self._started(1) as pool:
            try:
                with no_signals():
                    future = pool.submit(_do, [item])
                done: list[R] = future.result()
            except BrokenProcessPool:
                return self._lost(item)
        return done[0]


_scene: tuple[Callable[[Any, Any], Any], Any]


def _start(work: Callable[[Any, Any], Any], scene: Any) -> None:
    global _scene  # noqa: PLW0603 - a process has no other place for what it is given at its start
    _scene = (work, scene)
    end_with_parent()


def _do(items: Sequence[Any]) -> list[Any]:
    work, scene = _scene
    return [work(item, scene) for item in items]
