"""Where the scan stands: the line it looks at and what it knows of the lines above."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.source.recovery.diagnostic import Diagnostic
from generator.source.recovery.shapes import Head, indent_of, is_blank, is_sentence
from generator.source.recovery.source_map import Change, SourceMap

Before = Literal["nothing", "data", "name", "text", "block", "empty"]


@dataclass(slots=True)
class Spot:
    """One look at one line.

    ``levels``: indents of the open mappings. ``before``: what the entry above has for a value (``empty``: its value
    may still come, deeper). ``parent``: indent of the key whose value stands at ``value``.
    """

    page: SourceMap
    keys: Collection[str]
    figures: Collection[str] | None = None
    index: int = 0
    levels: list[int] = field(default_factory=list)
    before: Before = "nothing"
    before_line: int = 0
    list_indent: int | None = None
    head: Head | None = None
    parent: int = 0
    value: int = 0

    @property
    def text(self) -> str:
        """The line looked at."""
        return self.page[self.index]

    @property
    def awaiting(self) -> bool:
        """Whether the value of the key above may stand deeper on this line."""
        return self.before in ("empty", "nothing")

    @property
    def may_be_0(self) -> bool:
        """Whether a 0 may stand behind the key of this line, as far as is known."""
        return self.head is None or self.figures is None or self.head.key in self.figures

    def stands_below(self, key: str, other: str) -> bool:
        """Whether the form has an entry of the first name below one of the second; False where that is not known."""
        return isinstance(self.keys, Mapping) and other in self.keys.get(key, ())

    def change(self, start: int, end: int, text: str, line: int | None = None) -> Change:
        """A change of this line (or another)."""
        return Change(self.index if line is None else line, start, end, text)

    def found(
        self, start: int, end: int, message: str, *changes: Change, title: str = "", hint: str = ""
    ) -> Diagnostic:
        """A slip on this line."""
        return Diagnostic(self.index, start, end, message, changes, title, hint)

    def next_line(self, after: int) -> int | None:
        """The next line that is not blank."""
        for index in range(after + 1, min(after + 200, len(self.page))):
            if not is_blank(self.page[index]):
                return index
        return None

    def child_indent(self) -> int:
        """Where the lines below the value's key should start: as the next deeper line does, else two further."""
        below = self.next_line(self.index)
        if below is not None and indent_of(self.page[below]) > self.parent:
            return indent_of(self.page[below])
        return self.parent + 2


def heads_deeper_lines(spot: Spot, index: int) -> bool:
    """``主要做法：`` aligned with the keys above, its text deeper below it: meant as a key."""
    text = spot.page[index].rstrip()
    if not text.endswith(("：", ":")) or indent_of(text) not in spot.levels or is_sentence(text):
        return False
    below = spot.next_line(index)
    return below is not None and indent_of(spot.page[below]) > indent_of(text)


Detector = Callable[[Spot], Diagnostic | None]
"""Looks at a spot for one kind of slip."""


def first(detectors: tuple[Detector, ...], spot: Spot) -> Diagnostic | None:
    """What the first detector that finds something says."""
    for detector in detectors:
        found = detector(spot)
        if found is not None:
            return found
    return None


def under_bar(spot: Spot, message: str, *more: Change) -> Diagnostic:
    """The value is text: put it under ``|``, with its continuation lines."""
    start = spot.value
    indent = " " * spot.child_indent()
    change = spot.change(start, start, f"|\n{indent}")
    end = len(spot.text.rstrip())
    return Diagnostic(
        spot.index, start, end, message, (change, *more), "在冒号后写 |，文字另起一行", indent_matters=True
    )
