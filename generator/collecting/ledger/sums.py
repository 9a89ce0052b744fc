"""汇总: the three tables in the form's exact grids below one another, each figure the sum of a column of 分单位数据."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import compress

from generator.collecting.counted_twice import TWICE
from generator.collecting.ledger import naming
from generator.collecting.ledger.data import Data
from generator.collecting.records import FilingEntry, Status
from generator.form.edition import edition_for
from generator.form.frame import Frame, columns_of, frame_of
from generator.form.frame_sums import FrameBalance, Position
from generator.workbook import CellStyle, Formula, Sheet, Spanned, spread, widths_by_share
from generator.workbook.formulas import CHECKED_BESIDE, equality, sum_of
from generator.workbook.looks import BESIDE, HEADER, TEXT, figure_look

_LOOKS = {"header": HEADER, "label": TEXT}
_BLANK = Spanned(None, CellStyle(border=False))
_HEADING = TEXT._replace(bold=True, border=False)


def sum_sheet(data: Data) -> Sheet:
    """One sheet: all tables' figures begin in the same column, their labels left of it."""
    edition = edition_for(data.ledger.year)
    frames = [frame_of(edition, part) for part in edition.tables]
    labels = max(frame.label_columns for frame in frames)
    widths = _widths(frames, max(len(str(value)) for value in data.sums.values()))
    told, *more = ([Spanned(text, BESIDE, len(widths))] for text in _notes(data))
    grid: list[list[Spanned]] = [told]
    for frame in frames:
        grid += [[], [Spanned(frame.part.heading, _HEADING, len(widths))]]
        grid += _table(data, frame, len(grid), labels - frame.label_columns)
    rows, merged = spread([*grid, [], *more], widths)
    heading = f"{data.ledger.year}年 {naming.SUMS}"
    return Sheet(naming.SUMS, rows, widths, merged, (0, 0), pages=(1, 1), heading=heading)


def _widths(frames: Sequence[Frame], longest: int) -> list[float]:
    """The labels' columns as in the table that has most of them, and columns for the figures of any."""
    deepest = max(frames, key=lambda frame: frame.label_columns)
    own = widths_by_share(deepest.widths, longest)
    figures = max(frame.columns - frame.label_columns for frame in frames)
    return [*own[: deepest.label_columns], *[max(own[deepest.label_columns :])] * figures]


def _table(data: Data, frame: Frame, top: int, left: int) -> Iterator[list[Spanned]]:
    """The rows of a table that begins in row ``top`` and column ``left``, and the check of its balances."""
    blank = [_BLANK] * left
    totals = {_moved(total.place, top, left): sum_of(_all_moved(total.terms, top, left)) for total in frame.sums}
    numbers: dict[Position, int | Decimal] = {}
    for row, line in enumerate(frame.lines):
        cells = [Spanned(cell.text, _LOOKS[cell.role], cell.columns, cell.rows) for cell in line.cells]
        places = (
            _moved((row, column), top, left) for column in range(frame.label_columns, frame.columns, line.columns)
        )
        paths = ((*row_path, *below) for row_path in line.paths for below in columns_of(frame.part, row_path))
        for path, place in zip(paths, places, strict=False):  # rows of headers have no figures
            value = data.sums[path]
            numbers[place] = value
            formula = Formula(totals.get(place) or _sum(data, data.cells(path)), value)
            cells.append(Spanned(formula, figure_look(value), line.columns))
        yield [*blank, *cells]
    balances = [FrameBalance(*(_all_moved(side, top, left) for side in balance)) for balance in frame.balances]
    yield from _checks(balances, numbers)


def _moved(place: Position, top: int, left: int) -> Position:
    return top + place[0], left + place[1]


def _all_moved(places: Iterable[Position], top: int, left: int) -> tuple[Position, ...]:
    return tuple(_moved(place, top, left) for place in places)


def _sum(data: Data, cells: str) -> str:
    return f'SUMIF({data.counting_cells},"{naming.YES}",{cells})'


def _checks(balances: Sequence[FrameBalance], numbers: dict[Position, int | Decimal]) -> Iterator[list[Spanned]]:
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


def _why(entry: FilingEntry) -> str:
    if entry.filed is None:
        return Status.MISSING.value
    return "有数字没有填或者读不出" if entry.filed.readable else "报告读不出"
