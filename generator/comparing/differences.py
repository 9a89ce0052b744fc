"""What a comparison gives: figures that differ, and the text of both sides paired line by line."""

from __future__ import annotations

from typing import NamedTuple

from generator.form.model import Path
from generator.report.model import Figure

TEXT_HEADS = ("第一份：", "第二份：")
"""How the first two lines of a comparison in words begin, each followed by a file's name."""
JSON_KEYS = ("before", "after", "same", "figures", "text")
"""What a comparison as data has, in this order."""


class FigurePair(NamedTuple):
    """A printed figure that differs. ``place`` names it in words; None is a figure that is not known."""

    path: Path
    place: str
    before: Figure
    after: Figure

    @property
    def change(self) -> Figure:
        """By how much it has grown; None where one of both is not known."""
        return None if self.before is None or self.after is None else self.after - self.before


class ChangedStretch(NamedTuple):
    """A piece of a paragraph on both sides; '' where a side has nothing there."""

    before: str
    after: str

    @property
    def same(self) -> bool:
        """Whether both sides read the same."""
        return self.before == self.after


class PrintedLine(NamedTuple):
    """A printed line of text without its number: a subheading (``heading``) or a paragraph."""

    text: str
    heading: bool = False


class LinePair(NamedTuple):
    """A line on both sides, or on one only (None on the other).

    ``stretches``: a line that is on both sides, in pieces. ``under``: the subheading it stands under, or ''.
    """

    before: PrintedLine | None
    after: PrintedLine | None
    stretches: tuple[ChangedStretch, ...] = ()
    under: str = ""

    @property
    def same(self) -> bool:
        """Whether both sides have the same line."""
        return self.before == self.after

    @property
    def heading(self) -> bool:
        """Whether it is a subheading."""
        line = self.after or self.before
        return line is not None and line.heading


class ComparedSection(NamedTuple):
    """A stretch of the report that is compared by itself: 标题, 引言, a part of text, a table's 注, 落款."""

    name: str
    pairs: tuple[LinePair, ...]

    @property
    def changed(self) -> tuple[LinePair, ...]:
        """The pairs that differ."""
        return tuple(pair for pair in self.pairs if not pair.same)

    def place(self, pair: LinePair) -> str:
        """Where a line stands, in words: 一、总体情况“主动公开”."""
        return f"{self.name}“{pair.under}”" if pair.under and not pair.heading else self.name


class Comparison(NamedTuple):
    """All figures that differ, and every section of the text, the same ones too."""

    figures: tuple[FigurePair, ...]
    sections: tuple[ComparedSection, ...]

    @property
    def changed_lines(self) -> int:
        """How many lines of text differ."""
        return sum(len(section.changed) for section in self.sections)

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not self.figures and not self.changed_lines
