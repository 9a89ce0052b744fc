"""What the browser is shown now: one state, its number, and the last page that could be set."""

from __future__ import annotations

import secrets
from threading import Condition
from typing import Any

from generator.pipeline.previewing import Snapshot
from generator.preview.state import state_of


class Stage:
    """Holds the newest state for any number of waiting browsers. Safe between threads."""

    def __init__(self, look: Snapshot) -> None:
        self._changed = Condition()
        self._closed = False
        self._run = secrets.token_hex(8)
        self._epoch = secrets.randbelow(10**8)  # so that no browser takes an earlier server's state for this one's
        self._number = 0
        self._page: bytes | None = None
        self._good = False
        self._state: dict[str, Any] = {}
        self.show(look)

    def show(self, look: Snapshot) -> None:
        """Put a look on the stage; while the file is broken, the last good page stays."""
        with self._changed:
            fits = look.html is not None and not (look.broken and self._good)
            if fits:
                self._good = not look.broken
                self._number += look.html != self._page
                self._page = look.html
            state = {**state_of(look, fits=fits, kept=self._good), "page": self._number}
            if state != self._state:
                self._state = state
                self._epoch += 1
                self._changed.notify_all()

    def state(self, after: int, patience: float) -> dict[str, Any]:
        """The state as soon as its epoch is not ``after``, at the latest in ``patience`` seconds.

        ``run`` tells one server from the next on the same port, ``epoch`` one state from the next.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._epoch != after, patience)
            return {**self._state, "run": self._run, "epoch": self._epoch}

    def page(self) -> bytes | None:
        """The last page that could be set, if ever there was one."""
        with self._changed:
            return self._page

    def close(self) -> None:
        """Let go all who wait."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
