"""The working copy of a file: lines that can be mended, each character knowing the column it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.findings import Edit, Span


@dataclass(slots=True)
class WorkingLine:
    """One working line. ``origins[i]`` is the column (0-based) in source line ``number`` of ``text[i]``."""

    text: str
    number: int
    origins: list[int] | None = None

    def origin(self, column: int) -> int:
        """The source column of a working column; what was put in belongs to the character after it."""
        if self.origins is None:
            return column
        return self.origins[min(column, len(self.origins) - 1)]


class Change(NamedTuple):
    """Put ``text`` in place of the characters ``start`` to ``end`` (0-based) of working line ``line``."""

    line: int
    start: int
    end: int
    text: str


class SourceMap:
    """All working lines of a file."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = [WorkingLine(text, number) for number, text in enumerate(lines, 1)]

    def __len__(self) -> int:
        return len(self.lines)

    def __getitem__(self, index: int) -> str:
        return self.lines[index].text

    @property
    def text(self) -> str:
        """The working copy as one text."""
        return "\n".join(line.text for line in self.lines) + "\n"

    def span(self, line: int, start: int, end: int) -> Span:
        """The source place of a stretch of a working line."""
        at = self.lines[line]
        first = at.origin(start) + 1
        return Span(at.number, first, at.number, max(at.origin(end) + 1, first))

    def place(self, line: int, column: int) -> tuple[int, int]:
        """The source place (1-based) of a 1-based place in the working copy."""
        if line > len(self.lines):
            last = self.lines[-1]
            return last.number, last.origin(len(last.text)) + 1
        at = self.lines[line - 1]
        return at.number, at.origin(column - 1) + 1

    def edit(self, change: Change) -> Edit:
        """A change as an edit of the source. Ask before making it."""
        at = self.lines[change.line]
        start, end = at.origin(change.start) + 1, at.origin(change.end) + 1
        return Edit(Span(at.number, start, at.number, max(start, end)), change.text)

    def make(self, change: Change) -> int:
        """Carry a change out; the number of lines that it added."""
        line = self.lines[change.line]
        origins = line.origins if line.origins is not None else list(range(len(line.text) + 1))
        put_in = [origins[change.start]] * len(change.text)
        text = line.text[: change.start] + change.text + line.text[change.end :]
        origins = origins[: change.start] + put_in + origins[change.end :]
        if "\n" not in text:
            line.text, line.origins = text, origins
            return 0
        parts, at = [], 0
        for part in text.split("\n"):
            parts.append(WorkingLine(part, line.number, origins[at : at + len(part) + 1]))
            at += len(part) + 1
        self.lines[change.line : change.line + 1] = parts
        return len(parts) - 1
