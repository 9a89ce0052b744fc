"""The node tree of a YAML file: what was typed, and where each key and value stands.

Plain classes: every start makes them anew, and a dataclass takes ten times as long to make.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from generator.findings import Span

_UNSEEN = " \t\r\n\u3000\xa0\u200b\u200c\u200d\u2060\ufeff"
NUMBERS_REST = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")
CUT_OFF = re.compile(r"[0-9０-９].*", re.DOTALL)
"""What YAML makes an entry of its own of when ``1,000`` stands in braces."""

Style = Literal["plain", "single", "double", "literal", "folded"]


class Scalar:
    """A value as typed. ``text`` is what YAML reads (escapes resolved, never converted to a number).

    ``span`` covers the scalar with its quotes; for a block scalar (``|``, ``>``) from the indicator to the end of
    its last line that is not blank. ``lines`` are its text lines, where they cannot be read off the source as it
    stands (a slip was mended in memory).

    The span may be given as the parser's marks (0-based): it is made of them when it is first asked for, and of most
    figures it never is.
    """

    __slots__ = ("_span", "lines", "style", "text")

    def __init__(
        self, text: str, style: Style, span: Span | tuple[Any, Any], lines: tuple[TextLine, ...] | None = None
    ) -> None:
        self.text = text
        self.style = style
        self._span = span
        self.lines = lines

    @property
    def span(self) -> Span:
        """Where it stands."""
        span = self._span
        if not isinstance(span, Span):
            start, end = span
            self._span = span = Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        return span

    @span.setter
    def span(self, span: Span) -> None:
        self._span = span

    @property
    def is_empty(self) -> bool:
        """Nothing was written (``key:``), or YAML's own words for nothing (``~``, ``null``)."""
        return self.style == "plain" and self.text in {"", "~", "null", "Null", "NULL"}

    @property
    def is_blank(self) -> bool:
        """Nothing was written, or nothing to be seen: ``''``, blanks, invisible characters, in quotes or not."""
        return self.is_empty or not self.text.strip(_UNSEEN)


class Sequence:
    """A list, ``[a, b]`` or ``- a``."""

    __slots__ = ("flow", "items", "span")

    def __init__(self, items: list[Node], span: Span, flow: bool = False) -> None:
        self.items = items
        self.span = span
        self.flow = flow


class Entry(NamedTuple):
    """One ``key: value`` of a mapping."""

    key: Scalar
    value: Node


class Mapping:
    """A mapping in file order; duplicate keys have been reported and dropped by the reader (the first one stays).

    Pieces of numbers cut off by commas (``{自然人: 1,000}``) are entries as well, each of them, in their order.

    ``unsure`` are the keys of which nobody knows what they say: written twice, merged in, or only guessed at.
    """

    __slots__ = ("_index", "entries", "flow", "span", "unsure")

    def __init__(
        self, entries: list[Entry], span: Span, flow: bool = False, index: dict[str, Entry] | None = None
    ) -> None:
        self.entries = entries
        self.span = span
        self.flow = flow
        self._index = index
        self.unsure: frozenset[str] = frozenset()

    def get(self, key: str) -> Entry | None:
        """The entry of that key, or None."""
        if self._index is None:
            self._index = {entry.key.text: entry for entry in self.entries}
        return self._index.get(key)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


Node = Scalar | Sequence | Mapping


class Piece(NamedTuple):
    """Where a stretch of a text line comes from: ``text[start:]`` up to the next piece.

    Text as typed: a character's column is ``span.column`` plus its offset in the piece. Output of an expression
    (``computed``): all its characters belong to ``span`` as a whole. Text with escapes (quotes) is cut into pieces at
    each escape, so that the rule holds.
    """

    start: int
    span: Span
    computed: bool = False


class TextLine(NamedTuple):
    """One source line of a text place: trimmed, never empty, with the way back to its columns."""

    text: str
    pieces: tuple[Piece, ...]
