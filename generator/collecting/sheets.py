"""Rows of a workbook or of a csv file as text. What they mean is not known here."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from generator.collecting.roster import RosterError, RosterSheet
from generator.extras import install_command
from generator.workbook.foreign import OLE, unpacked_size, what_ole_is

MAX_ROWS = 20_000
"""Rows read of a sheet."""
_MAX_COLUMNS = 50
_BLANK_ROWS = 1_000
"""After so many blank rows a sheet is at its end, whatever extent it claims."""
_MAX_UNPACKED = 200_000_000
"""Bytes of a workbook unpacked."""
_CELL = 2_000
"""Characters kept of a cell."""


def workbook_sheets(data: bytes) -> Iterator[RosterSheet]:
    """The sheets of an .xlsx in their order. Raises RosterError when it is none."""
    _refuse_what_is_no_workbook(data)
    try:
        from openpyxl import load_workbook
    except ImportError as problem:
        raise RosterError(
            "读取 Excel 表格（.xlsx）要用的部件没有安装", f"请把名单另存为 csv，或者运行：{install_command('xlsx')}"
        ) from problem
    try:
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()  # what a file claims of its extent may be wrong
            yield RosterSheet(sheet.title, _limited(sheet.iter_rows(values_only=True, max_col=_MAX_COLUMNS)))
    except RosterError:
        raise
    except Exception as problem:  # a damaged workbook breaks in as many ways as there are parts in it
        raise RosterError(
            "单位名单打不开，文件可能已经损坏", "请用 WPS 或 Excel 打开它，另存为 .xlsx 再试"
        ) from problem


def csv_sheet(name: str, text: str) -> RosterSheet:
    """The rows of a csv file, divided by commas, semicolons or tabs. Raises RosterError for what is no text table."""
    first = text.lstrip("\ufeff\r\n").partition("\n")[0]
    delimiter = max(",\t;，", key=first.count)
    try:
        return RosterSheet(name, _limited(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=delimiter)))
    except csv.Error as problem:
        raise RosterError("单位名单不是文字表格，读不了", "请另存为 csv 或者 .xlsx 再试") from problem


def _refuse_what_is_no_workbook(data: bytes) -> None:
    if data.startswith(OLE):
        raise RosterError(
            f"单位名单{what_ole_is(data)}，读不了", "请用 WPS 或 Excel 打开它，另存为 .xlsx（不设密码）再试"
        )
    try:
        size = unpacked_size(data)
    except ValueError as problem:
        raise RosterError(
            "单位名单不是 Excel 表格（.xlsx），或者已经损坏", "请用 WPS 或 Excel 另存为 .xlsx 再试"
        ) from problem
    if size > _MAX_UNPACKED:
        raise RosterError("单位名单太大，不像一份名单", "请只留下名单本身，另存一份再试")


def _limited(rows: Iterable[Iterable[Any]]) -> list[list[str]]:
    found: list[list[str]] = []
    blank = 0
    for row in rows:
        cells = [_text(cell) for _, cell in zip(range(_MAX_COLUMNS), row, strict=False)]
        blank = 0 if any(cells) else blank + 1
        found.append(cells if any(cells) else [])
        if blank > _BLANK_ROWS or len(found) >= MAX_ROWS:
            break
    return found


def _text(cell: Any) -> str:
    """A cell as one sees it; a number typed as a whole one has no decimal point."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell)[:_CELL].strip()
