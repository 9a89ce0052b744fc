"""One row of the results: what was measured, its figures, and beside a target whether it was reached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.figures import Figures, ratio


class Row(NamedTuple):
    """``digits`` after the point; ``note`` says what else a reader should know; without figures, why not."""

    name: str
    figures: Figures | None
    digits: int = 2
    note: str = ""

    def line(self) -> str:
        """The table row."""
        shown = self.figures.shown(self.digits) if self.figures else "not measured"
        return f"| {self.name} | {shown} | {self.note} |"


class Target(NamedTuple):
    """``ours`` must be at most ``limit`` times ``theirs`` (or at most ``limit``, where there is no other side)."""

    text: str
    ours: Figures
    theirs: Figures | None
    limit: float

    def line(self) -> str:
        """A table row: the target, what was measured, whether it is reached."""
        found = self.ours if self.theirs is None else ratio(self.ours, self.theirs)
        return f"| {self.text} | {found.shown()} | {'yes' if found.median <= self.limit else 'no'} |"


class Section(NamedTuple):
    """A table of rows in one unit, and the targets that are judged by it."""

    title: str
    unit: str
    rows: tuple[Row, ...]
    targets: tuple[Target, ...]

    def lines(self) -> Iterator[str]:
        """The section as Markdown."""
        yield from (f"## {self.title}", "", f"| what | {self.unit} | |", "|---|---|---|")
        yield from (row.line() for row in self.rows)
        yield ""
        if self.targets:
            yield from ("| target | measured | reached |", "|---|---|---|")
            yield from (target.line() for target in self.targets)
            yield ""
