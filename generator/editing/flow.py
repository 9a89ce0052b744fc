"""What stands in ``{…}``, read by the character, so that it can end anywhere: at the cursor, at a missing ``}``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.findings import Span
from generator.form.model import Path

Point = tuple[int, int]
"""Line and column."""

_COLONS = ":："
_COMMAS = ",，、"
_CLOSING = {"{": "}", "[": "]"}


@dataclass(slots=True)
class FlowEntry:
    """A key in braces with its way from the outermost brace, and its value as typed (nothing for a nested brace)."""

    path: Path
    span: Span
    value: str = ""
    value_column: int = 0
    last_line: int = 0


@dataclass(slots=True)
class FlowEntries:
    """The entries up to where reading ended, and what was being typed there.

    ``path``: the keys whose braces are open there. ``key``: the entry whose value is being typed, '' when a key is.
    ``word`` began at ``word_start``. ``closed``: the outermost brace was closed before the end.
    """

    entries: list[FlowEntry] = field(default_factory=list)
    path: Path = ()
    key: str = ""
    word: str = ""
    word_start: Point = (0, 0)
    closed: bool = False
    last_line: int = 0


def read_flow(lines: Sequence[str], start: Point, end: Point) -> FlowEntries:
    """Read from the opening brace at ``start`` up to ``end`` (exclusive), or to the brace that closes it."""
    reader = _Reader(start)
    for number in range(start[0], end[0] + 1):
        line = lines[number - 1]
        first = start[1] if number == start[0] else 1
        last = end[1] if number == end[0] else len(line) + 1
        for column in range(first, last):
            if line[column - 1] == "#" and (column == 1 or line[column - 2].isspace()) and not reader.quote:
                break
            reader.take(line[column - 1], (number, column))
            if reader.flow.closed:
                return reader.flow
        if number < end[0]:
            reader.end_line(number)
    return reader.flow


class _Reader:
    """The state between two characters."""

    def __init__(self, start: Point) -> None:
        self.flow = FlowEntries(last_line=start[0])
        self.quote = ""
        self.open: list[tuple[str, str]] = []  # the brackets that are open, each with the key before it
        self.entry: FlowEntry | None = None

    def take(self, char: str, at: Point) -> None:
        """One character more."""
        self.flow.last_line = at[0]
        if self.quote:
            self._in_quotes(char)
        elif char in "\"'" and not self.flow.word.strip():
            self.quote = char
            self._letter(char, at)
        elif char in _CLOSING:
            self._open(char)
        elif char in "}]":
            self._close(at)
        elif char in _COMMAS:
            self._finish(at[0])
            self.flow.key = ""
        elif char in _COLONS and not self.flow.key and self._in_braces():
            self._begin_value(at)
        else:
            self._letter(char, at)

    def end_line(self, number: int) -> None:
        """A line break: a word may go on, but what is typed begins anew for the cursor."""
        self.flow.last_line = number
        if self.flow.word.strip():
            self.flow.word += " "

    def _in_braces(self) -> bool:
        return bool(self.open) and self.open[-1][0] == "{"

    def _in_quotes(self, char: str) -> None:
        self.flow.word += char
        if char == self.quote:
            self.quote = ""

    def _letter(self, char: str, at: Point) -> None:
        flow = self.flow
        if char.isspace() and not flow.word:
            return
        if not flow.word:
            flow.word_start = at
        flow.word += char
        if flow.key and self.entry is not None:
            self.entry.value_column = self.entry.value_column or at[1]
            self.entry.value, self.entry.last_line = flow.word.rstrip(), at[0]

    def _begin_value(self, at: Point) -> None:
        flow = self.flow
        key = flow.word.strip().strip("\"'")
        line, column = flow.word_start if flow.word else at
        span = Span.at(line, column, len(flow.word.rstrip()))
        self.entry = FlowEntry((*flow.path, key), span, last_line=at[0])
        flow.entries.append(self.entry)
        flow.key, flow.word = key, ""

    def _open(self, char: str) -> None:
        flow = self.flow
        self.open.append((char, flow.key))
        if flow.key and char == "{":
            flow.path = (*flow.path, flow.key)
            flow.key = ""
        flow.word, self.entry = "", None

    def _close(self, at: Point) -> None:
        self._finish(at[0])
        flow = self.flow
        if self.open:
            bracket, key = self.open.pop()
            if bracket == "{" and key:
                flow.path, flow.key = flow.path[:-1], key
        flow.closed = not self.open

    def _finish(self, line: int) -> None:
        if self.entry is not None:
            self.entry.last_line = line
        self.flow.word, self.entry = "", None
