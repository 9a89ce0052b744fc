"""汇总: the three tables in the form's exact grid, each figure the sum of a column of 分单位数据."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import compress

from generator.collecting.counted_twice import TWICE
from generator.collecting.ledger import naming
from generator.collecting.ledger.data import Data
from generator.collecting.records import Entry, Status
from generator.form.edition import edition_for
from generator.form.frame import columns_of, frame_of
from generator.form.frame_sums import Balance, Position
from generator.form.model import Item
from generator.workbook import Formula, Sheet, Spanned, spread, widths_by_share
from generator.workbook.formulas import CHECKED_BESIDE, equality, sum_of
from generator.workbook.looks import BESIDE, HEADER, TEXT, figure_look

_LOOKS = {"header": HEADER, "label": TEXT}


def sum_sheets(data: Data) -> Iterator[Sheet]:
    """A sheet for each table of the form."""
    for part in edition_for(data.ledger.year).tables:
        yield _sheet(data, part)


def _sheet(data: Data, part: Item) -> Sheet:
    frame = frame_of(edition_for(data.ledger.year), part)
    figure = max(len(str(value)) for path, value in data.sums.items() if path[0] == part.key)
    widths = widths_by_share(frame.widths, figure)
    totals = {total.place: sum_of(total.terms) for total in frame.sums}
    numbers: dict[Position, int | Decimal] = {}
    grid: list[list[Spanned]] = []
    for row, line in enumerate(frame.lines):
        cells = [Spanned(cell.text, _LOOKS[cell.role], cell.columns, cell.rows) for cell in line.cells]
        places = ((row, column) for column in range(frame.label_columns, frame.columns, line.columns))
        paths = ((*row_path, *below) for row_path in line.paths for below in columns_of(part, row_path))
        for path, place in zip(paths, places, strict=False):  # rows of headers have no figures
            value = data.sums[path]
            numbers[place] = value
            formula = Formula(totals.get(place) or _sum(data, data.cells(path)), value)
            cells.append(Spanned(formula, figure_look(value), line.columns))
        grid.append(cells)
    below = [[], *_checks(frame.balances, numbers), *([Spanned(text, BESIDE, frame.columns)] for text in _notes(data))]
    rows, merged = spread([*grid, *below], widths)
    return Sheet(
        name=naming.sums_sheet(part.number),
        rows=rows,
        widths=widths,
        merged=merged,
        header=None if frame.together else (0, frame.header_rows - 1),
        pages=(1, 1),
        heading=f"{data.ledger.year}年 {part.heading}（汇总）",
    )


def _sum(data: Data, cells: str) -> str:
    return f'SUMIF({data.counting_cells},"{naming.YES}",{cells})'


def _checks(balances: tuple[Balance, ...], numbers: dict[Position, int | Decimal]) -> Iterator[list[Spanned]]:
    if balances:
        label = Spanned(CHECKED_BESIDE, BESIDE, min(column for balance in balances for _, column in balance.left))
        check = BESIDE._replace(align="center")
        yield [label, *(Spanned(equality(*balance, numbers), check) for balance in balances)]


def _notes(data: Data) -> Iterator[str]:
    counted = list(compress(data.ledger.entries, data.counted))
    yield (
        f"由“{naming.DATA}”里“{naming.COUNTED}”为“{naming.YES}”的 {len(counted)} 个单位相加；"
        f"在那里改成“{naming.NO}”或“{naming.YES}”，本表随着重算。"
    )
    left_out = [
        f"{entry.agency.name}（{_why(entry)}）"
        for entry, counts in zip(data.ledger.entries, data.counted, strict=True)
        if not counts
    ]
    if left_out:
        yield f"没有计入的 {len(left_out)} 个单位：{naming.listed(left_out)}。"
    faulty = [entry.agency.name for entry in counted if entry.status is Status.FAULTY]
    if faulty:
        yield f"已经计入、但报告还有错误的 {len(faulty)} 个单位：{naming.listed(faulty)}。"
    twice = [entry.agency.name for entry in counted if any(TWICE in remark for remark in entry.remarks)]
    if twice:
        yield f"{TWICE}的 {len(twice)} 个单位（详见“{naming.STATUS}”的备注）：{naming.listed(twice)}。"


def _why(entry: Entry) -> str:
    if entry.filed is None:
        return Status.MISSING.value
    return "有数字没有填或者读不出" if entry.filed.readable else "报告读不出"
