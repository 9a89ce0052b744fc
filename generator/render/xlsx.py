"""A document's tables as an Excel workbook: the form's exact cells from A1 on, one sheet a table, totals as formulas.

What stands outside the grid (注, the check of the balances) is set off by an empty row, so that a copied grid holds
nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from generator.document.blocks import Block, Cell, Document, FrameBalance, FrameSum, Heading, Note, Position, Table
from generator.document.figures import UNKNOWN
from generator.render.layout import places, shape_of
from generator.workbook import Formula, Sheet, Spanned, make, sheet_names, spread, widths_by_share
from generator.workbook.formulas import CHECKED_BESIDE, equality, sum_of
from generator.workbook.looks import BESIDE, CENTRED, HEADER, NOTICED, TEXT, figure_look

_LOOKS = {"header": HEADER, "label": TEXT, "figure": CENTRED}
_UNREAD = CENTRED._replace(fill=NOTICED)
_CHECK = BESIDE._replace(align="center")

_DIGITS = 15
"""Digits of a number that a spreadsheet keeps."""
_UNREAD_NOTE = "着色的空格：没有填写或者读不出的数字，以及由它们算出的合计。"

Numbers = Mapping[Position, int | Decimal]


def render(document: Document) -> bytes:
    """The workbook. Raises ImportError when xlsxwriter is not installed."""
    tables = list(_tables(document.blocks))
    names = sheet_names(heading for heading, _, _ in tables)
    sheets = [_sheet(document.title, name, table, notes) for name, (_, table, notes) in zip(names, tables, strict=True)]
    return make(sheets, title=document.title)


def _tables(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Table, list[str]]]:
    """Each table with the heading above it and the notes below it."""
    for at, (above, block) in enumerate(pairwise(blocks), 1):
        if isinstance(block, Table):
            end = next((n for n in range(at + 1, len(blocks)) if not isinstance(blocks[n], Note)), len(blocks))
            notes = [note.text for note in blocks[at + 1 : end] if isinstance(note, Note)]
            yield above.text if isinstance(above, Heading) else block.caption, block, notes


def _sheet(title: str, name: str, table: Table, notes: list[str]) -> Sheet:
    placed = [list(row) for row in _placed(table)]
    lengths = (len(cell.text) / cell.columns for row in table.rows for cell in row if cell.role == "figure")
    widths = widths_by_share(table.widths, max(lengths, default=0))
    figures = {place: cell.text for row in placed for place, cell in row if cell.role == "figure"}
    numbers = {place: number for place, text in figures.items() if (number := _number(text)) is not None}
    sums = {total.place: total for total in table.sums}
    grid = [[_spanned(cell, sums.get(place), numbers) for place, cell in row] for row in placed]
    grid += [[], *_checks(table.balances, numbers)]
    grid += [[Spanned(text, BESIDE, table.columns)] for text in notes]
    grid += [[Spanned(_UNREAD_NOTE, BESIDE, table.columns)]] if UNKNOWN in figures.values() else []
    rows, merged = spread(grid, widths)
    header = None if table.together else (0, table.header_rows - 1)
    return Sheet(name, rows, widths, merged, header, pages=(1, 1), heading=title)


def _placed(table: Table) -> Iterator[Iterator[tuple[Position, Cell]]]:
    """Row by row the cells that start there, each with its place."""
    for number, (row, stretches) in enumerate(zip(table.rows, places(shape_of(table), table.columns), strict=True)):
        yield (((number, at.column), row[at.cell]) for at in stretches if at.cell is not None)


_AMOUNT = re.compile(r"[0-9]+\.[0-9]+")


def _number(text: str) -> int | Decimal | None:
    """A printed figure; None for words, and for one that is not known."""
    if text.isascii() and text.isdecimal():
        return int(text)
    return Decimal(text) if _AMOUNT.fullmatch(text) else None


def _spanned(cell: Cell, total: FrameSum | None, numbers: Numbers) -> Spanned:
    look = _LOOKS[cell.role]
    if cell.role != "figure":
        return Spanned(cell.text, look, cell.columns, cell.rows)
    if cell.text == UNKNOWN:
        return Spanned(None, _UNREAD, cell.columns, cell.rows)
    number = _number(cell.text)
    if number is None:
        return Spanned(cell.text, BESIDE, cell.columns, cell.rows)
    if total is not None:
        return Spanned(Formula(sum_of(total.terms), number), figure_look(number), cell.columns, cell.rows)
    exact = len(str(number).replace(".", "").lstrip("0")) <= _DIGITS
    return Spanned(number if exact else cell.text, figure_look(number), cell.columns, cell.rows)


def _checks(balances: tuple[FrameBalance, ...], numbers: Numbers) -> list[list[Spanned]]:
    """One row that says under each column whether it is in balance."""
    if not balances:
        return []
    label = Spanned(CHECKED_BESIDE, BESIDE, min(column for balance in balances for _, column in balance.left))
    return [[label, *(Spanned(equality(*balance, numbers), _CHECK) for balance in balances)]]
