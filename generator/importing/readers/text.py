"""Copied or extracted text → blocks: a line is a paragraph, lines with tabs or pipes are rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.han.width import columns
from generator.importing.blocks import Block, Paragraph, Published
from generator.importing.readers.decoding import decode
from generator.importing.readers.limits import check_lines, collect
from generator.importing.readers.pages import PageLine, page_lines
from generator.importing.readers.rows import pipe_run, pipe_table, tab_run, tab_table
from generator.importing.readers.trimming import lines as shown_lines

_HEADING = re.compile(r"\s{0,3}(#{1,6})[ \t\u3000]+(\S.*)")
_HTML_TABLE = re.compile(r"\s*<table\b", re.IGNORECASE)


def read(data: bytes) -> Published:
    """The blocks of a text file, always ``loose``."""
    text = decode(data)
    check_lines(text)
    return Published(collect(_blocks(page_lines(text))), loose=True)


def _blocks(lines: list[PageLine]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        if "\t" in lines[at].text and (count := tab_run(lines, at)):
            yield tab_table(lines[at : at + count])
        elif "|" in lines[at].text and (count := pipe_run(lines, at)):
            yield pipe_table(lines[at : at + count])
        elif "<" in lines[at].text and _HTML_TABLE.match(lines[at].text):
            from generator.importing.readers.html_in_text import html_block, html_run

            count = html_run(lines, at)
            yield from html_block(lines[at : at + count])
        else:
            count = 1
            yield from _paragraph(lines[at])
        at += count


def _paragraph(line: PageLine) -> Iterator[Paragraph]:
    """The line with its inner runs of blanks, which may stand for columns."""
    place = f"第{line.number}行"
    marked = _HEADING.fullmatch(line.text) if "#" in line.text else None
    if marked:
        yield Paragraph(marked[2].rstrip("# \t\u3000"), place, heading=len(marked[1]))
        return
    for shown in shown_lines(line.text):
        yield Paragraph(shown, place, indent=_indent(line.text))


def _indent(line: str) -> int:
    """The columns of blank before a line's text, as extraction tools count."""
    blank = line[: len(line) - len(line.lstrip())]
    return columns(blank.expandtabs(4))
