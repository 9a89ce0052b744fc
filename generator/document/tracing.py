"""Where on the printed page each place of the file stands: for pages that show a finding where it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.document.blocks import Block, Document, Heading, Signature, Table, Title
from generator.document.blocks import Paragraph as Printed
from generator.form import keys
from generator.form.frame import columns_of, lines_of
from generator.form.model import Item
from generator.report.model import Paragraph, Places, Report

Keys = tuple[str | int, ...]
"""A path of the file, as findings name it."""

_ON_TOP = (keys.AGENCY, keys.YEAR, keys.TITLE)
"""What the printed title says."""


class PagePlace(NamedTuple):
    """A place on the page: the block's number; in a table, row and cell as HTML counts them (cells that start there).

    ``start`` and ``end`` are the characters of the block's text that are meant; both 0 for all of it.
    """

    block: int
    row: int = -1
    cell: int = -1
    start: int = 0
    end: int = 0


class Trace(NamedTuple):
    """``places``: path → mark, in the order of printing. ``texts``: each paragraph with the mark of its block."""

    places: tuple[tuple[Keys, PagePlace], ...]
    texts: tuple[tuple[Paragraph, PagePlace], ...]


def trace(report: Report, document: Document) -> Trace:
    """The trace of a report's document, which ``compose`` has made of this very report."""
    texts = tuple(_texts(report, document.blocks))
    return Trace((*_front(document.blocks), *_parts(report, document.blocks), *_entries(report.places, texts)), texts)


def marks(trace: Trace, path: Keys, line: int, columns: tuple[int, int]) -> tuple[PagePlace, ...]:
    """Where a place of the file is printed: the very words of a text, else the cells or the block of its path.

    ``columns`` are the first and the one past the last, on ``line``. Empty when it is not printed.
    """
    words = [_words(paragraph, mark, columns) for paragraph, mark in trace.texts if _line(paragraph) == line]
    while path and not words:
        words = [mark for place, mark in trace.places if place == path] or [
            mark for place, mark in trace.places if place[: len(path)] == path
        ]
        path = path[:-1]
    return tuple(words)


def _front(blocks: tuple[Block, ...]) -> Iterator[tuple[Keys, PagePlace]]:
    for number, block in enumerate(blocks):
        if isinstance(block, Title):
            yield from (((key,), PagePlace(number)) for key in _ON_TOP)
        elif isinstance(block, Signature):
            yield (keys.SIGNATURE,), PagePlace(number)


def _parts(report: Report, blocks: tuple[Block, ...]) -> Iterator[tuple[Keys, PagePlace]]:
    """Each part's heading, and the cells of its table."""
    headings = (number for number, block in enumerate(blocks) if isinstance(block, Heading))
    for part, number in zip(report.edition.parts, headings, strict=True):
        yield (part.key,), PagePlace(number)
        table = next(iter(blocks[number + 1 : number + 2]), None)
        if isinstance(table, Table):
            yield from _cells(report, part, number + 1)


def _cells(report: Report, part: Item, block: int) -> Iterator[tuple[Keys, PagePlace]]:
    for row, line in enumerate(lines_of(report.edition, part)):
        cell = len(line.cells)
        for path in line.paths:
            for column in columns_of(part, path):
                yield (*path, *column), PagePlace(block, row, cell)
                cell += 1


def _texts(report: Report, blocks: tuple[Block, ...]) -> Iterator[tuple[Paragraph, PagePlace]]:
    """Each paragraph with its block: the next one in the order of printing that says the same."""
    number = 0
    for paragraph in _paragraphs(report):
        found = next((n for n in range(number, len(blocks)) if paragraph.text in _sayings(blocks[n])), None)
        if found is not None:
            number = found + 1
            yield paragraph, PagePlace(found, start=len(_whole(blocks[found])) - len(paragraph.text))


def _paragraphs(report: Report) -> Iterator[Paragraph]:
    yield from report.preface
    for part in report.edition.parts:
        if narrative := report.narratives.get(part.key):
            yield from narrative.paragraphs
            for entry in sorted(narrative.entries, key=lambda entry: entry.heading != ""):
                yield from entry.paragraphs
        yield from report.notes.get(part.key, ())


def _sayings(block: Block) -> tuple[str, ...]:
    """A block's text, with and without its run-in subheading."""
    return () if isinstance(block, Title | Table | Signature | Heading) else (block.text, _whole(block))


def _whole(block: Block) -> str:
    if isinstance(block, Title | Table | Signature):
        return ""
    return block.lead + block.text if isinstance(block, Printed) else block.text


def _entries(places: Places, texts: tuple[tuple[Paragraph, PagePlace], ...]) -> Iterator[tuple[Keys, PagePlace]]:
    """Each place of text, with the blocks of the paragraphs that stand in its lines."""
    inside = [(path, span) for path, span in places.values.items() if path]
    for paragraph, mark in texts:
        line = _line(paragraph)
        yield from ((path, PagePlace(mark.block)) for path, span in inside if span.line <= line <= span.end_line)


def _line(paragraph: Paragraph) -> int:
    return paragraph.pieces[0].span.line


def _words(paragraph: Paragraph, mark: PagePlace, columns: tuple[int, int]) -> PagePlace:
    """The characters that stand between two columns; what an expression has put in counts as a whole."""
    ends = (*(piece.start for piece in paragraph.pieces[1:]), len(paragraph.text))
    start, end = len(paragraph.text), 0
    for piece, stop in zip(paragraph.pieces, ends, strict=True):
        if piece.span.column < columns[1] and columns[0] < piece.span.end_column:
            into = max(0, columns[0] - piece.span.column)
            upto = columns[1] - piece.span.column
            start = min(start, piece.start if piece.computed else piece.start + into)
            end = max(end, stop if piece.computed else min(stop, piece.start + upto))
    return mark._replace(start=mark.start + start, end=mark.start + end) if start < end else PagePlace(mark.block)
