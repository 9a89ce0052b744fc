"""同比: this year beside last, in sum and agency by agency; what changed by much is marked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.collecting.ledger import naming
from generator.collecting.ledger.columns import Column
from generator.collecting.ledger.data import Data
from generator.collecting.records import Filed, Ledger
from generator.form.model import Path
from generator.report.jumps import jumped
from generator.report.model import Figure
from generator.workbook import Formula, Row, Sheet, Spanned, Value, name_of_cell, reference, spread, width
from generator.workbook.looks import BESIDE, CENTRED, HEADER, NOTICED, PERCENT, TEXT, figure_look

_NONE = "—"
"""In the place of a share of nothing."""
_MUCH = "变化很大"
_NO_LAST_YEAR = "没有上年的数字可以比较：收的时候一并给出放各单位上年年报的文件夹，或者在年报里写明“上年报告”。"
_MARKED = CENTRED._replace(fill=NOTICED)


class YearPair(NamedTuple):
    """A figure in both years; ``agency`` '' for the sum."""

    agency: str
    column: Column
    now: int | Decimal
    before: int | Decimal


class Years(NamedTuple):
    """The figures of both years: ``sums`` over all agencies that have both, and how many those are."""

    year: int
    columns: tuple[Column, ...]
    ledger: Ledger
    sums: dict[Path, tuple[int | Decimal, int | Decimal]]
    both: int
    pairs: int


def years_of(data: Data) -> Years:
    """Both years side by side."""
    shown = tuple(column for column in data.columns if column.tells)
    sums: dict[Path, tuple[int | Decimal, int | Decimal]] = {column.path: (0, 0) for column in shown}
    both = [entry.agency.name for entry in data.ledger.entries if _is_known(entry.filed) and _is_known(entry.last_year)]
    pairs = 0
    for pair in _pairs(shown, data.ledger):
        now, before = sums[pair.column.path]
        sums[pair.column.path] = now + pair.now, before + pair.before
        pairs += 1
    return Years(data.ledger.year, shown, data.ledger, sums, len(both), pairs)


def _is_known(filed: Filed | None) -> bool:
    return filed is not None and filed.readable


def _pairs(shown: tuple[Column, ...], ledger: Ledger) -> Iterator[YearPair]:
    """Agency by agency the figures that are known in both years and not 0 in both."""
    for entry in ledger.entries:
        if entry.filed is None or entry.last_year is None:
            continue
        for column in shown:
            now: Figure = entry.filed.figures.get(column.path)
            before: Figure = entry.last_year.figures.get(column.path)
            if now is not None and before is not None and (now or before):
                yield YearPair(entry.agency.name, column, now, before)


def year_sheets(years: Years) -> Iterator[Sheet]:
    """The sums, then the agencies; where no agency has figures of both years, one sheet that says so."""
    if not years.both:
        yield _sheet(years, [[Spanned(_NO_LAST_YEAR, BESIDE, len(_headings(years)))]])
        return
    yield _sheet(years, _sums(years))
    yield Sheet(
        name=naming.DETAIL,
        rows=_detail(years),
        widths=(naming.AGENCY_WIDTH, *_widths(years), 12),
        header=(0, 0),
        kept_columns=1,
        filtered=True,
        heading=f"{years.year}年 {naming.DETAIL}",
    )


def _widths(years: Years) -> tuple[float, ...]:
    """Of the item, both years, and how they differ: room for the longest name, and for the largest sum."""
    names = max(width(column.named) for column in years.columns)
    figures = max(len(str(value)) for both in years.sums.values() for value in both)
    return (names + 2, *([max(13, figures + 2)] * 3), 13)


def _year_headings(years: Years) -> tuple[str, ...]:
    return ("项目", f"{years.year}年", f"{years.year - 1}年", "增减", "增减幅")


def _headings(years: Years) -> tuple[str, ...]:
    return (*_year_headings(years), "占总计", "变化")


def _sheet(years: Years, below: list[list[Spanned]]) -> Sheet:
    """同比, with these rows below its headings."""
    widths = (*_widths(years), 13, 12)
    rows, merged = spread([[Spanned(text, HEADER) for text in _headings(years)], *below], widths)
    return Sheet(naming.YEARS, rows, widths, merged, (0, 0), 1, pages=(1, 1), heading=f"{years.year}年 {naming.YEARS}")


def _sums(years: Years) -> list[list[Spanned]]:
    grid = []
    row_of = {column.path: number for number, column in enumerate(years.columns, 1)}
    for row, column in enumerate(years.columns, 1):
        now, before = years.sums[column.path]
        sums = (Formula(_sum(years, row, 2), now), Formula(_sum(years, row, 3), before))
        share: Value = None
        if column.whole in row_of and column.whole != column.path:
            share = _share((row, 1), now, name_of_cell(row_of[column.whole], 1), years.sums[column.whole][0])
        grid.append(_spanned((column.named, *sums, *_change(row, 1, now, before), share), now, before))
    return [*grid, [], *([Spanned(text, BESIDE, len(_headings(years)))] for text in _notes(years))]


def _spanned(values: tuple[Value, ...], now: int | Decimal, before: int | Decimal) -> list[Spanned]:
    looks = (TEXT, figure_look(now), figure_look(before), figure_look(now - before), PERCENT, PERCENT)
    mark = _MUCH if jumped(now, before) else None
    cells = [Spanned(value, look) for value, look in zip(values, looks, strict=True)]
    return [*cells, Spanned(mark, _MARKED if mark else CENTRED)]


def _detail(years: Years) -> Iterator[Row]:
    headings = (naming.AGENCY, *_year_headings(years), "变化")
    yield Row(headings, [HEADER] * len(headings))
    for row, (agency, column, now, before) in enumerate(_pairs(years.columns, years.ledger), 1):
        mark = _MUCH if jumped(now, before) else None
        looks = (TEXT, TEXT, figure_look(now), figure_look(before), figure_look(now - before), PERCENT)
        yield Row(
            (agency, column.named, now, before, *_change(row, 2, now, before), mark),
            (*looks, _MARKED if mark else CENTRED),
        )


def _sum(years: Years, row: int, column: int) -> str:
    """The sum over the agencies' rows of what stands beside it."""
    names, figures = (_down(years, at) for at in (1, column))
    return f"SUMIF({names},{name_of_cell(row, 0)},{figures})"


def _down(years: Years, column: int) -> str:
    first, last = name_of_cell(1, column, "$"), name_of_cell(max(1, years.pairs), column, "$")
    return reference(naming.DETAIL, f"{first}:{last}")


def _change(row: int, column: int, now: int | Decimal, before: int | Decimal) -> tuple[Formula, Formula]:
    """What a figure and the one to its right differ by, and what share of the latter that is."""
    this, last, change = (name_of_cell(row, column + right) for right in range(3))
    percent = Decimal(now - before) / before if before else _NONE
    return Formula(f"{this}-{last}", now - before), Formula(f'IF({last}=0,"{_NONE}",{change}/{last})', percent)


def _share(part: tuple[int, int], value: int | Decimal, whole: str, sum_of_all: int | Decimal) -> Formula:
    share = Decimal(value) / sum_of_all if sum_of_all else _NONE
    return Formula(f'IF({whole}=0,"{_NONE}",{name_of_cell(*part)}/{whole})', share)


def _notes(years: Years) -> Iterator[str]:
    yield f"由“{naming.DETAIL}”相加，只含两年都有数字的 {years.both} 个单位，所以可能与“汇总”不同。"
    lacking = [
        entry.agency.name for entry in years.ledger.entries if _is_known(entry.filed) and not _is_known(entry.last_year)
    ]
    if lacking:
        yield f"没有上年数字、不在其中的 {len(lacking)} 个单位：{naming.listed(lacking)}。"
    yield f"“{_MUCH}”：归零、从零到十以上，或者增减一半以上；十以下的不算。两年都是 0 的不列在“{naming.DETAIL}”里。"
