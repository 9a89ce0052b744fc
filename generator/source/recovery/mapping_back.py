"""From the mended copy back to the file as it stands: every span of the tree in places of the source."""

from __future__ import annotations

from collections.abc import Collection

from generator.findings import Finding, Span
from generator.source.nodes import Mapping, Node, Piece, Scalar, TextLine
from generator.source.recovery.source_map import SourceMap
from generator.source.text import SourceText, split_lines
from generator.source.textlines import text_lines


def place_tree(root: Node, page: SourceMap, unsure: Collection[tuple[int, int]] = ()) -> None:
    """Give all nodes their places in the source, and all scalars their text lines as the mended copy reads them.

    ``unsure`` are the source places of keys of which nobody knows what they say.
    """
    mended = SourceText(page.text, split_lines(page.text))
    todo: list[Node] = [root]
    while todo:
        node = todo.pop()
        if isinstance(node, Scalar):
            node.lines = tuple(_line(line, page) for line in text_lines(node, mended))
        elif isinstance(node, Mapping):
            for entry in node.entries:
                todo += (entry.key, entry.value)
                if unsure and page.place(entry.key.span.line, entry.key.span.column) in unsure:
                    node.unsure |= {entry.key.text}
        else:
            todo += node.items
        node.span = place_span(node.span, page)


def place_span(span: Span, page: SourceMap) -> Span:
    """A span of the mended copy in places of the source."""
    line, column = page.place(span.line, span.column)
    end_line, end_column = page.place(span.end_line, span.end_column)
    end_line, end_column = max((end_line, end_column), (line, column))
    return Span(line, column, end_line, end_column)


def place_finding(finding: Finding, page: SourceMap) -> Finding:
    """A finding of the mended copy in places of the source; its fix stays only where nothing was moved."""
    span = place_span(finding.span, page)
    related = tuple(r._replace(span=place_span(r.span, page)) for r in finding.related)
    moved = finding.fix and any(place_span(edit.span, page) != edit.span for edit in finding.fix.edits)
    return finding._replace(span=span, related=related, fix=None if moved else finding.fix)


def _line(line: TextLine, page: SourceMap) -> TextLine:
    """A text line whose pieces are cut where its source columns stop being contiguous."""
    pieces: list[Piece] = []
    ends = (*(piece.start for piece in line.pieces[1:]), len(line.text))
    for piece, end in zip(line.pieces, ends, strict=True):
        pieces += _pieces(piece, end, page)
    return TextLine(line.text, tuple(pieces))


def _pieces(piece: Piece, end: int, page: SourceMap) -> list[Piece]:
    length = end - piece.start
    if piece.span.end_column - piece.span.column != length:
        return [piece._replace(span=place_span(piece.span, page))]
    places = [page.place(piece.span.line, piece.span.column + n) for n in range(length)]
    cuts = [n for n in range(length) if n == 0 or places[n] != (places[n - 1][0], places[n - 1][1] + 1)]
    found = []
    for at, cut in enumerate(cuts):
        stop = cuts[at + 1] if at + 1 < len(cuts) else length
        line, column = places[cut]
        found.append(Piece(piece.start + cut, Span(line, column, line, column + stop - cut)))
    return found
