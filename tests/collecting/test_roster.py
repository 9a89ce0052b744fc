"""The list of agencies, as offices keep it."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.collecting.records import Agency
from generator.collecting.roster import RosterError
from generator.collecting.running.roster_file import load_roster
from generator.collecting.sheets import csv_sheet
from generator.files.errors import UserError


def workbook(path: Path, sheets: dict[str, list[list[object]]], merged: str = "") -> Path:
    book = Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if merged:
            sheet.merge_cells(merged)
    book.remove(book.worksheets[0])
    book.save(path)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as refused:
        load_roster(str(path))
    assert refused.value.hint
    return refused.value.message


def test_a_workbook_as_offices_keep_it(tmp_path: Path) -> None:
    rows = [
        ["清河县报送单位一览表"],
        [],
        ["序号", "单位名称（全称）", "简称", "曾用名", "联系人", "联系电话"],
        [1, "清河县水利局", "水利局、县水利局", "清河县水务局", "张某", 13700000000],
        [2, " 清河县 林业局 ", "无", "—", None, "0379-1234567"],
        [],
        [3, "清河县水利局"],
        [None, None, "某局"],
    ]
    path = workbook(tmp_path / "名单.xlsx", {"说明": [["填表说明"]], "单位": rows}, merged="A1:F1")
    found = load_roster(str(path))
    assert found.agencies == (
        Agency("清河县水利局", ("水利局", "县水利局"), ("清河县水务局",), "张某 13700000000"),
        Agency("清河县林业局", contact="0379-1234567"),
    )
    assert found.remarks == (
        "名单“单位”第 4 行和第 7 行都是“清河县水利局”，只算一家。",
        "名单“单位”第 8 行没有单位名称，没有算进去。",
    )


def test_codes_of_an_agency_whatever_their_columns_are_called(tmp_path: Path) -> None:
    rows = [
        ["单位", "统一社会信用代码", "行政区划代码", "级别"],
        ["清河县水利局", "11410800MB0000000X", 410825, "县级"],
    ]
    [found] = load_roster(str(workbook(tmp_path / "名单.xlsx", {"单位": rows}))).agencies
    assert (found.code, found.region, found.level) == ("11410800MB0000000X", "410825", "县级")


def test_sums_notes_groups_and_repeated_headers_are_no_agencies(tmp_path: Path) -> None:
    no_agencies = ["一、县直部门", "（二）乡镇", "小计：2家", "合计", "单位名称", "备注：以编办文件为准", "3"]
    agencies = ["清河县水利局", "第一幼儿园", "十里铺镇人民政府", "清河县注册中心", "备战办公室"]
    path = tmp_path / "名单.csv"
    path.write_text("\n".join(["单位名称,联系人", *no_agencies, *agencies]), encoding="utf-8")
    found = load_roster(str(path))
    assert [agency.name for agency in found.agencies] == agencies
    assert found.remarks == tuple(
        f"名单“名单.csv”第 {number} 行的“{name}”不是单位，没有算进去。" for number, name in enumerate(no_agencies, 2)
    )


def test_a_header_of_two_rows(tmp_path: Path) -> None:
    rows = [
        ["类别", "单位", None, "联系人"],
        [None, "名称", "简称", "姓名"],
        ["部门", "清河县水利局", "水利局", "张某"],
    ]
    found = load_roster(str(workbook(tmp_path / "名单.xlsx", {"单位": rows}, merged="B1:C1")))
    assert found.agencies == (Agency("清河县水利局", ("水利局",), (), "张某"),)
    assert found.remarks == ()


@pytest.mark.parametrize("header", ["单位全称", "填报单位", "责任单位", "机构名称", "单位\n名称"])
def test_what_the_column_of_names_is_called(tmp_path: Path, header: str) -> None:
    found = load_roster(str(workbook(tmp_path / "名单.xlsx", {"单位": [["序号", header], [1, "清河县水利局"]]})))
    assert found.agencies == (Agency("清河县水利局"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_text_table_in_any_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "名单.csv"
    lines = [
        ["名称", "曾用名"],
        ["清河县水利局", '"清河县水务局，清河县水电局\n清河县水利电力局"'],
        ["清河县林业局", ""],
    ]
    path.write_bytes("\r\n".join(delimiter.join(line) for line in lines).encode(encoding))
    first, second = load_roster(str(path)).agencies
    assert first.former_names == ("清河县水务局", "清河县水电局", "清河县水利电力局")
    assert second == Agency("清河县林业局")


def test_a_name_shared_by_two_agencies_is_said(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("单位名称,简称\n清河县水利局,县局\n清河县林业局,县局\n", encoding="utf-8")
    assert load_roster(str(path)).remarks == (
        "名单里“县局”是“清河县水利局”、“清河县林业局”共用的，凭它认不出是哪一家。",
    )


def test_without_the_column_of_names_the_sheet_and_what_was_seen_are_named(tmp_path: Path) -> None:
    message = refusal(workbook(tmp_path / "名单.xlsx", {"一览": [[], ["序号", "科室"], [1, "办公室"]]}))
    assert "没有“单位名称”这一栏" in message
    assert "“一览”" in message
    assert "序号、科室" in message


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("名单.xlsx", b"", "不是 Excel 表格"),
        ("名单.xlsx", b"PK\x03\x04 broken", "不是 Excel 表格"),
        ("名单.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "旧式的 Office 文件"),
        ("名单.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\0".encode("utf-16-le"), "旧式的 Excel 表格"),
        ("名单.csv", b"", "单位名单是空的"),
        ("名单.csv", "单位名称\n\n".encode(), "下面没有单位"),
        ("名单.csv", bytes(range(256)) * 4, "单位名单"),
        ("名单.docx", b"abc", "要用 Excel 表格"),
    ],
)
def test_what_is_no_list_is_refused_in_words(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert said in refusal(path)


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "名单.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("xl/workbook.xml", "<no")
    assert "打不开" in refusal(path)


def test_a_stray_cell_a_million_rows_below_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "名单.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["单位名称"])
    sheet.append(["清河县水利局"])
    sheet["A1048576"] = "清河县林业局"
    book.save(path)
    assert [agency.name for agency in load_roster(str(path)).agencies] == ["清河县水利局"]


def test_a_cell_without_an_end_is_refused() -> None:
    with pytest.raises(RosterError) as refused:
        csv_sheet("名单.csv", '单位名称\n"' + "x" * 200_000)
    assert "不是文字表格" in refused.value.message
