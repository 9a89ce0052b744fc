"""Measured values and what is said of them: the median, with the least and the greatest beside it."""

from __future__ import annotations

from typing import NamedTuple


class Figures(NamedTuple):
    """Values of one thing measured many times, in milliseconds (or MiB, bytes)."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        ordered = sorted(self.values)
        middle = len(ordered) // 2
        return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2

    def shown(self, digits: int = 2) -> str:
        """Median (least to greatest)."""
        return f"{self.median:.{digits}f} ({min(self.values):.{digits}f} to {max(self.values):.{digits}f})"


def ratio(ours: Figures, theirs: Figures) -> Figures:
    """Round by round: both were measured next to each other, so a slow moment of the machine falls on both."""
    return Figures(tuple(a / b for a, b in zip(ours.values, theirs.values, strict=True)))
