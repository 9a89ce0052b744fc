"""The list of agencies as a file: an Excel workbook, or csv in whatever encoding an office saves it."""

from __future__ import annotations

import os

from generator.collecting.roster import Roster, RosterError, read_roster
from generator.collecting.sheets import csv_sheet, workbook_sheets
from generator.files.errors import UserError, shown
from generator.findings import Severity
from generator.pipeline.opening import load
from generator.source.text import MAX_BYTES, decode

_WORKBOOKS = (".xlsx", ".xlsm")
_TEXTS = (".csv", ".txt", ".tsv")


def load_roster(path: str) -> Roster:
    """The agencies. Raises UserError, naming sheet and row where that helps."""
    data = load(path)
    try:
        return _read(path, data)
    except RosterError as problem:
        raise UserError(f"{shown(path)}：{problem.message}", problem.hint) from problem


def _read(path: str, data: bytes) -> Roster:
    if len(data) > MAX_BYTES:
        raise RosterError("单位名单太大，不像一份名单", "请只留下名单本身，另存一份再试")
    suffix = os.path.splitext(path)[1].lower()
    if suffix in _WORKBOOKS or data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return read_roster(workbook_sheets(data))
    if suffix not in _TEXTS:
        raise RosterError("单位名单要用 Excel 表格（.xlsx）或者 csv", "请用 WPS 或 Excel 打开它，另存为 .xlsx 再试")
    source = decode(data)
    failed = any(finding.severity is Severity.ERROR for finding in source.findings)
    if failed and data.strip() and not any(source.lines):
        raise RosterError("单位名单的文字读不出来", "请用 WPS 或 Excel 打开它，另存为 .xlsx 再试")
    return read_roster([csv_sheet(os.path.basename(path), "\n".join(source.lines))])
