"""Where pages end, reckoned: a table is kept whole where the report has no page more for it.

What a page holds is known (GB/T 9704: 22 lines of 28 characters), and so are the heights of our tables' rows. Word and
LibreOffice may set a line more or less; a table that is taken for one that fits is then moved, never cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from generator.document.blocks import Block, Heading, Note, Paragraph, Signature, Subheading, Table, Title
from generator.document.dividing import boundaries, divided
from generator.document.page_measures import CELL_PADDING, FIRST_ROWS, TABLE_TYPE, TEXT_WIDTH

_Words = tuple[tuple[str, ...], int, int]
"""What stands in a cell line by line (nothing for a figure), and the columns and rows it spans."""

_PITCH, _LINES, _CHARACTERS = 28.95, 22, 28
"""Points from line to line, lines of a page, characters of a line (GB/T 9704 5.2.3)."""
_PAGE = _PITCH * _LINES
_TITLE_PITCH = 35
"""Points from line to line of the title, which is followed by an empty line of the text."""
_ROW_LINE, _ROW_AIR, _ROW = 13, 3, 17
"""Points: the pitch of lines in tables (fonts differ: 12 to 13), the air around them, the least of a row."""


_DOUBT = _PITCH
"""Points that a page may hold less than reckoned, where a table is divided at a place that is told."""


def keep_whole(blocks: Sequence[Block], dividing: bool = False) -> tuple[Block, ...]:
    """The same blocks; a table that may be divided is kept together where that costs no page.

    Elsewhere ``dividing`` divides it where a group begins, for formats whose pages are ours; where no group's end has
    room for certain, the table is kept together all the same.
    """
    kept = list(blocks)
    for at, block in enumerate(kept):
        if isinstance(block, Table) and not block.together and sum(row_heights(block)) <= _PAGE - 2 * _PITCH:
            whole = [*kept[:at], block._replace(together=True), *kept[at + 1 :]]
            places = boundaries(block)
            if _pages(whole) <= _pages(kept):
                kept = whole
            elif places:
                room = _PAGE - _DOUBT - _flow(kept)[at][1]
                fitting = [place for place in places if sum(row_heights(block)[:place]) <= room]
                if not fitting:
                    kept = whole
                elif dividing:
                    kept[at] = divided(block, fitting[-1])
    return tuple(kept)


def _pages(blocks: Sequence[Block]) -> int:
    """How many pages they take."""
    return _flow([*blocks, Note("")])[-1][0]


def _flow(blocks: Sequence[Block]) -> list[tuple[int, float]]:
    """The page on which each block begins, and how much of it stands above."""
    begins: list[tuple[int, float]] = []
    page, used, before = 1, 0.0, 0.0
    for block in blocks:
        need = _least(block)
        if used + need > _PAGE and used > before:
            page, used = page + 1, before  # headings go over with what they stand above
        begins.append((page, used))
        used += _height(block)
        while used > _PAGE + 0.1:
            page, used = page + 1, used - _PAGE + _repeated(block)
        before = before + _height(block) if isinstance(block, Heading | Subheading) else 0.0
    return begins


def _least(block: Block) -> float:
    """What must have room where the block begins."""
    if isinstance(block, Table):
        rows = row_heights(block)
        return sum(rows if block.together else rows[: block.divided_at or FIRST_ROWS])
    if isinstance(block, Heading | Subheading):
        return 2 * _PITCH
    return _height(block) if isinstance(block, Title | Signature | Note) else _PITCH


def _height(block: Block) -> float:
    if isinstance(block, Table):
        return sum(row_heights(block))
    if isinstance(block, Title):
        return _TITLE_PITCH * len(block.lines) + _PITCH
    if isinstance(block, Signature):
        return _PITCH * (len(block.lines) + 1)
    if isinstance(block, Note):
        return _ROW_LINE * ceil(_width(block.text) * TABLE_TYPE / TEXT_WIDTH) + 3
    text = block.lead + block.text if isinstance(block, Paragraph) else block.text
    return _PITCH * max(1, ceil((_width(text) + 2) / _CHARACTERS))


def _repeated(block: Block) -> float:
    """The headers that stand again above the rest of a table on its next page."""
    return sum(row_heights(block)[: block.header_rows]) if isinstance(block, Table) else 0.0


def row_heights(table: Table) -> tuple[float, ...]:
    """The heights of the rows, which do not hang on the figures."""
    words = tuple(
        [tuple([(() if c.role == "figure" else c.lines, c.columns, c.rows) for c in row]) for row in table.rows]
    )
    return _row_heights(words, table.widths)


@lru_cache(maxsize=32)
def _row_heights(rows: tuple[tuple[_Words, ...], ...], widths: tuple[int, ...]) -> tuple[float, ...]:
    """A cell over several rows counts for none: what it stands beside is higher."""
    heights = [float(_ROW)] * len(rows)
    hanging: list[tuple[int, int]] = []
    for number, row in enumerate(rows):
        column = sum(columns for columns, last in hanging if last >= number)
        for lines, columns, down in row:
            room = max(TABLE_TYPE, TEXT_WIDTH * sum(widths[column : column + columns]) / 1000 - CELL_PADDING)
            if down > 1:
                hanging.append((columns, number + down - 1))
            else:
                printed = sum(max(1, ceil(_width(line) * TABLE_TYPE / room)) for line in lines)
                heights[number] = max(heights[number], _ROW_LINE * printed + _ROW_AIR)
            column += columns
    return tuple(heights)


def _width(text: str) -> float:
    """Characters; those of ASCII are half as wide. (Reckoned in one go: every build asks for all of its text.)"""
    return len(text) - len(text.encode("ascii", "ignore")) / 2
