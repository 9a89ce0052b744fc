"""How much is read: far above any report, far below what a machine cannot hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.importing.blocks import Block, Table
from generator.importing.readers.refusals import too_large

MAX_BYTES = 30_000_000
"""A file as it comes; pictures in a DOCX or PDF make it large."""

MAX_TEXT = 2_000_000
"""Characters of a text or Markdown file; a long report has 30,000."""

MAX_LINES = 200_000
"""Lines of a text or Markdown file."""
MAX_TAGS = 400_000
"""Tags in an HTML page or XML part; a page with its menus has some thousands."""

_MAX_ATTRIBUTES = 2000
"""Attributes of one tag: the parser's work for each grows with those before it. In scripts, words after `a<b` count."""

_OPENING = re.compile(
    r"<(?=([a-zA-Z][^ \t\r\n\f/>]*+"
    r"(?:[ \t\r\n\f/]*+[^ \t\r\n\f/>][^ \t\r\n\f/>=]*+"
    r"(?:[ \t\r\n\f]*+=[ \t\r\n\f]*+(?:\"[^\"]*+\"|'[^']*+'|[^ \t\r\n\f>\"'][^ \t\r\n\f>]*+|))?+"
    rf"){{0,{_MAX_ATTRIBUTES}}}+)([ \t\r\n\f/]*+[^ \t\r\n\f/>])?+)"
)
"""What may begin a tag (also inside another's attribute) with its attributes; group 2 when there are more of them."""

_MAX_OVERLAP = 10
"""How often a page is read over in looking for tags inside attributes."""

MAX_BLOCKS = 20_000
"""Paragraphs and tables of one document; a long report has some hundreds."""
MAX_CELLS = 20_000
"""Cells of all tables together; the form has about 350."""


def collect(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """All the blocks, unless they are too many; stops taking them as soon as that shows."""
    out: list[Block] = []
    cells = 0
    for block in blocks:
        out.append(block)
        if isinstance(block, Table):
            cells += sum(map(len, block.rows))
        if len(out) > MAX_BLOCKS or cells > MAX_CELLS:
            raise too_large("段落或者表格太多")
    return tuple(out)


def check_lines(text: str) -> None:
    """Refuses text that is longer than a file of text can sensibly be."""
    if len(text) > MAX_TEXT or text.count("\n") + text.count("\r") > MAX_LINES:
        raise too_large("文字太多")


def check_tags(markup: str | bytes) -> None:
    """Refuses markup whose tree would be too large."""
    if (markup.count(b"<") if isinstance(markup, bytes) else markup.count("<")) > MAX_TAGS:
        raise too_large("内容太多")


def check_attributes(markup: str) -> None:
    """Refuses a page with a tag of so many attributes that the parser would take hours for it."""
    left = _MAX_OVERLAP * len(markup) + MAX_TEXT
    for tag in _OPENING.finditer(markup):
        left -= len(tag[1])
        if tag[2] or left < 0:
            raise too_large("标记太多")


def check_cells(count: int) -> None:
    """Refuses a table before its cells are made."""
    if count > MAX_CELLS:
        raise too_large("表格太多")
