"""Where a file that was read back differs from the report, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.comparing.differences import PrintedLine
from generator.comparing.grids import ExpectedItem, Grid, Item, Mismatch
from generator.comparing.pairing import pair_lines
from generator.comparing.sequences import runs
from generator.document.blocks import Block, Document, Heading, Note, Signature, Table, Title
from generator.document.tracing import trace
from generator.form import keys
from generator.form.placing import in_words
from generator.importing.blocks import Cell
from generator.report.model import Report

_ORDER = "文字和表格的次序"
_NOTHING = Cell("", 0, 0)


def unlike(
    report: Report, document: Document, file: str, expected: Sequence[ExpectedItem], found: Sequence[Item]
) -> Iterator[Mismatch]:
    """Each cell and each line that differs; at least one, for the two sides are known to be unlike."""
    told = False
    for place, should, is_there in (*_tables(report, document, expected, found), *_lines(document, expected, found)):
        told = True
        yield Mismatch(file, place, should, is_there)
    if not told:
        yield Mismatch(file, _ORDER, "", "")


def _tables(
    report: Report, document: Document, expected: Sequence[ExpectedItem], found: Sequence[Item]
) -> Iterator[tuple[str, str, str]]:
    paths = {(mark.block, mark.row, mark.cell): path for path, mark in trace(report, document).places if mark.row >= 0}
    shoulds = [(placed.block, placed.item) for placed in expected if not isinstance(placed.item, str)]
    theres = [item for item in found if not isinstance(item, str)]
    for should, there in zip_longest(shoulds, theres):
        if should is None or there is None:
            yield _caption(document, should[0]) if should else "多出的表格", _size(should and should[1]), _size(there)
            continue
        block, grid = should
        for row, column, one, other in _cells(grid, there):
            path = paths.get((block, row, column))
            place = in_words(path, report.edition) if path else f"{_caption(document, block)}第{row + 1}行"
            yield place, _cell(one, other), _cell(other, one)


def _cells(grid: Grid, there: Grid) -> Iterator[tuple[int, int, Cell, Cell]]:
    """Row and column of the cells that differ; a row that only one side has is one cell before all columns."""
    for run in runs(grid, there):
        for number, (row, other) in enumerate(zip_longest(grid[run.before], there[run.after]), run.before.start):
            if row and other and len(row) == len(other):
                pairs = enumerate(zip(row, other, strict=True))
                yield from ((number, at, cell, found) for at, (cell, found) in pairs if cell != found)
            elif row != other:
                yield number, -1, _whole(row), _whole(other)


def _whole(row: Sequence[Cell] | None) -> Cell:
    return Cell(" ".join(cell.text for cell in row), len(row)) if row else _NOTHING


def _cell(cell: Cell, other: Cell) -> str:
    """A cell's text; its span too where just that differs."""
    spans = cell.text == other.text and _NOTHING not in (cell, other)
    return f"{cell.text}（占{cell.columns}列{cell.rows}行）" if spans else cell.text


def _size(grid: Grid | None) -> str:
    return f"{len(grid)}行" if grid else ""


def _caption(document: Document, block: int) -> str:
    table = document.blocks[block]
    return f"“{table.caption}”的表格" if isinstance(table, Table) else ""


def _lines(
    document: Document, expected: Sequence[ExpectedItem], found: Sequence[Item]
) -> Iterator[tuple[str, str, str]]:
    should = [(placed.block, placed.item) for placed in expected if isinstance(placed.item, str)]
    there = [PrintedLine(item) for item in found if isinstance(item, str)]
    names = _names(document.blocks)
    at = 0
    for pair in pair_lines([PrintedLine(text) for _, text in should], there):
        if not pair.same:
            name = names[should[min(at, len(should) - 1)][0]]
            place = name if pair.before else f"{name}之前" if at < len(should) else "文件末尾"
            yield place, pair.before.text if pair.before else "", pair.after.text if pair.after else ""
        at += pair.before is not None


def _names(blocks: Sequence[Block]) -> dict[int, str]:
    """What each block that holds text is called: its part, and which paragraph of it."""
    names, part, count = {-1: "草稿标记"}, keys.PREFACE, 0
    for number, block in enumerate(blocks):
        count += 1
        match block:
            case Title():
                names[number], count = keys.TITLE, 0
            case Heading(text):
                names[number], part, count = f"“{text}”", text, 0
            case Note():
                names[number] = f"“{part}”的{keys.NOTE}"
            case Signature():
                names[number] = keys.SIGNATURE
            case _:
                names[number] = f"“{part}”第{count}段"
    return names
