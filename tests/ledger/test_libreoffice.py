"""Ledgers that LibreOffice itself has saved: its dates, merged cells, formulas and marks. The truth is counted."""

from __future__ import annotations

from datetime import date

import pytest
from ledgers import HEAD, NO_CARRY, as_csv, cases_of, row, saved
from openpyxl import Workbook
from openpyxl.styles import Font
from spreadsheets import Calc

from generator.ledger.run import CountedLedger, LedgerFile, LedgerWish, count_ledger

UPPER = ("序号", "登记号", "申请", "", "", "答复", "")
LOWER = ("", "", "收到日期", "申请人", "申请人类型", "日期", "类型")
ROWS = [
    ("2026-001", date(2026, 1, 12), "甲", "公民", date(2026, 2, 6), "公开"),
    ("2026-002", date(2026, 3, 2), "乙", "公民", date(2026, 3, 20), "信息不存在"),
    ("2026-003", date(2026, 3, 2), "丙", "商业企业", date(2026, 3, 24), "公开"),
    ("2026-004", date(2026, 12, 18), "丁", "科研机构", None, "办理中"),
]
TRUTH = {
    "本年新收.自然人": ("2026-001", "2026-002"),
    "本年新收.商业企业": ("2026-003",),
    "本年新收.科研机构": ("2026-004",),
    "办理结果.予以公开.自然人": ("2026-001",),
    "办理结果.予以公开.商业企业": ("2026-003",),
    "办理结果.无法提供.本机关不掌握相关政府信息.自然人": ("2026-002",),
    "结转下年度.科研机构": ("2026-004",),
}


@pytest.fixture(scope="module")
def calc(tmp_path_factory: pytest.TempPathFactory) -> Calc:
    return Calc(tmp_path_factory.mktemp("calc"))


def book() -> Workbook:
    """A title, a head of two rows with merged cells, formulas for the number of days and the row, a hidden row."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "2026年"
    for line in (("某某县水利局2026年依申请公开台账",), UPPER, LOWER):
        sheet.append([value or None for value in line])
    for at, values in enumerate(ROWS, start=4):
        sheet.append(["=ROW()-3", *values])
        sheet[f"C{at}"].number_format = 'yyyy"年"m"月"d"日"'
        sheet[f"F{at}"].number_format = "m/d/yy"
    for area in ("A1:G1", "A2:A3", "B2:B3", "C2:E2", "F2:G2", "C5:C6"):
        sheet.merge_cells(area)
    sheet["G5"] = '=IF(F5="","","信息不存在")'
    sheet["G7"] = '=IF(F7="","办理中","公开")'
    sheet.row_dimensions[6].hidden = True
    return made


def read(data: bytes, answers: str = NO_CARRY) -> CountedLedger:
    return count_ledger(LedgerFile("台账.xlsx", data), answers.encode(), LedgerWish(2026))


@pytest.mark.parametrize("through", ["xlsx", "ods", "fods"])
def test_a_workbook_that_it_saved_counts_as_the_truth(calc: Calc, through: str) -> None:
    data = saved(book())
    if through != "xlsx":
        data = calc.saved(data, to=through)
    found = read(calc.saved(data, through))
    assert cases_of(found) == TRUTH
    assert not found.questions
    assert ("2026年!C5:C6",) in [fault.cells for fault in found.faults]
    assert ("2026年!A6",) in [fault.cells for fault in found.faults]


def test_a_text_table_that_it_opened_and_saved(calc: Calc) -> None:
    """Its import makes dates of some columns; a text it does not know as a date stays one."""
    rows = [
        row("2026-1", "2026-03-02", "公民", "2026/3/20", "公开"),
        row("2026-2", "2026年4月2日", "公民", "", "办理中"),
    ]
    found = read(calc.saved(as_csv(rows, HEAD), "csv"))
    assert cases_of(found)["本年新收.自然人"] == ("2026-1", "2026-2")


def test_struck_out_text_is_seen(calc: Calc) -> None:
    made = book()
    made.active["D4"].font = Font(strike=True)
    found = read(calc.saved(saved(made)))
    assert [(one.key, one.field) for one in found.questions] == [("2026-001", "这一行")]


def test_what_is_no_workbook_is_refused_with_what_to_do(calc: Calc) -> None:
    from generator.ledger.errors import UnreadableLedgerError

    for kind, word in (("ods", "xlsx"), ("fods", "xlsx"), ("xls", "旧式")):
        with pytest.raises(UnreadableLedgerError) as refused:
            read(calc.saved(saved(book()), to=kind))
        assert word in refused.value.message + refused.value.hint
