"""Sheets of every make: titles, two-row heads, merged cells, several sheets, other encodings; and what is refused."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime

import pytest
from ledgers import HEAD, NO_CARRY, as_csv, as_xlsx, cases_of, counted, row, saved
from openpyxl import Workbook
from openpyxl.styles import Font

from generator.ledger.answers import read_answers
from generator.ledger.errors import UnreadableLedgerError
from generator.ledger.run import CountedLedger, LedgerFile, LedgerWish, count_ledger

SHEET = "xl/worksheets/sheet1.xml"
GOOD = row("2026-1", "2026-03-02", "公民", "2026-03-20", "公开")


def read(data: bytes, answers: str = NO_CARRY, name: str = "台账.xlsx") -> CountedLedger:
    return count_ledger(LedgerFile(name, data), answers.encode(), LedgerWish(2026))


def book(*lines: tuple, title: str = "Sheet1") -> Workbook:
    made = Workbook()
    sheet = made.active
    sheet.title = title
    for line in lines:
        sheet.append([None if value == "" else value for value in line])
    return made


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """A workbook with another content of one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.namelist():
            new.writestr(one, content if one == name else old.read(one))
    return out.getvalue()


def one_granted(found: CountedLedger, case: str = "2026-1") -> bool:
    return cases_of(found) == {"本年新收.自然人": (case,), "办理结果.予以公开.自然人": (case,)} and not found.questions


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_text_tables_in_every_encoding(encoding, delimiter):
    text = as_csv([GOOD]).decode().replace(",", delimiter)
    assert one_granted(read(text.encode(encoding), name="台账.tsv" if delimiter == "\t" else "台账.csv"))


def test_excels_own_dates_and_numbers():
    rows = [
        row("2026-1", datetime(2026, 3, 2, 9, 5), "公民", date(2026, 3, 20), "公开"),
        row("2026-2", 46083, "公民", 20260320, "公开"),
    ]
    assert cases_of(read(as_xlsx(rows)))["本年新收.自然人"] == ("2026-1", "2026-2")


def test_a_head_below_a_title_and_notes():
    made = book(("某某县水利局2026年依申请公开台账",), ("填表人：办公室",), (), HEAD, GOOD, ("合计", 1))
    made.active.merge_cells("A1:H1")
    found = read(saved(made))
    assert one_granted(found)
    assert found.year == 2026


def test_the_year_stands_in_the_title_above_the_head():
    head = ("序号", *HEAD)
    lines = [("某某县水利局2026年依申请公开台账",), head, ("1", *GOOD)]
    found = count_ledger(LedgerFile("台账.csv", as_csv(lines[1:], lines[0])), NO_CARRY.encode())
    assert (found.year, found.year_why) == (2026, "表头上面写着")
    assert one_granted(found)


def test_a_head_of_two_rows():
    upper = ("编号", "收到日期", "申请人类型", "补正", "", "答复", "")
    lower = ("", "", "", "告知日", "收到日", "日期", "类型")
    made = book(upper, lower, ("2026-1", "2026-03-02", "公民", "", "", "2026-03-20", "公开"))
    assert one_granted(read(saved(made)))
    for area in ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1"):
        made.active.merge_cells(area)
    assert one_granted(read(saved(made)))


def test_a_head_that_is_said_again_on_each_page():
    assert one_granted(read(as_xlsx([GOOD, HEAD])))


def test_merged_cells_hold_for_all_their_rows_and_are_listed():
    second = row("2026-2", "", "公民", "2026-03-23", "公开")
    made = book(HEAD, GOOD, second)
    made.active.merge_cells("B2:B3")
    found = read(saved(made))
    assert cases_of(found)["本年新收.自然人"] == ("2026-1", "2026-2")
    assert [fault.cells for fault in found.faults] == [("Sheet1!B2:B3",)]


def test_hidden_rows_count_and_are_named():
    made = book(HEAD, GOOD)
    made.active.row_dimensions[2].hidden = True
    found = read(saved(made))
    assert one_granted(found)
    assert found.faults[0].cells == ("Sheet1!A2",)


@pytest.mark.parametrize("mark", ["struck", "作废", "测试"])
def test_struck_out_and_void_rows_are_asked_about(mark):
    made = book((*HEAD, "备注"), (*GOOD, "" if mark == "struck" else mark))
    if mark == "struck":
        made.active["A2"].font = Font(strike=True)
    found = read(saved(made))
    assert [(one.field, one.cells) for one in found.questions] == [("这一行", ("Sheet1!A2",))]
    assert one_granted(read(saved(made), f"{NO_CARRY}单件: {{2026-1: {{这一行: 计入}}}}"))
    assert not cases_of(read(saved(made), f"{NO_CARRY}单件: {{2026-1: 不计}}"))


def test_a_formula_without_its_value_is_asked_about():
    made = book(HEAD, row("2026-1", "2026-03-02", "公民", "2026-03-20", '=IF(1,"公开","")'))
    found = read(saved(made))
    assert [(one.field, one.cells) for one in found.questions] == [("答复类型", ("Sheet1!H2",))]
    assert "公式" in found.questions[0].why
    made = book(HEAD, row("2026-1", "2026-03-02", "公民", "=DATE(2026,3,20)", "公开"))
    assert ["公式" in one.why for one in read(saved(made)).questions] == [True]


def test_a_formula_whose_text_is_empty_is_a_blank_cell():
    """As Excel keeps =IF(F2="","",F2): a stored value that is no text."""
    made = book(HEAD, row("2026-1", "2026-12-02", "公民", '=IF(A1="编号","","x")', ""))
    empty = re.sub(rb'<c r="G2"[^>]*><f>', rb'<c r="G2" t="str"><f>', part(saved(made), SHEET))
    found = read(with_part(saved(made), SHEET, empty))
    assert not found.questions
    assert cases_of(found)["结转下年度.自然人"] == ("2026-1",)


def test_several_sheets_are_counted_together_when_a_person_says_so():
    made = book(HEAD, GOOD, title="1月")
    more = made.create_sheet("2月")
    for line in (HEAD, row("2026-2", "2026-03-02", "公民", "2026-03-20", "公开")):
        more.append([None if value == "" else value for value in line])
    made.create_sheet("汇总").append(["项目", "件数"])
    found = read(saved(made))
    assert [(one.section, one.key, one.choices) for one in found.questions] == [
        ("口径", "工作表", ("全部", "1月", "2月"))
    ]
    assert found.tables()["政府信息公开申请"]["本年新收"]["总计"] is None
    said = "口径: {工作表: 全部, 2026年上年结转: 0}"
    assert cases_of(read(saved(made), said))["本年新收.自然人"] == ("2026-1", "2026-2")
    assert cases_of(read(saved(made), said.replace("全部", "2月")))["本年新收.自然人"] == ("2026-2",)


@pytest.mark.parametrize(
    ("instead", "asked"),
    [
        ({"收到日期": "登记日期"}, ["登记日期"]),
        ({"收到日期": "来件时间"}, None),
        ({"申请人类型": "类别"}, ["类别"]),
        ({"答复类型": "处理结果"}, ["处理结果"]),
        ({"撤回日期": "收件日期"}, ["收到日期", "收件日期"]),
    ],
)
def test_columns_that_are_not_certain_are_asked_about(instead, asked):
    head = tuple(instead.get(name, name) for name in HEAD)
    found = read(as_csv([GOOD], head), name="台账.csv")
    assert {one.section for one in found.questions} == {"列"}
    assert asked is None or [one.key for one in found.questions] == asked
    name, meant = next((new, old) for old, new in instead.items())
    if name == "收件日期":
        return
    assert one_granted(read(as_csv([GOOD], head), f"{NO_CARRY}列: {{{name}: {meant}}}", "台账.csv"))


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "空的"),
        (b"PK\x03\x04nothing", "损坏"),
        (b"\xd0\xcf\x11\xe0" + "Workbook\0".encode("utf-16-le"), "旧式"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage\0".encode("utf-16-le"), "密码"),
        (b"%PDF-1.7", "不是 Excel"),
        ("姓名,电话\n甲,1\n".encode(), "表头"),
        (b"\xff\xfe\x00\x01\x02", ""),
    ],
)
def test_what_is_no_ledger_is_refused_with_a_sentence(data, word):
    with pytest.raises(UnreadableLedgerError) as refused:
        read(data, name="台账.csv")
    assert word in refused.value.message
    assert refused.value.hint


def test_a_workbook_with_other_software():
    import xlsxwriter

    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = made.add_worksheet("台账")
    day = made.add_format({"num_format": "yyyy-mm-dd"})
    for at, value in enumerate(HEAD):
        sheet.write(0, at, value)
    for at, value in enumerate(GOOD):
        sheet.write(1, at, value)
    sheet.write_datetime(1, 1, datetime(2026, 3, 2), day)
    made.close()
    assert one_granted(read(out.getvalue()))


def test_dates_from_1904_are_asked_about():
    made = book(HEAD, GOOD)
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    made.epoch = CALENDAR_MAC_1904
    found = read(saved(made))
    assert [one.key for one in found.questions] == ["日期系统"]
    assert one_granted(read(saved(made), "口径: {2026年上年结转: 0, 日期系统: 照显示的日期}"))


def of_sheets(*titles: str, headless: str = "") -> CountedLedger:
    made = Workbook()
    made.remove(made.worksheets[0])
    for at, title in enumerate(titles):
        sheet = made.create_sheet(title)
        if title != headless:
            sheet.append(HEAD)
        sheet.append([value or None for value in row(f"2026-{at}", "2026-03-02", "公民", "2026-03-20", "公开")])
    return count_ledger(LedgerFile("台账.xlsx", saved(made)), NO_CARRY.encode(), LedgerWish(2026))


def test_a_sheet_that_is_not_read_is_named():
    for other, headless in (("统计", ""), ("2月", "2月")):
        found = of_sheets("1月", other, headless=headless)
        assert cases_of(found)["本年新收.自然人"] == ("2026-0",)
        assert [one.cells for one in found.faults] == [(f"{other}!A1",)]


def test_a_ledger_may_be_called_a_summary_where_it_is_the_only_one():
    assert cases_of(of_sheets("2026年申请统计台账"))["本年新收.自然人"] == ("2026-0",)


def test_a_stroke_is_no_number_and_rows_without_one_are_told_apart():
    rows = [row("/", "2026-03-02", "公民", "2026-03-20", "公开") for _ in range(2)]
    found = counted(rows)
    assert [one.field for one in found.questions] == ["重号"]
    assert not found.excluded
    made = Workbook()
    for sheet in (made.active, made.create_sheet("二")):
        sheet.append(HEAD)
        sheet.append([value or None for value in row("", "2026-03-02", "公民", "2026-03-20", "公开")])
    said = "口径: {2026年上年结转: 0, 工作表: 全部}\n"
    two = count_ledger(LedgerFile("台账.xlsx", saved(made)), said.encode(), LedgerWish(2026))
    assert [one.field for one in two.questions] == ["重号"]


def test_columns_of_one_name_are_told_apart_by_their_letters():
    lines = [(*GOOD, "2027-01-04")]
    found = read(as_csv(lines, (*HEAD, "答复日期")), name="台账.csv")
    assert [one.key for one in found.questions] == ["答复日期（G列）", "答复日期（I列）"]
    said = f"{NO_CARRY}列: {{答复日期（G列）: 答复日期, 答复日期（I列）: 不用}}"
    assert one_granted(read(as_csv(lines, (*HEAD, "答复日期")), said, "台账.csv"))
    other = said.replace("G列", "X列").replace("I列", "G列").replace("X列", "I列")
    carried = read(as_csv(lines, (*HEAD, "答复日期")), other, "台账.csv")
    assert cases_of(carried)["结转下年度.自然人"] == ("2026-1",)
    both = read(as_csv(lines, (*HEAD, "答复日期")), f"{NO_CARRY}列: {{答复日期: 答复日期}}", "台账.csv")
    assert len(both.questions) == 2


def test_a_field_of_a_case_that_nobody_asked_for_is_told_and_the_others_count() -> None:
    answers = read_answers("单件:\n  2025-001: {申请人种类: 自然人, 答复类型: 予以公开}\n".encode())
    (finding,) = answers.findings
    assert "“申请人种类”不是单件里的项目" in finding.message
    assert finding.span.line == 2
    assert answers.of_case("2025-001", "答复类型") == "予以公开"
