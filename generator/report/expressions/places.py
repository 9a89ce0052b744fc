"""From offsets in a text line to places in the source, and pieces of a line that is put together anew."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from generator.findings import Span
from generator.source.nodes import Piece, TextLine


def span_of(line: TextLine, start: int, end: int) -> Span:
    """The source of ``line.text[start:end]``; an empty stretch gives the empty span before ``start``."""
    line_number, column = _begin_of(line, start)
    if end <= start:
        return Span(line_number, column, line_number, column)
    end_line, end_column = _end_of(line, end - 1)
    return Span(line_number, column, end_line, end_column)


def pieces_of(line: TextLine, start: int, end: int, at: int) -> Iterator[Piece]:
    """The pieces of ``line.text[start:end]`` when it stands at offset ``at`` of another text."""
    if start >= end:
        return
    first, last = _index_at(line, start), _index_at(line, end - 1)
    for index in range(first, last + 1):
        piece = line.pieces[index]
        begin, stop = max(start, piece.start), min(end, _stop_of(line, index))
        yield Piece(at + begin - start, span_of(line, begin, stop), piece.computed)


def _begin_of(line: TextLine, offset: int) -> tuple[int, int]:
    if offset >= len(line.text) and offset > 0:
        return _end_of(line, len(line.text) - 1)
    piece = line.pieces[_index_at(line, offset)]
    return piece.span.line, piece.span.column + (0 if piece.computed else offset - piece.start)


def _end_of(line: TextLine, offset: int) -> tuple[int, int]:
    """Just after the character at ``offset``. A single character may be wide in the source: an escape."""
    index = _index_at(line, offset)
    piece = line.pieces[index]
    if piece.computed or _stop_of(line, index) - piece.start == 1:
        return piece.span.end_line, piece.span.end_column
    return piece.span.line, piece.span.column + offset + 1 - piece.start


def _index_at(line: TextLine, offset: int) -> int:
    if len(line.pieces) == 1:
        return 0
    return max(0, bisect_right(line.pieces, offset, key=_start_of) - 1)


def _start_of(piece: Piece) -> int:
    return piece.start


def _stop_of(line: TextLine, index: int) -> int:
    return line.pieces[index + 1].start if index + 1 < len(line.pieces) else len(line.text)
