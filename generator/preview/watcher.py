"""Following a file: looking at it again when it or last year's report has changed, never at one half written."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread

from generator.pipeline.previewing import Snapshot
from generator.preview.changes import Signature, signature, ticks
from generator.preview.state_store import Stage

QUIET = 0.1
"""Seconds without a change after which a file counts as written."""
PATIENCE = 0.6
"""The same for a file that is broken, missing or shorter than before: it may be in the middle of being written."""


class Follower(Thread):
    """Keeps the stage up to date: ``look`` is called anew after each change of the files that ``first`` depends on."""

    def __init__(self, look: Callable[[], Snapshot], stage: Stage, first: Snapshot) -> None:
        super().__init__(name="nianbao-preview", daemon=True)
        self._look, self._stage, self._inputs = look, stage, first.inputs
        self._seen: Signature = ()  # nothing yet: what changed since the first look must not be missed
        self._shown = signature(first.inputs)
        self._ended = Event()

    def run(self) -> None:
        """Follow until :meth:`stop`."""
        for _ in ticks(lambda: self._inputs, self._ended):
            while not self._ended.is_set() and signature(self._inputs) != self._seen:
                self._catch_up()

    def stop(self) -> None:
        """End, soon."""
        self._ended.set()

    def _catch_up(self) -> None:
        """One look at files that are at rest; where they are not, the next round tries again."""
        files = signature(self._inputs)
        if not self._rests(files, QUIET):
            return
        look = self._look()
        if _half_written(look, files, self._shown) and not self._rests(files, PATIENCE):
            return
        if signature(self._inputs) != files:
            return
        self._seen = self._shown = files
        if look.html is not None and look.inputs != self._inputs:
            self._inputs, self._seen = look.inputs, ()  # another 上年报告: once more, now that it is followed too
        self._stage.show(look)

    def _rests(self, files: Signature, seconds: float) -> bool:
        """Whether the files stay as they are for so long."""
        for _ in range(round(seconds / QUIET)):
            if self._ended.wait(QUIET) or signature(self._inputs) != files:
                return False
        return True


def _half_written(look: Snapshot, files: Signature, before: Signature) -> bool:
    """Whether this may be the middle of a file being written: it is broken, or one of its files is away or shorter."""
    if look.broken or None in files:
        return True
    return any(now and then and now.size < then.size for now, then in zip(files, before, strict=False))
