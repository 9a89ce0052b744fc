"""Markdown → blocks: ours exactly, and what pandoc, OCR programs and people write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from generator.importing.blocks import Block, Paragraph, Published, Table
from generator.importing.readers.decoding import decode
from generator.importing.readers.html_in_text import html_block, html_run
from generator.importing.readers.limits import check_lines, collect
from generator.importing.readers.markdown_grids import grid_run, grid_table, is_border
from generator.importing.readers.markdown_inline import inline
from generator.importing.readers.markdown_lines import (
    front_matter,
    is_forced,
    is_furniture,
    joined,
    lines_of,
    without_marker,
)
from generator.importing.readers.markdown_ruled import draws_columns, ruled_run, ruled_table
from generator.importing.readers.pages import PageLine
from generator.importing.readers.rows import pipe_rows, pipe_run, tab_run, tab_table
from generator.importing.readers.seen import cell_of, plain
from generator.importing.readers.trimming import paragraphs

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t\u3000]+|(?=[^\s#\x21-\x7e]))(.*)")
_ATTRIBUTES = re.compile(r"\s*(?<!\\)\{[#.][^{}]*\}\s*$")
_HTML_TABLE = re.compile(r"\s*<table\b", re.IGNORECASE)
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})\s*")
_CAPTION = re.compile(r"\s*(?:Table)?: +")
_LONG = 60
"""A line of text longer than this is no heading: dashes below it are a rule."""


def read(data: bytes) -> Published:
    """The blocks of a Markdown file."""
    text = decode(data)
    check_lines(text)
    title_lines, lines = front_matter(lines_of(text))
    reader = _Reader(lines)
    title = [block for line in title_lines for block in reader.title(line)]
    return Published(collect(chain(title, reader.blocks())), "".join(block.text for block in title))


class _Reader:
    """Goes through the lines once."""

    def __init__(self, lines: list[PageLine]) -> None:
        self._lines = lines
        self._last = ""
        self._plain_quotes = any(draws_columns(line.text) or is_border(line.text) for line in lines)

    def title(self, line: PageLine) -> Iterator[Paragraph]:
        """A line of the title from the file's header, which is printed like any other."""
        return paragraphs(self._inline(line.text), _place(line), heading=1)

    def blocks(self) -> Iterator[Block]:
        """Every block in turn."""
        at = 0
        while at < len(self._lines):
            if not self._lines[at].text.strip() or self._is_mark(at):
                at += 1
                continue
            count, blocks = self._table_at(at) or self._heading_at(at) or self._paragraph_at(at)
            for block in blocks:
                self._last = block.text if isinstance(block, Paragraph) else self._last
                yield block
            at += count

    def _inline(self, text: str) -> str:
        return plain(inline(text, self._plain_quotes))

    def _is_mark(self, at: int) -> bool:
        """A line of marks alone, unless its dashes rule a table."""
        return is_furniture(self._lines[at].text) and not ruled_run(self._lines, at)

    def _table_at(self, at: int) -> tuple[int, list[Block]] | None:
        lines, text = self._lines, self._lines[at].text
        if "<" in text and _HTML_TABLE.match(text):
            count = html_run(lines, at)
            return count, list(html_block(lines[at : at + count]))
        if count := grid_run(lines, at):
            return self._with_caption(at, count, grid_table(lines[at : at + count]))
        if count := ruled_run(lines, at):
            return self._with_caption(at, count, ruled_table(lines[at : at + count]))
        if "|" in text and (count := pipe_run(lines, at)):
            rows = pipe_rows(lines[at : at + count])
            table = Table(
                tuple(tuple(cell_of(inline(text, self._plain_quotes)) for text in row) for row in rows),
                _place(lines[at]),
            )
            return self._with_caption(at, count, table)
        if "\t" in text and not is_forced(text) and (count := tab_run(lines, at)) > 1:
            return count, [tab_table(lines[at : at + count])]
        return None

    def _with_caption(self, at: int, count: int, table: Table) -> tuple[int, list[Block]]:
        """Pandoc's line below a table; one that only repeats the heading above is left out."""
        below = at + count
        while below < len(self._lines) and not self._lines[below].text.strip():
            below += 1
        match = _CAPTION.match(self._lines[below].text) if below < len(self._lines) else None
        if not match:
            return count, [table]
        caption = self._inline(self._lines[below].text[match.end() :]).strip()
        shown = [] if caption in self._last else list(paragraphs(caption, _place(self._lines[below])))
        return below + 1 - at, [*shown, table]

    def _heading_at(self, at: int) -> tuple[int, list[Block]] | None:
        line = self._lines[at]
        marked = _HEADING.fullmatch(line.text)
        if marked:
            level, text, count = len(marked[1]), _ATTRIBUTES.sub("", _unclosed(marked[2])), 1
        else:
            below = self._lines[at + 1].text if at + 1 < len(self._lines) else ""
            underline = _UNDERLINE.fullmatch(below)
            if not underline or len(line.text) > _LONG or line.text.rstrip().endswith("。"):
                return None
            level, text, count = 1 if "=" in below else 2, _ATTRIBUTES.sub("", line.text), 2
        return count, list(paragraphs(self._inline(text), _place(line), heading=level))

    def _paragraph_at(self, at: int) -> tuple[int, list[Block]]:
        end = at + 1
        while end < len(self._lines) and not self._ends_paragraph(end):
            end += 1
        run = [without_marker(line) for line in self._lines[at:end]]
        return end - at, [block for line in joined(run) for block in paragraphs(self._inline(line.text), _place(line))]

    def _ends_paragraph(self, at: int) -> bool:
        text = self._lines[at].text
        if not text.strip() or is_furniture(text):
            return True
        if text[0] in "#+-|< \t0123456789*>" or "|" in text or "\t" in text:
            return self._heading_at(at) is not None or self._table_at(at) is not None
        return False


def _unclosed(text: str) -> str:
    """A heading's text without the marks that close it."""
    stripped = text.rstrip()
    bare = stripped.rstrip("#")
    return bare if bare != stripped and (not bare or bare[-1].isspace()) else stripped


def _place(line: PageLine) -> str:
    return f"第{line.number}行"
