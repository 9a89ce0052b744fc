"""分单位数据: every figure and total of every agency, one row each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from operator import add
from typing import NamedTuple

from generator.collecting.ledger import naming
from generator.collecting.ledger.columns import USUAL_UNIT, Column, columns
from generator.collecting.records import FilingEntry, Ledger
from generator.form.edition import edition_for
from generator.form.model import Path
from generator.report.model import Figure
from generator.workbook import Area, CellChoice, CellStyle, Row, Sheet, Spanned, name_of_cell, reference, spread
from generator.workbook.looks import CENTRED, HEADER, NOTICED, TEXT, figure_look, number_look

_FRONT = (naming.AGENCY, naming.STATUS, naming.COUNTED)
_FRONT_WIDTHS = (naming.AGENCY_WIDTH, 9.0, 9.0)
_WIDTH = 10.5
"""The longest label of a column in two lines, and any count that occurs."""
_HEADERS = 3
_COUNTS_AT = _FRONT.index(naming.COUNTED)
_MONEY_WIDTH = 16.0
_ACROSS = 14
"""Columns of figures that a printed page holds beside the agency's name: two rows of table 3."""
_SCALE = 60
_UNREAD = CENTRED._replace(fill=NOTICED)


class Data(NamedTuple):
    """The sheet's contents: the form's columns, all agencies, which of them count, and the sums over those.

    An agency counts when its report has all its figures; with errors of other kinds too.
    """

    columns: tuple[Column, ...]
    ledger: Ledger
    counted: tuple[bool, ...]
    sums: dict[Path, int | Decimal]

    def cells(self, path: Path) -> str:
        """All agencies' figures of one kind, as another sheet's formula names them."""
        at = next(number for number, column in enumerate(self.columns) if column.path == path)
        return self._cells(len(_FRONT) + at)

    @property
    def rows(self) -> int:
        """Rows below the headers, one at least, so that formulas have something to sum."""
        return max(1, len(self.ledger.entries))

    @property
    def counting_cells(self) -> str:
        """The cells that say whether an agency is in the sums."""
        return self._cells(_COUNTS_AT)

    def _cells(self, column: int) -> str:
        last = _HEADERS + self.rows - 1
        area = f"{name_of_cell(_HEADERS, column, '$')}:{name_of_cell(last, column, '$')}"
        return reference(naming.DATA, area)


def data_of(ledger: Ledger) -> Data:
    """The figures of a ledger, summed exactly."""
    shown = columns(edition_for(ledger.year))
    counted = []
    sums: list[int | Decimal] = [0] * len(shown)
    for entry in ledger.entries:
        values = _values(entry, shown)
        counted.append(None not in values)
        if counted[-1]:
            sums = list(map(add, sums, values))
    return Data(shown, ledger, tuple(counted), {column.path: value for column, value in zip(shown, sums, strict=True)})


def _values(entry: FilingEntry, shown: tuple[Column, ...]) -> Sequence[Figure]:
    """The agency's figures, one for each column."""
    if not entry.filed or not entry.filed.readable:
        return [None] * len(shown)
    return list(map(entry.filed.figures.get, (column.path for column in shown)))


def data_sheet(data: Data) -> Sheet:
    """One row for each agency in the roster's order, those without a report included."""
    widths = [*_FRONT_WIDTHS, *(_width(data, column) for column in data.columns)]
    pages = _pages(data.columns)
    header, merged = _header(pages, widths)
    return Sheet(
        name=naming.DATA,
        rows=_rows(data, header),
        widths=widths,
        merged=merged,
        header=(0, _HEADERS - 1),
        kept_columns=1,
        filtered=True,
        pages=None,
        scale=_SCALE,
        breaks=[len(_FRONT) + sum(map(len, pages[:number])) for number in range(1, len(pages))],
        choice=CellChoice(Area(_HEADERS, _COUNTS_AT, data.rows, 1), (naming.YES, naming.NO)),
        heading=f"{data.ledger.year}年 {naming.DATA}",
    )


def _width(data: Data, column: Column) -> float:
    """Room for money with all its decimals, and for counts that are as large as their sum."""
    if column.unit == USUAL_UNIT:
        return max(_WIDTH, len(str(data.sums[column.path])) + 2.0)
    found = (entry.filed.figures.get(column.path) for entry in data.ledger.entries if entry.filed)
    return max(_MONEY_WIDTH, *(len(str(value)) + 2.0 for value in found if value is not None), 0)


def _pages(shown: tuple[Column, ...]) -> list[list[Column]]:
    """The columns as they are printed: no page has two tables, none ends in the middle of a row of the form."""
    pages: list[list[Column]] = []
    for _, of_row in groupby(shown, lambda column: column.row):
        cells = list(of_row)
        if not pages or pages[-1][-1].part is not cells[0].part or len(pages[-1]) + len(cells) > _ACROSS:
            pages.append([])
        pages[-1] += cells
    return pages


def _header(pages: list[list[Column]], widths: Sequence[float]) -> tuple[tuple[Row, ...], tuple[Area, ...]]:
    """Tables (named on each page), their rows, and the columns in them."""
    grid: list[list[Spanned]] = [[Spanned(text, HEADER, rows=_HEADERS) for text in _FRONT], [], []]
    for page in pages:
        grid[0].append(Spanned(page[0].part.heading, HEADER, len(page)))
        for _, row in groupby(page, lambda column: column.row):
            cells = list(row)
            if cells[0].label:
                grid[1].append(Spanned(cells[0].row_label, HEADER, len(cells)))
                grid[2] += [Spanned(cell.label, HEADER) for cell in cells]
            else:
                grid[1].append(Spanned(f"{cells[0].row_label}\n（{cells[0].unit}）", HEADER, rows=2))
    return spread(grid, widths)


def _rows(data: Data, header: tuple[Row, ...]) -> Iterator[Row]:
    yield from header
    count = number_look(0)
    front: tuple[CellStyle, ...] = (TEXT, CENTRED, CENTRED)
    for entry, counts in zip(data.ledger.entries, data.counted, strict=True):
        values = _values(entry, data.columns)
        missing = _UNREAD if entry.filed and entry.filed.readable else CENTRED
        looks = [
            count if isinstance(value, int) else missing if value is None else figure_look(value) for value in values
        ]
        yes = naming.YES if counts else naming.NO
        yield Row((entry.agency.name, entry.status.value, yes, *values), (*front, *looks))
