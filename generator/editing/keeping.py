"""Which lines are as they were in an older state of the text: all but the one stretch between the first and the last
that differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from generator.findings import Span


class Kept:
    """Lines of the older state, found in the present one. Numbers are 1-based."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        most = min(len(old), len(new))
        self._head = _alike(old, new, most)
        self._tail = len(old) - _alike(old[::-1], new[::-1], most - self._head)
        self._shift = len(new) - len(old)

    def lines(self, first: int, last: int) -> tuple[int, int] | None:
        """Where the lines from ``first`` to ``last`` are now; None if anything was changed in or between them."""
        if last <= self._head:
            return first, last
        return (first + self._shift, last + self._shift) if first > self._tail else None

    def span(self, span: Span) -> Span | None:
        """The same for a span."""
        lines = self.lines(span.line, span.end_line)
        return span._replace(line=lines[0], end_line=lines[1]) if lines else None


def _alike(old: Sequence[str], new: Sequence[str], most: int) -> int:
    """How many lines are the same from the beginning on, at most so many."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old[:most], new[:most], strict=True)))
