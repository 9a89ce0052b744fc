"""The rows of a ledger's sheets as they stand: values, struck-out and hidden rows, merged cells. Nothing is understood.

A workbook is read as a stream, within bounds that are looked at first (``structure``); a csv or tsv file as text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, NamedTuple

from generator.extras import install_command
from generator.ledger.errors import UnreadableLedgerError
from generator.ledger.structure import MergedRange, SheetStructure, structure_of
from generator.source.text import CONTROL, decode
from generator.workbook.foreign import OLE, parts, what_ole_is

LedgerValue = str | int | Decimal | datetime | date | None
"""What stands in a cell."""

MAX_BYTES = 50_000_000
"""Bytes of a ledger; 10,000 rows of 12 columns have 1 to 3 million."""
_MAX_UNPACKED = 400_000_000
"""Bytes of a workbook unpacked: 1,000,000 rows that are only formatted take 100 million."""
_MAX_BESIDE = 60_000_000
"""Bytes of a part that is no sheet (texts, looks): these are held in memory as a whole."""
_MAX_CELLS = 3_000_000
"""Cells with something in them; 10,000 rows of 12 columns are 120,000."""
MAX_ROWS = 200_000
"""Rows with something in them; no office has so many applications."""
_MAX_COLUMNS = 100
_LONGEST = 2_000
"""Characters kept of a cell: no date, kind or outcome is longer."""
_SAVE_AS = "请用 WPS 或 Excel 打开它，另存为 .xlsx（不设密码）再试"
_TEXT_SHEET = "Sheet1"
"""What the one sheet of a text table is called in places."""


class SheetRow(NamedTuple):
    """A row that is not blank. ``number`` counts from 1; ``struck``: something in it is struck out."""

    number: int
    values: tuple[LedgerValue, ...]
    struck: bool = False


class LedgerSheet(NamedTuple):
    """One sheet. ``unvalued`` are cells (row, column, both from 1) with a formula that has no stored value."""

    name: str
    rows: tuple[SheetRow, ...]
    merged: tuple[MergedRange, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    unvalued: frozenset[tuple[int, int]] = frozenset()
    hidden: bool = False


class LedgerBook(NamedTuple):
    """All sheets. ``from_1904``: its dates count from 1904, or say so."""

    sheets: tuple[LedgerSheet, ...]
    from_1904: bool = False


def read_book(name: str, data: bytes) -> LedgerBook:
    """The sheets of a ledger, of whatever kind its bytes are. Raises UnreadableLedgerError where it is none."""
    if len(data) > MAX_BYTES:
        raise UnreadableLedgerError("台账太大，没有读", "请只留下申请登记的那张表，另存一份再试")
    if data.startswith(OLE):
        raise UnreadableLedgerError(f"台账{what_ole_is(data)}，读不了", _SAVE_AS)
    if data.startswith(b"PK"):
        return _workbook(data)
    if data.startswith(b"%PDF") or data.lstrip()[:5].lower() in (b"<html", b"<?xml", b"<!doc"):
        raise UnreadableLedgerError("台账不是 Excel 表格，也不是 csv，读不了", _SAVE_AS)
    return LedgerBook((_text_table(name, data),))


def _workbook(data: bytes) -> LedgerBook:
    try:
        sizes = parts(data)
    except ValueError as problem:
        raise UnreadableLedgerError("台账不是 Excel 表格（.xlsx），或者已经损坏", _SAVE_AS) from problem
    beside = max((size for name, size in sizes if "worksheets/" not in name), default=0)
    if sum(size for _, size in sizes) > _MAX_UNPACKED or beside > _MAX_BESIDE:
        raise UnreadableLedgerError("台账展开以后太大，没有读", "请只留下申请登记的那张表，另存一份再试")
    try:
        from openpyxl import load_workbook
    except ImportError as missing:
        raise UnreadableLedgerError(
            "读取 Excel 表格（.xlsx）要用的部件没有安装", f"请把台账另存为 csv，或者运行：{install_command('ledger')}"
        ) from missing
    try:
        structure = structure_of(data)
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = tuple(_sheet(sheet, structure.sheets.get(sheet.title)) for sheet in workbook.worksheets)
    except UnreadableLedgerError:
        raise
    except Exception as problem:  # a damaged workbook breaks in as many ways as there are parts in it
        raise UnreadableLedgerError("台账打不开，文件可能已经损坏，或者不是 Excel 表格（.xlsx）", _SAVE_AS) from problem
    return LedgerBook(sheets, structure.from_1904)


def _sheet(sheet: Any, found: SheetStructure | None) -> LedgerSheet:
    structure = found or SheetStructure()
    sheet.reset_dimensions()  # what a file claims of its extent may be wrong
    cells = sheet.iter_rows(max_row=structure.last_row or 1, max_col=min(structure.last_column or 1, _MAX_COLUMNS))
    rows: list[SheetRow] = []
    filled = 0
    for number, row in enumerate(cells, start=1):
        values = tuple(_value(cell.value) for cell in row)
        if any(value is not None for value in values):
            struck = any(cell.value is not None and cell.font.strike for cell in row)
            rows.append(SheetRow(number, _without_blank_end(values), struck))
            filled += len(rows[-1].values)
        if len(rows) > MAX_ROWS or filled > _MAX_CELLS:
            raise _too_many()
    return LedgerSheet(
        sheet.title,
        tuple(rows),
        structure.merged,
        structure.hidden_rows,
        structure.unvalued,
        sheet.sheet_state != "visible",
    )


def _too_many() -> UnreadableLedgerError:
    return UnreadableLedgerError(f"台账超过 {MAX_ROWS} 行，没有读", "请核对是不是选错了文件")


def _without_blank_end(values: tuple[LedgerValue, ...]) -> tuple[LedgerValue, ...]:
    end = len(values)
    while end and values[end - 1] is None:
        end -= 1
    return values[:end]


def _value(value: Any) -> LedgerValue:
    """A cell's value; whole numbers are whole, text is trimmed."""
    if value is None or isinstance(value, bool):
        return None if value is None else str(value).upper()
    if isinstance(value, int | datetime | date):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else Decimal(repr(value))
    if isinstance(value, time):
        return value.isoformat()
    return _text(str(value))


def _text(text: str) -> str | None:
    """A cell's text without what nobody sees (marks of direction, control characters); None for nothing."""
    return CONTROL.sub("", text[:_LONGEST]).strip() or None


def _text_table(name: str, data: bytes) -> LedgerSheet:
    source = decode(data)
    unreadable = next((f for f in source.findings if f.code in {"NB002", "NB006", "NB007"}), None)
    if unreadable or not source.text.strip():
        why = unreadable.message.rstrip("。") if unreadable else "文件里没有内容"
        raise UnreadableLedgerError(f"台账读不成表格：{why}", "请用 WPS 或 Excel 另存为 .xlsx 或者 csv（UTF-8）再试")
    lines = [line for line in source.text.split("\n", 30)[:30] if line.strip()]
    delimiter = "\t" if name.lower().endswith(".tsv") else max(",\t;，", key=lambda mark: sum(map(_count(mark), lines)))
    try:
        rows = tuple(_text_rows(csv.reader(io.StringIO(source.text), delimiter=delimiter)))
    except csv.Error as problem:
        raise UnreadableLedgerError("台账不是文字表格，读不了", "请用 WPS 或 Excel 另存为 .xlsx 再试") from problem
    return LedgerSheet(_TEXT_SHEET, rows)


def _count(mark: str) -> Any:
    return lambda line: line.count(mark)


def _text_rows(rows: Iterable[list[str]]) -> Iterator[SheetRow]:
    for number, row in enumerate(rows, start=1):
        values = tuple(map(_text, row[:_MAX_COLUMNS]))
        if number > MAX_ROWS:
            raise _too_many()
        if any(values):
            yield SheetRow(number, _without_blank_end(values))
