"""Lines and columns of ours (1-based, in characters) to and from the protocol's (0-based, in the client's units)."""

from __future__ import annotations

from lsprotocol import types
from pygls.workspace import PositionCodec

from generator.editing.answers import Position
from generator.editing.page import Page
from generator.findings import Edit, Span


class ClientPositions:
    """The positions of one page for one client. UTF-16 counts a rare Han character as two."""

    def __init__(self, page: Page, codec: PositionCodec) -> None:
        self._page = page
        self._codec = codec

    def position(self, line: int, column: int) -> types.Position:
        """A position of ours for the client; beyond a line's end it is its end, beyond the last line the text's."""
        if line > len(self._page.lines):
            line, column = len(self._page.lines), len(self._page.lines[-1]) + 1
        return types.Position(line - 1, self._units(self._page.line(line)[: column - 1]))

    def _units(self, text: str) -> int:
        """How many units of the client's a text has; encoded as a whole, for pygls counts character by character."""
        if self._codec.encoding == types.PositionEncodingKind.Utf32:
            return len(text)
        if self._codec.encoding == types.PositionEncodingKind.Utf8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2

    def range(self, span: Span) -> types.Range:
        """A span of ours for the client."""
        return types.Range(self.position(span.line, span.column), self.position(span.end_line, span.end_column))

    def at(self, position: types.Position) -> Position:
        """A position of the client's as ours."""
        units = 0
        line = self._page.line(position.line + 1)
        for index, character in enumerate(line):
            if units >= position.character:
                return Position(position.line + 1, index + 1)
            units += self._codec.client_num_units(character)
        return Position(position.line + 1, len(line) + 1)

    def span(self, marked: types.Range) -> Span:
        """A range of the client's as ours."""
        return Span(*self.at(marked.start), *self.at(marked.end))

    def edits(self, edits: tuple[Edit, ...]) -> list[types.TextEdit]:
        """Text edits for the client."""
        return [types.TextEdit(self.range(edit.span), edit.text) for edit in edits]
