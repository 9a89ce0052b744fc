"""What waiting browsers are told of the file: its newest state, numbered."""

from __future__ import annotations

import secrets
from hashlib import sha256
from threading import Condition
from typing import Any

from generator.pipeline.previewing import Snapshot
from generator.preview.state import state_of


class Stage:
    """Holds the newest state for any number of waiting browsers. Safe between threads."""

    def __init__(self, look: Snapshot) -> None:
        self._changed = Condition()
        self._closed = False
        self._epoch = secrets.randbelow(10**8)  # so that no browser takes an earlier server's state for this one's
        self._good = False
        self._state: dict[str, Any] = {}
        self.show(look)

    def show(self, look: Snapshot) -> None:
        """Put a look on the stage."""
        source = sha256("\n".join(look.checked.source_lines).encode("utf-8", "surrogatepass")).hexdigest()
        with self._changed:
            self._good = self._good or not look.broken
            state = {**state_of(look, kept=self._good and look.broken), "source": source}
            if state != self._state:
                self._state = state
                self._epoch += 1
                self._changed.notify_all()

    def state(self, after: int, patience: float) -> dict[str, Any]:
        """The state as soon as its epoch is not ``after``, at the latest in ``patience`` seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._epoch != after, patience)
            return {**self._state, "epoch": self._epoch}

    def close(self) -> None:
        """Let go all who wait."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
