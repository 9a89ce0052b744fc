"""The rows of a ledger below its head, each value under its column; sums, notes and heads said again are no cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.form.ledger_words import columns as names
from generator.form.ledger_words.word import NO, NOTHING
from generator.ledger.errors import UnreadableLedgerError
from generator.ledger.headers import LedgerHead
from generator.ledger.lookup import may_be_shown, plain
from generator.ledger.sheets import LedgerSheet, LedgerValue, SheetRow
from generator.ledger.structure import MergedRange
from generator.source.digits import half_width
from generator.workbook.text import name_of_cell

_SUMS = frozenset({"合计", "总计", "小计", "共计", "累计", "总数", "本页合计", "本月合计", "全年合计", "汇总"})
_VOID = frozenset({"作废", "已作废", "此件作废", "作废件", "测试", "测试件", "测试数据", "测试用", "test"})
_LONGEST_VOID = 10
"""Characters, punctuation included, of a cell that marks its row as none."""
_CASE = frozenset(
    {
        *(names.NUMBER, names.RECEIVED, names.ANSWERED, names.OUTCOME, names.KIND, names.WITHDRAWN),
        *(names.REVIEW_FILED, names.REVIEW_RESULT, names.SUIT_FILED, names.SUIT_RESULT),
    }
)
"""A row without any of these is no case."""
_MOST_FILLED = 1_000_000
"""Cells that merged ranges may fill; more than a ledger has."""
_PRIVATE_DIGITS = 7
"""So many digits in a row in a sheet's name may be a telephone's: the sheet is named by its place then."""


class LedgerRow(NamedTuple):
    """A case's row: its values by role. ``columns`` are those of its sheet, from 0; ``void``: marked 作废 or 测试."""

    sheet: str
    number: int
    values: Mapping[str, LedgerValue]
    columns: Mapping[str, int]
    struck: bool
    void: bool
    unvalued: frozenset[str]

    def place(self, role: str) -> str:
        """The cell of a role; the row's first cell where there is no such column."""
        return cell_place(self.sheet, self.number, self.columns.get(role, 0))

    def text(self, role: str) -> str:
        """A value as text, '' for a blank one."""
        value = self.values.get(role)
        return "" if value is None else str(value).strip()

    @property
    def case_number(self) -> str:
        """The number without blanks, for comparing; '' for none. A stroke is none."""
        number = "".join(self.text(names.NUMBER).split())
        return "" if half_width(number) in NOTHING else number

    def shown(self, role: str) -> str:
        """A value as it may leave the ledger; '' for one that may not, or that names the row's applicant."""
        text, applicant = self.text(role), self.text(names.APPLICANT)
        names_somebody = len(applicant) > 1 and applicant in text
        return text if may_be_shown(text) and not names_somebody else ""

    def says(self, role: str) -> bool:
        """Whether something happened by what stands there: no blank, stroke or 否. A formula without a value may."""
        return role in self.unvalued or half_width(self.text(role)).lower() not in NO


class RowsRead(NamedTuple):
    """``merged`` are cells that hold for several rows, ``sums`` and ``hidden`` the places of such rows, ``notes`` of
    rows with text but nothing under our columns."""

    rows: tuple[LedgerRow, ...]
    merged: tuple[str, ...]
    sums: tuple[str, ...]
    hidden: tuple[str, ...]
    notes: tuple[str, ...]


def cell_place(sheet: str, row: int, column: int) -> str:
    """``Sheet1!F17`` for row 17 (from 1) and column 5 (from 0)."""
    return f"{sheet}!{name_of_cell(row - 1, column)}"


def sheet_names(sheets: tuple[LedgerSheet, ...]) -> dict[str, str]:
    """What each sheet is called in places: its name, or its number where the name has many digits in a row."""
    found = {}
    for at, sheet in enumerate(sheets, start=1):
        longest = max((len(run) for run in "".join(c if c.isdigit() else " " for c in sheet.name).split()), default=0)
        found[sheet.name] = f"第{at}张表" if longest > _PRIVATE_DIGITS else sheet.name
    return found


def read_rows(sheet: LedgerSheet, name: str, head: LedgerHead, columns: Mapping[str, int]) -> RowsRead:
    """All cases of a sheet, called ``name``, whose columns are known."""
    merged = _merged_values(sheet, head, columns)
    rows: list[LedgerRow] = []
    sums: list[str] = []
    notes: list[str] = []
    titles = [plain(title) for title in head.names.values()]
    for row in sheet.rows:
        if row.number <= head.last or _is_head(row, titles):
            continue
        values = {role: merged.get((row.number, column), _at(row, column)) for role, column in columns.items()}
        if _is_sum(row, values):
            sums.append(cell_place(name, row.number, 0))
        elif any(values.get(role) is not None for role in _CASE) or _unvalued(sheet, row, columns):
            rows.append(_row(sheet, name, row, values, columns))
        elif any(isinstance(value, str) for value in row.values):
            notes.append(cell_place(name, row.number, 0))
    hidden = tuple(cell_place(name, row.number, 0) for row in rows if row.number in sheet.hidden_rows)
    return RowsRead(tuple(rows), _merged_places(name, sheet, head, columns), tuple(sums), hidden, tuple(notes))


def _row(
    sheet: LedgerSheet, name: str, row: SheetRow, values: Mapping[str, LedgerValue], columns: Mapping[str, int]
) -> LedgerRow:
    short = (value for value in row.values if isinstance(value, str) and len(value) <= _LONGEST_VOID)
    void = any(plain(value).lower() in _VOID for value in short)
    return LedgerRow(name, row.number, values, columns, row.struck, void, _unvalued(sheet, row, columns))


def _unvalued(sheet: LedgerSheet, row: SheetRow, columns: Mapping[str, int]) -> frozenset[str]:
    return frozenset(role for role, column in columns.items() if (row.number, column + 1) in sheet.unvalued)


def _at(row: SheetRow, column: int) -> LedgerValue:
    return row.values[column] if column < len(row.values) else None


def _is_head(row: SheetRow, titles: list[str]) -> bool:
    """Whether the head is said again, as it is at the top of each printed page."""
    there = [value for value in row.values if value is not None]
    return len(there) > 1 and all(isinstance(value, str) and plain(value) in titles for value in there)


def _is_sum(row: SheetRow, values: Mapping[str, LedgerValue]) -> bool:
    first = next((value for value in row.values if value is not None), None)
    number = values.get(names.NUMBER)
    written = [plain(value) for value in (first, number) if isinstance(value, str)]
    return any(text in _SUMS for text in written) and not isinstance(values.get(names.OUTCOME), str)


def _long_ranges(sheet: LedgerSheet, head: LedgerHead, columns: Mapping[str, int]) -> Iterator[tuple[MergedRange, int]]:
    """The merged ranges over several rows below the head, each with its column of ours."""
    ours = set(columns.values())
    for area in sheet.merged:
        if area.bottom > area.top > head.last and area.left - 1 in ours:
            yield area, area.left - 1


def _merged_values(
    sheet: LedgerSheet, head: LedgerHead, columns: Mapping[str, int]
) -> dict[tuple[int, int], LedgerValue]:
    """(row, column) → the value that a merged range holds there; bounded by the rows that hold anything."""
    last = sheet.rows[-1].number if sheet.rows else 0
    by_number = {row.number: row for row in sheet.rows}
    found: dict[tuple[int, int], LedgerValue] = {}
    filled = 0
    for area, column in _long_ranges(sheet, head, columns):
        filled += max(0, min(area.bottom, last) - area.top)
        if filled > _MOST_FILLED:
            raise UnreadableLedgerError("台账里合并的单元格太多、太乱，读不了", "请取消合并，每件申请一行，再试")
        first = by_number.get(area.top)
        value = _at(first, column) if first else None
        if value is not None:
            found.update({(row, column): value for row in range(area.top, min(area.bottom, last) + 1)})
    return found


def _merged_places(name: str, sheet: LedgerSheet, head: LedgerHead, columns: Mapping[str, int]) -> tuple[str, ...]:
    places = (
        f"{cell_place(name, area.top, column)}:{name_of_cell(area.bottom - 1, column)}"
        for area, column in _long_ranges(sheet, head, columns)
    )
    return tuple(places)
