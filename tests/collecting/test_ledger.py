"""The ledger: read back as it was written, and calculated anew by LibreOffice."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from itertools import pairwise
from typing import Any

import openpyxl
import pytest
from collecting import ledgers
from openpyxl.worksheet.worksheet import Worksheet
from spreadsheets import Calc, Cells, formulas, grid, sheets, values

from generator.collecting.ledger import ledger_workbook, problem_workbook
from generator.collecting.records import Agency, FilingEntry, Ledger, Status
from generator.form.frame import columns_of, frame_of
from generator.report.plain import printed_paths

LEDGER = ledgers.ledger(9)
SHEETS = [
    *("报送情况", "催交名单", "问题清单", "分单位数据", "汇总"),
    *("同比", "同比明细", "其他文件"),
]
PATHS = tuple(printed_paths(ledgers.EDITION))
COUNTED = [e.filed for e in LEDGER.entries if e.filed and e.filed.readable and None not in e.filed.figures.values()]


@pytest.fixture(scope="module")
def written() -> bytes:
    return ledger_workbook(LEDGER)


@pytest.fixture(scope="module")
def book(written: bytes) -> dict[str, Worksheet]:
    return {sheet.title: sheet for sheet in sheets(written)}


@pytest.fixture(scope="module")
def calc(tmp_path_factory: pytest.TempPathFactory) -> Calc:
    return Calc(tmp_path_factory.mktemp("calc"))


def rounded(cells: Cells) -> dict[str, dict[str, Any]]:
    """Numbers to six decimals, as money has them."""
    return {
        sheet: {name: round(value, 6) if isinstance(value, float) else value for name, value in found.items()}
        for sheet, found in cells.items()
    }


def test_every_formula_gives_the_same_when_calculated_anew(calc: Calc, written: bytes) -> None:
    largest = ledger_workbook(ledgers.largest())
    anew, anew_largest = calc.recalculated([written, largest])
    assert list(anew) == SHEETS
    assert rounded(anew) == rounded(values(written))
    assert rounded(anew_largest) == rounded(values(largest))
    assert anew_largest["汇总"]["J23"] == 3 * 6 * 999_999_999


def test_same_ledger_same_bytes(written: bytes) -> None:
    assert ledger_workbook(ledgers.ledger(9)) == written


def test_standing(book: dict[str, Worksheet]) -> None:
    rows = grid(book["报送情况"])
    assert rows[1][:7] == ["序号", "单位", "报送情况", "错误", "疑问", "上年结转与上年报告", "备注"]
    assert rows[2] == [1, "甲县水利局", "有错误", 1, 1, "不一致", None, None, "甲县水利局-2025.docx"]
    assert rows[3] == [2, "乙县教育局", "未交", None, None, None, None, None, None]
    assert rows[6][:6] == [5, "=1+1", "有疑问", None, 1, "一致"]
    assert rows[6][6].startswith("可能重复计算")
    fills = {row[2].value: row[2].fill.fgColor.rgb for row in book["报送情况"].iter_rows(min_row=3)}
    assert len(set(fills.values())) == 4


def test_whom_to_chase_stands_ready_to_paste(book: dict[str, Worksheet]) -> None:
    rows = grid(book["催交名单"])
    assert rows[0] == ["单位", "联系人", "缺什么"]
    assert [row[0] for row in rows[1:]] == ["乙县教育局", "甲县水利局", "丙县公安局", "丁县卫生健康委员会"]
    assert rows[1][2] == "没有报送2025年度政府信息公开工作年度报告。"
    assert "1 处错误" in rows[2][2]
    assert "没有读成" in rows[4][2]


def test_nobody_to_chase_no_sheet() -> None:
    missing = FilingEntry(Agency("乙局", contact="王某 6011"), Status.MISSING, remarks=("“甲.docx”可能是这家的。",))
    names = {sheet.title: sheet for sheet in sheets(ledger_workbook(Ledger(2025, (missing,))))}
    assert grid(names["催交名单"])[1][1:] == [
        "王某 6011",
        "没有报送2025年度政府信息公开工作年度报告。“甲.docx”可能是这家的。",
    ]
    assert "催交名单" not in {sheet.title for sheet in sheets(ledger_workbook(Ledger(2025, (ledgers.good("甲", 1),))))}


def test_the_counts_stand_on_top(written: bytes) -> None:
    assert values(written)["报送情况"]["A1"] == "应报 14 个单位：合格 9，有疑问 1，有错误 3，未交 1"


def test_problems_are_listed_the_worst_first_and_without_codes(book: dict[str, Worksheet]) -> None:
    rows = grid(book["问题清单"])
    assert rows[0] == ["单位", "程度", "在哪里", "问题", "怎样处理"]
    assert [row[:2] for row in rows[1:]] == [
        ["甲县水利局", "错误"], ["甲县水利局", "警告"], ["甲县水利局", "提醒"],
        ["丙县公安局", "错误"], ["丁县卫生健康委员会", "错误"], ["=1+1", "警告"],
    ]  # fmt: skip
    assert not re.search("NB[0-9]", str(rows))


def test_data_hold_every_figure_of_every_agency(book: dict[str, Worksheet]) -> None:
    rows = grid(book["分单位数据"])
    assert [row[:3] for row in rows[3:8]] == [
        ["甲县水利局", "有错误", "是"],
        ["乙县教育局", "未交", "否"],
        ["丙县公安局", "有错误", "否"],
        ["丁县卫生健康委员会", "有错误", "否"],
        ["=1+1", "有疑问", "是"],
    ]
    for entry, row in zip(LEDGER.entries, rows[3:], strict=True):
        figures = entry.filed.figures if entry.filed else {}
        assert [exact(value) for value in row[3:]] == [figures.get(path) for path in PATHS], entry.agency.name


def exact(value: Any) -> Any:
    return value if value is None else Decimal(str(value))


def test_headers_name_table_row_and_column(book: dict[str, Worksheet]) -> None:
    rows = [filled(book["分单位数据"], number) for number in (1, 2, 3)]
    heads = dict(zip(PATHS, list(zip(*rows, strict=True))[3:], strict=True))
    table = "三、收到和处理政府信息公开申请情况"
    applications = ("政府信息公开申请",)
    assert heads[(*applications, "本年新收", "自然人")] == (table, "一、本年新收政府信息公开申请数量", "自然人")
    refused = (*applications, "办理结果", "不予公开", "属于国家秘密", "总计")
    assert heads[refused] == (table, "（三）不予公开\n1.属于国家秘密", "总计")
    assert heads[(*applications, "办理结果", "总计", "总计")] == (table, "（七）总计", "总计")
    assert heads["主动公开政府信息", "行政事业性收费"][1:] == ("行政事业性收费\n（万元）",) * 2
    assert heads["行政复议行政诉讼", "复议后起诉", "尚未审结"][1:] == ("复议后起诉", "尚未审结")


def filled(sheet: Worksheet, number: int) -> list[Any]:
    """A row with the text of merged cells in each of them."""
    found = [sheet.cell(number, column).value for column in range(1, sheet.max_column + 1)]
    for area in sheet.merged_cells.ranges:
        if area.min_row <= number <= area.max_row:
            text = sheet.cell(area.min_row, area.min_col).value
            found[area.min_col - 1 : area.max_col] = [text] * (area.max_col - area.min_col + 1)
    return found


def test_the_sums_are_in_the_forms_grids_below_one_another(written: bytes) -> None:
    """Each grid is as wide as the form's, its figures begin in column D."""
    cells = values(written)["汇总"]
    sheet = openpyxl.load_workbook(io.BytesIO(written))["汇总"]
    row = 1
    for part in ledgers.EDITION.tables:
        frame = frame_of(ledgers.EDITION, part)
        row = next(number for number in range(row, sheet.max_row) if sheet.cell(number, 1).value == part.heading)
        for line in frame.lines:
            row += 1
            columns = range(4 - frame.label_columns, 4 - frame.label_columns + frame.columns)
            labels = [sheet.cell(row, column).value for column in columns]
            assert [text for text in labels if text and not str(text).startswith("=")] == [c.text for c in line.cells]
            column = 4
            for path in ((*above, *below) for above in line.paths for below in columns_of(part, above)):
                total = sum(Decimal(filed.figures[path] or 0) for filed in COUNTED)
                assert exact(cells[sheet.cell(row, column).coordinate]) == total, path
                column += line.columns


def test_each_sum_is_traced_to_the_data(written: bytes) -> None:
    found = formulas(written)["汇总"]
    number = 3 + PATHS.index(("政府信息公开申请", "本年新收", "自然人"))
    column = openpyxl.utils.get_column_letter(number + 1)
    last = 3 + len(LEDGER.entries)
    data = f"'分单位数据'!${column}$4:${column}${last}"
    assert found["D23"] == f"=SUMIF('分单位数据'!$C$4:$C${last},\"是\",{data})"
    assert found["J23"] == "=SUM(D23:I23)"
    assert found["D46"] == "=SUM(D25:D45)"


def test_the_sums_say_who_is_not_in_them(written: bytes) -> None:
    text = "\n".join(str(value) for value in values(written)["汇总"].values())
    assert "11 个单位相加" in text
    missing = "乙县教育局（未交）、丙县公安局（有数字没有填或者读不出）、丁县卫生健康委员会（报告读不出）"
    assert f"没有计入的 3 个单位：{missing}。" in text
    assert "报告还有错误的 1 个单位：甲县水利局。" in text
    assert "可能重复计算的 1 个单位（详见“报送情况”的备注）：=1+1。" in text


def test_years_are_summed_over_those_who_have_both(written: bytes) -> None:
    both = [e for e in LEDGER.entries if e.filed and e.last_year]
    path = ("政府信息公开申请", "本年新收", "总计")
    now = sum(e.filed.figures[path] for e in both if e.filed)
    before = sum(e.last_year.figures[path] for e in both if e.last_year)
    rows = {row[0]: row for row in grid(openpyxl.load_workbook(io.BytesIO(written), data_only=True)["同比"])}
    _, this, last, change, percent, share, _ = rows["表三“本年新收”"]
    assert (this, last, change) == (now, before, now - before)
    assert percent == pytest.approx((now - before) / before, abs=1e-12)
    assert share is None
    granted, results = rows["表三“予以公开”"], rows["表三“办理结果”"]
    assert granted[5] == pytest.approx(granted[1] / results[1], abs=1e-12)
    assert rows["项目"] == ["项目", "2025年", "2024年", "增减", "增减幅", "占总计", "变化"]


def test_jumps_are_marked_as_nb407_does(written: bytes) -> None:
    rows = grid(openpyxl.load_workbook(io.BytesIO(written), data_only=True)["同比明细"])[1:]
    marks = {(row[2], row[3]): row[6] for row in rows}
    assert rows
    for (now, before), mark in marks.items():
        large = max(now, before) >= 10 and (
            0 in (now, before) or (before >= 10 and abs(Decimal(str(now)) - Decimal(str(before))) * 2 >= before)
        )
        assert (mark == "变化很大") == large, (now, before)
    assert set(marks.values()) == {None, "变化很大"}


def test_without_last_year_there_is_no_comparison() -> None:
    alone = Ledger(ledgers.YEAR, tuple(entry._replace(last_year=None) for entry in LEDGER.entries))
    book = {sheet.title: sheet for sheet in sheets(ledger_workbook(alone))}
    assert list(book) == SHEETS[:6]
    assert grid(book["同比"])[0][0] == "项目"
    assert "没有上年的数字可以比较" in grid(book["同比"])[1][0]
    assert len(grid(book["同比"])) == 2


def test_nobody_on_the_roster(calc: Calc) -> None:
    data = ledger_workbook(Ledger(ledgers.YEAR, ()))
    [anew] = calc.recalculated([data])
    assert anew["汇总"]["J47"] == 0
    assert (
        anew["报送情况"]["A1"] == values(data)["报送情况"]["A1"] == "应报 0 个单位：合格 0，有疑问 0，有错误 0，未交 0"
    )


def test_only_our_formulas_are_formulas(written: bytes) -> None:
    for name, found in formulas(written).items():
        for text in found.values():
            assert text.startswith(("=SUM", "=IF(", '="应报 "')) or name.startswith("同比"), text
    texts = [cell for sheet in sheets(written) for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert texts
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in texts)


def test_every_sheet_is_set_up_for_reading_and_printing(book: dict[str, Worksheet]) -> None:
    frozen = {name: sheet.freeze_panes for name, sheet in book.items()}
    assert frozen == dict(zip(SHEETS, ["C3", "A2", "B2", "B4", "A2", "B2", "B2", "A2"], strict=True))
    filters = {name: sheet.auto_filter.ref for name, sheet in book.items() if sheet.auto_filter.ref}
    assert filters == {
        "报送情况": "A2:I16",
        "问题清单": "A1:E7",
        "分单位数据": f"A3:{openpyxl.utils.get_column_letter(3 + len(PATHS))}17",
        "同比明细": f"A1:G{book['同比明细'].max_row}",
        "其他文件": "A1:C3",
    }
    for name, sheet in book.items():
        assert sheet.page_setup.orientation == "landscape", name
        assert sheet.print_title_rows, name


@pytest.mark.parametrize("shown", [LEDGER, ledgers.largest()], ids=["usual", "largest"])
def test_nothing_is_wider_than_its_column(shown: Ledger) -> None:
    """What is too wide for its column shows as ###."""
    for sheet in openpyxl.load_workbook(io.BytesIO(ledger_workbook(shown)), data_only=True).worksheets:
        spans = {area.coord.split(":")[0]: area.max_col - area.min_col + 1 for area in sheet.merged_cells.ranges}
        columns = sheet.column_dimensions.values()
        room = {number: group.width for group in columns for number in range(group.min, group.max + 1)}
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, int | float) and spans.get(cell.coordinate, 1) == 1:
                    assert len(str(cell.value)) < room[cell.column] or "%" in cell.number_format, (
                        sheet.title,
                        cell.coordinate,
                    )


def test_who_counts_is_chosen_from_yes_and_no(book: dict[str, Worksheet]) -> None:
    [choice] = book["分单位数据"].data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == (f"C4:C{3 + len(LEDGER.entries)}", '"是,否"')


def test_printed_pages_of_data_end_with_a_row_of_the_form(book: dict[str, Worksheet]) -> None:
    sheet = book["分单位数据"]
    starts = [3, *(brk.id for brk in sheet.col_breaks.brk), 3 + len(PATHS)]
    assert all(end - start <= 14 for start, end in pairwise(starts))
    labels = filled(sheet, 2)
    assert all(labels[start] != labels[start - 1] for start in starts[1:-1])


def test_problems_alone_with_codes() -> None:
    data = problem_workbook([("=甲.yaml", ledgers.ERROR), ("乙.docx", ledgers.NOTE)], whose="文件", codes=True)
    [sheet] = sheets(data)
    assert grid(sheet)[0] == ["文件", "程度", "在哪里", "问题", "怎样处理", "规则"]
    assert grid(sheet)[1][0] == "=甲.yaml"
    assert [row[-1] for row in grid(sheet)[1:]] == ["NB201", "NB512"]
    assert formulas(data) == {"问题清单": {}}


def test_sheets_fit_in_a_zip_of_fixed_dates(written: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
