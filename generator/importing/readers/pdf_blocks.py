"""Pages of characters and rules → blocks: tables joined over page breaks, lines joined to paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.importing.blocks import Block, Cell, Table
from generator.importing.readers.pages import is_page_number, lone_number
from generator.importing.readers.pdf_lines import PlacedLine, lines_of
from generator.importing.readers.pdf_page import PdfPage
from generator.importing.readers.pdf_page_ends import joined, with_open_rows
from generator.importing.readers.pdf_paragraphs import TextSetting, paragraphs_of, setting_of
from generator.importing.readers.pdf_tables import Drawn, tables_of

_SAME_PLACE = 4.0
"""Points within which a line stands at the same place on every page."""
_MIN_PAGES = 3
"""Pages that a line must stand on to be the page's head or foot."""


class _PageContent(NamedTuple):
    number: int
    lines: list[PlacedLine]
    tables: list[Drawn]


def blocks_of(pages: list[PdfPage]) -> Iterator[Block]:
    """Every paragraph and table in order."""
    tables = [tables_of(page) for page in pages]
    for (page, own), (next_page, after) in pairwise(zip(pages, tables, strict=True)):
        if own and after:
            own[-1], after[0] = with_open_rows(own[-1], after[0], page.chars, next_page.chars)
    contents = [_content(page, own) for page, own in zip(pages, tables, strict=True)]
    _drop_furniture(contents)
    setting = setting_of([line for content in contents for line in content.lines])
    lines: list[tuple[int, PlacedLine]] = []
    for number, item in _joined(_in_order(contents)):
        if isinstance(item, PlacedLine):
            lines.append((number, item))
            continue
        yield from _paragraphs(lines, setting)
        yield _table(item, number)
        lines = []
    yield from _paragraphs(lines, setting)


def _joined(items: Iterator[tuple[int, PlacedLine | Drawn]]) -> Iterator[tuple[int, PlacedLine | Drawn]]:
    """Lines and tables with their pages; a table that nothing parts from the one on the next page is one with it."""
    before: tuple[int, Drawn] | None = None
    last_page = 0
    for page, item in items:
        if before is not None and isinstance(item, Drawn) and page == last_page + 1:
            whole = joined(before[1], item)
            if whole is not None:
                before, last_page = (before[0], whole), page
                continue
        if before is not None:
            yield before
        before, last_page = ((page, item), page) if isinstance(item, Drawn) else (None, page)
        if before is None:
            yield page, item
    if before is not None:
        yield before


def _content(page: PdfPage, tables: list[Drawn]) -> _PageContent:
    outside = [
        char for char in page.chars if not any(_inside(char.left, char.top, char.right, char.bottom, t) for t in tables)
    ]
    return _PageContent(page.number, lines_of(outside), tables)


def _inside(left: float, top: float, right: float, bottom: float, table: Drawn) -> bool:
    x, y = (left + right) / 2, (top + bottom) / 2
    return table.left <= x <= table.right and table.top <= y <= table.bottom


def _in_order(contents: list[_PageContent]) -> Iterator[tuple[int, PlacedLine | Drawn]]:
    for content in contents:
        items: list[PlacedLine | Drawn] = [*content.lines, *content.tables]
        for item in sorted(items, key=lambda item: item.top):
            yield content.number, item


def _drop_furniture(contents: list[_PageContent]) -> None:
    """Page numbers, and what stands at the same place of most pages but for its numbers."""
    edges = [{*content.lines[:2], *content.lines[-2:]} for content in contents]
    counts = Counter(key for lines in edges for key in {_furniture_key(line) for line in lines})
    least = max(_MIN_PAGES, len(contents) * 0.6)
    for content, edge in zip(contents, edges, strict=True):
        for line in edge:
            if is_page_number(line.text) or counts[_furniture_key(line)] >= least:
                content.lines.remove(line)
    last = [(content, content.lines[-1]) for content in contents if content.lines]
    numbers = [lone_number(line.text) for _, line in last]
    if len(last) == len(contents) > 1 and all(a is not None and b == a + 1 for a, b in pairwise(numbers)):
        for content, line in last:
            content.lines.remove(line)


def _furniture_key(line: PlacedLine) -> tuple[str, int]:
    shape = "".join("0" if char.isdigit() else char for char in line.text)
    while "00" in shape:
        shape = shape.replace("00", "0")
    return shape, round(line.top / _SAME_PLACE)


def _table(table: Drawn, page: int) -> Table:
    rows = (tuple(Cell(cell.text, cell.columns, cell.rows) for cell in row) for row in table.rows if row)
    return Table(tuple(rows), f"第{page}页的表格")


def _paragraphs(lines: list[tuple[int, PlacedLine]], setting: TextSetting) -> Iterator[Block]:
    if lines:
        yield from paragraphs_of(lines, setting)
