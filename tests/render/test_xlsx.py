"""The tables as a workbook: the form's grid cell by cell, figures as numbers, totals as formulas that hold."""

import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import strategies
from complete import complete, report_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape
from spreadsheets import Calc, formulas, grid, sheets, values

from generator.document.blocks import Document, Heading, Note, Table
from generator.document.compose import compose
from generator.pipeline.checking import check_file
from generator.render import xlsx
from generator.render.layout import places, shape_of
from generator.report.model import Report

UNFILLED = "政府信息公开申请: {本年新收: {自然人: 三}, 上年结转: 0, 办理结果: 0, 结转下年度: 0}\n"
CHARGES = (
    "主动公开政府信息: {{规章: 0, 行政规范性文件: 0, 行政许可: 0, 行政处罚: 0, 行政强制: 0, 行政事业性收费: {}}}\n"
)


@pytest.fixture(scope="module")
def calc(tmp_path_factory: pytest.TempPathFactory) -> Calc:
    return Calc(tmp_path_factory.mktemp("calc"))


def written(entries: str) -> bytes:
    return xlsx.render(compose(report_of(complete(entries))))


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def as_shown(value: Any) -> str:
    return value if isinstance(value, str) else format(Decimal(str(value)).normalize(), "f")


def assert_grid(document: Document, data: bytes) -> None:
    """Every cell and every span of the printed tables, from A1 on, and no figure as text."""
    shown = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    assert [sheet.title[0] for sheet in shown.worksheets] == ["二", "三", "四"]
    for sheet, table in zip(shown.worksheets, tables(document), strict=True):
        merged = {str(area) for area in sheet.merged_cells.ranges if area.min_row <= len(table.rows)}
        spanning = set()
        for number, (row, stretches) in enumerate(zip(table.rows, places(shape_of(table), table.columns), strict=True)):
            for place in stretches:
                at = sheet.cell(number + 1, place.column + 1)
                if place.cell is None:
                    assert at.value is None
                    continue
                cell = row[place.cell]
                figure = cell.role == "figure"
                assert as_shown(at.value) == (as_shown(Decimal(cell.text)) if figure else cell.text)
                assert isinstance(at.value, str) != figure
                if cell.columns > 1 or cell.rows > 1:
                    end = sheet.cell(number + cell.rows, place.column + cell.columns)
                    spanning.add(f"{at.coordinate}:{end.coordinate}")
        assert merged == spanning


def test_the_grid_is_the_forms(fullest: Document) -> None:
    assert_grid(fullest, xlsx.render(fullest))


@given(strategies.reports())
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_the_grid_is_the_forms_for_any_report(text: str) -> None:
    document = compose(report_of(text))
    data = xlsx.render(document)
    assert_grid(document, data)
    assert data == xlsx.render(document)


def test_a_total_is_a_formula_over_what_it_sums() -> None:
    data = written("")
    _, three, four = formulas(data).values()
    assert three["J4"] == "=SUM(D4:I4)"
    assert three["D27"] == "=SUM(D6:D26)"
    assert three["J27"] == "=SUM(J6:J26)"
    assert three["J28"] == "=SUM(D28:I28)"
    assert four == {"E4": "=SUM(A4:D4)", "J4": "=SUM(F4:I4)", "O4": "=SUM(K4:N4)"}


def test_the_balance_is_checked_below_an_empty_row() -> None:
    off = "政府信息公开申请: {本年新收: {自然人: 5}, 上年结转: 0, 办理结果: {予以公开: {自然人: 3}}, 结转下年度: 0}\n"
    data = written(off)
    three = list(values(data).values())[1]
    assert not any(name.endswith("29") for name in three)
    assert three["A30"] == "勾稽检查（表外）"
    assert [three[f"{column}30"] for column in "DEFGHIJ"] == ["差2", "平", "平", "平", "平", "平", "差2"]
    assert formulas(data)[sheets(data)[1].title]["D30"] == '=IF(D4+D5=D27+D28,"平","差"&(D4+D5-(D27+D28)))'


def random_reports() -> list[Report]:
    found: list[str] = []

    @given(strategies.reports())
    @settings(max_examples=4, database=None, derandomize=True)
    def collect(text: str) -> None:
        found.append(text)

    collect()
    return [report_of(text) for text in found]


def test_calculated_anew_every_formula_gives_our_sum(calc: Calc, examples: Path) -> None:
    reports = [check_file(str(path)).report for path in sorted(examples.glob("*.yaml"))]
    whole = [report for report in reports if report] + random_reports()
    assert len(whole) > 8
    workbooks = [xlsx.render(compose(report)) for report in whole]
    assert calc.recalculated(workbooks) == [values(data) for data in workbooks]


def test_calculating_anew_finds_a_wrong_value(calc: Calc) -> None:
    """The test above can fail: LibreOffice does not just keep the values that the file gives."""
    document = compose(report_of(complete("")))
    [three] = [table for table in tables(document) if table.balances]
    row = [cell._replace(text="7") if cell.role == "figure" else cell for cell in three.rows[3]]
    rows = (*three.rows[:3], (*row[:-1], row[-1]._replace(text="43")), *three.rows[4:])
    data = xlsx.render(document._replace(blocks=(Heading(three.caption), three._replace(rows=rows))))
    [cells] = calc.recalculated([data])
    assert values(data)[three.caption]["J4"] == 43
    assert cells[three.caption]["J4"] == 42


@pytest.mark.parametrize("amount", ["0", "7730.280", "0.1", "12345678.901234", "999999999"])
def test_money_is_a_number_with_the_decimals_that_were_typed(amount: str) -> None:
    sheet = sheets(written(CHARGES.format(amount)))[0]
    cell = sheet["B14"]
    assert Decimal(str(cell.value)) == Decimal(amount)
    decimals = len(amount.partition(".")[2])
    assert cell.number_format == ("0." + "0" * decimals if decimals else "0")


def test_money_that_a_spreadsheet_would_round_stays_as_it_was_typed() -> None:
    assert sheets(written(CHARGES.format("123456789012.123456")))[0]["B14"].value == "123456789012.123456"


def test_what_could_not_be_read_is_an_empty_coloured_cell_and_so_are_its_totals() -> None:
    data = written(UNFILLED)
    sheet = sheets(data)[1]
    for name in ("D4", "J4"):
        assert sheet[name].value is None
        assert sheet[name].fill.fgColor.rgb == "FFFFEB9C"
    assert sheet["E4"].value == 0
    assert sheet["D30"].value is None
    assert sheet["A31"].value.startswith("着色的空格")
    assert "着色" not in str(grid(sheets(written(""))[1]))


HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "<r>粗</r>",
    "_x0041_",
    "甲\x0b乙",
    '=HYPERLINK("http://x")',
    "&[页码]",
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_is_text_whatever_it_says(text: str, smallest: Document) -> None:
    three = tables(smallest)[1]
    hostile = smallest._replace(title=text, blocks=(Heading(three.caption), three, Note(text)))
    data = xlsx.render(hostile)
    assert all(cell.startswith(("=SUM(", "=IF(")) for cell in formulas(data)[three.caption].values())
    shown = unescape(values(data)[three.caption]["A31"])
    assert shown.rstrip() == text.replace("\x0b", "�").rstrip() or (len(shown) == 32_767 and shown.endswith("字…"))


@given(st.text(min_size=1, max_size=40))
@settings(max_examples=40)
def test_any_text_makes_a_workbook_that_can_be_read(text: str) -> None:
    table = Table("表", 1, (1000,), 1, ())
    data = xlsx.render(Document(text, text, "2023", (Heading(text), table, Note(text))))
    assert [len(found) for found in formulas(data).values()] == [0]


def test_every_sheet_fits_on_one_page_and_repeats_nothing_wrong(fullest: Document) -> None:
    for sheet, headers in zip(sheets(xlsx.render(fullest)), (None, "$1:$3", "$1:$3"), strict=True):
        assert sheet.page_setup.orientation == "landscape"
        assert str(sheet.page_setup.paperSize) == "9"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight is None, "one page down, which is the default"
        assert sheet.print_title_rows == headers
        assert fullest.title in sheet.oddHeader.center.text
