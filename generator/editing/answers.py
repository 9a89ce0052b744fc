"""The answers as plain data, for whatever protocol carries them."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from generator.findings import Edit, Finding, Span


class Position(NamedTuple):
    """A place between two characters: before the character at ``column``."""

    line: int
    column: int

    def within(self, span: Span) -> bool:
        """Whether it touches the span; a cursor right behind the last character does."""
        return (span.line, span.column) <= self <= (span.end_line, span.end_column)


class Hover(NamedTuple):
    """An explanation in Markdown of what stands at ``span``."""

    markdown: str
    span: Span


class CompletionKind(Enum):
    """What a completion puts in."""

    ENTRY = "entry"
    ROW = "row"
    VALUE = "value"
    NAME = "name"
    FUNCTION = "function"
    FILE = "file"


class Completion(NamedTuple):
    """One thing to put in the place of ``span``; ``text`` is a snippet, ``$1`` … the places that the cursor visits.

    Its further lines are indented as they stand to the line that they are put in: the editor adds that line's indent.
    ``detail`` is one line beside the label, ``markdown`` the explanation. They come in the order to be shown.
    """

    label: str
    text: str
    span: Span
    sort: CompletionKind
    detail: str = ""
    markdown: str = ""


class Hint(NamedTuple):
    """Words shown in the text without being in it, at ``position``; ``tooltip`` explains them."""

    position: Position
    label: str
    tooltip: str = ""


class ActionKind(Enum):
    """What a change is for."""

    FIX = "fix"
    FIX_ALL = "fix all"
    REWRITE = "rewrite"


class Action(NamedTuple):
    """A change that can be asked for. ``findings`` are those it answers, ``preferred`` says it is surely meant."""

    title: str
    kind: ActionKind
    edits: tuple[Edit, ...]
    findings: tuple[Finding, ...] = ()
    preferred: bool = False


class Symbol(NamedTuple):
    """An entry of the outline: ``span`` is all of it, ``name_span`` its key."""

    name: str
    detail: str
    span: Span
    name_span: Span
    children: tuple[Symbol, ...] = ()


class Fold(NamedTuple):
    """Lines that can be folded away, the first one stays to be seen."""

    first: int
    last: int
    is_comment: bool = False


class Location(NamedTuple):
    """A place in a file, this one or another."""

    file: str
    span: Span
