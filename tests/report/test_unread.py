"""What was not read is unknown: no total, no balance, no comparison with the text, ？ in a draft, null in an export."""

import json

import pytest
from complete import complete, findings_of, report_of
from fees import fee

from generator.findings import Severity
from generator.fixes import carry_out, mechanical
from generator.pipeline.exporting import export_file
from generator.report.model import Figures

TABLE = "政府信息公开申请"
RECEIVED = (TABLE, "本年新收")
DOCUMENTS = ("主动公开政府信息", "行政规范性文件")
RESTS_ON_FIGURES = {"NB201", "NB202", "NB203", "NB301", "NB302", "NB303", "NB304", "NB305", "NB306", "NB307"}
TEXT = (
    "总体情况:\n  依申请公开: |\n    共收到政府信息公开申请46件，其中自然人30件、商业企业16件。\n"
    "  主动公开: 按时公开。\n  政府信息管理: 逐篇审核。\n  政府信息公开平台建设: 按时更新。\n"
    "  监督保障: 纳入考核，组织评议，没有责任追究的情形。\n"
)


def _applications(received: str, results: str = "办理结果: {予以公开: {自然人: 40}}") -> str:
    return f"{TABLE}:\n  {received}\n  上年结转: 0\n  {results}\n  结转下年度: 0\n"


def _figures(text: str) -> Figures:
    return report_of(complete(text)).figures


@pytest.mark.parametrize(
    "row",
    [
        "{自然人: 34, 法人: 12}",
        "{自然人: 34, 个体户: 12, 科研机构: 1}",
        "{自然人: 34, 自然人: 35}",
        "{自然人: 34, 公民: 12}",
        "{自然人: 34, 商业企业: 9件左右}",
        "{自然人: 34, 商业企业: 1O}",
        "{自然人: 34, 商业企业: }",
        "{自然人: 34, 商业企亚: 12}",
        "\n    自然人: 34\n    商业企业: 9\n    商业企业: 12",
        "\n    自然人: 34\n    <<: {商业企业: 9}",
        "{自然人: 34, 商业企业: [12]}",
    ],
)
def test_a_row_with_a_cell_that_was_not_read_has_no_total_no_balance_no_comparison(row: str) -> None:
    text = complete(TEXT + _applications(f"本年新收: {row}"))
    assert report_of(text).figures.row(RECEIVED)[-1] is None
    codes = {finding.code for finding in findings_of(text)}
    assert codes & {"NB003", "NB004", "NB005", "NB102", "NB103", "NB105"}
    assert not codes & RESTS_ON_FIGURES


def test_cells_beside_an_unknown_key_are_known_where_they_are_written_and_nowhere_else() -> None:
    assert _figures(_applications("本年新收: {自然人: 34, 法人: 12}")).row(RECEIVED) == (34, *[None] * 6)
    assert _figures(_applications("本年新收: {自然人: 34, 自然人: 3, 其他: 1}")).row(RECEIVED)[:2] == (None, 0)


def test_the_rest_of_a_number_cut_off_at_its_comma_makes_its_whole_row_unknown() -> None:
    for row in ("{自然人: 12,50, 商业企业: 3}", "{自然人: 1,000, 商业企业: 2,0003}", "{自然人: 5件,000}"):
        assert set(_figures(_applications(f"本年新收: {row}")).row(RECEIVED)) == {None}


def test_numbers_with_commas_are_unknown_until_they_are_mended_and_so_is_their_total() -> None:
    row = "{自然人: 1,000, 商业企业: 2,000,300, 总计: 3,000}"
    assert _figures(_applications(f"本年新收: {row}")).row(RECEIVED) == (None, None, 0, 0, 0, 0, None)


@pytest.mark.parametrize(
    "entries",
    [
        "行政规范性文件: {本年制发: 5, 本年转发: 1, 现行有效: 27}",
        "行政规范性文件: 0\n  行政规范性文件: {现行有效: 3}",
        "行政规范性文件: 0\n  规范性文件: {现行有效: 3}",
    ],
)
def test_table_2_just_the_same(entries: str) -> None:
    rest = "\n  规章: 0\n  行政许可: 3\n  行政许可: 5\n  行政处罚: 0\n  行政强制: 0\n  行政事业性收费: 0\n"
    figures = _figures(f"主动公开政府信息:\n  {entries}{rest}")
    assert None in figures.row(DOCUMENTS)
    assert figures.row(("主动公开政府信息", "行政许可")) == (None,)
    assert figures.row(("主动公开政府信息", "行政处罚")) == (0,)


@pytest.mark.parametrize(
    "results",
    [
        "办理结果:\n    不予公开: {国家机密的: 3}\n    予以公开: 0",
        "办理结果: {予以公开: 0, 撤回的: {自然人: 3}}",
        "办理结果: 0\n  办理结果: {予以公开: {自然人: 3}}",
        "办理结果: {予以公开: 0}\n  重复申请: {自然人: 3}",
        "办理结果: {予以公开: 0, 重复申请: {自然人: 3}}",
        "办理结果: {予以公开: 0, 自然人: 3}",
    ],
)
def test_what_a_group_does_not_say_is_unknown_beside_an_entry_that_was_not_understood(results: str) -> None:
    text = complete(_applications("本年新收: {自然人: 3}", results))
    assert report_of(text).figures.row((TABLE, "办理结果"))[-1] is None
    assert not {finding.code for finding in findings_of(text)} & RESTS_ON_FIGURES


def test_table_4_and_a_typed_total_written_twice() -> None:
    text = complete(
        "行政复议行政诉讼:\n  行政复议: {结果维持: 1, 驳回: 2}\n"
        "  未经复议直接起诉: {尚未审结: 1, 总计: 1, 总计: 2}\n  复议后起诉: 0\n"
    )
    figures = report_of(text).figures
    assert figures.row(("行政复议行政诉讼", "行政复议")) == (1, None, None, None, None)
    assert ("行政复议行政诉讼", "未经复议直接起诉") not in figures.controls
    assert "NB202" not in {finding.code for finding in findings_of(text)}


def test_an_agency_or_a_year_written_twice_is_not_known() -> None:
    report = report_of("机关: 甲县司法局\n机关: 乙县司法局\n" + complete("年度: 2024\n年度: 2023").replace(_AGENCY, ""))
    assert (report.agency, report.year) == (None, None)


_AGENCY = "机关: 示例县人民政府办公室\n"


def test_the_fees_just_the_same() -> None:
    def given(row: str) -> object:
        report = report_of(complete(f"其他需要报告的事项:\n  信息处理费: {row}\n"))
        return report.narratives["其他需要报告的事项"].entries[0].sentence_figures

    assert given("{收费通知件数: 2, 金额合计: 300}") == fee(2, None, None)
    assert given("0\n  信息处理费: {收费通知件数: 2}") == fee(None, None, None)


def test_an_export_says_null() -> None:
    text = complete(_applications("本年新收: {自然人: 34, 法人: 12}"))
    content = export_file("例.yaml", "json", text.encode()).content
    assert content is not None
    data = json.loads(content)
    row = data[TABLE]["本年新收"]
    assert (row["自然人"], row["商业企业"], row["总计"]) == (34, None, None)


def test_a_note_is_known_and_leaves_its_table_as_it_is() -> None:
    """A group that is left out beside 注 is 0 as ever."""
    results = "办理结果: {不予公开: 0, 部分公开: {自然人: 2}}"
    rows = _figures(_applications("本年新收: {自然人: 2}", results) + "  注: 含上年结转。\n").rows
    assert rows[(TABLE, "办理结果", "不予公开")] == (0,) * 7
    assert rows[(TABLE, "办理结果")] == (2, 0, 0, 0, 0, 0, 2)


@pytest.mark.parametrize(
    ("typed", "fixed"),
    [
        ("3,400件", "3400"),
        ("3,400 件", "3400"),
        ("1,234,500人", "1234500"),
        ("３,４００", "3400"),
        ("3,400件左右", None),
        ("约3,400", None),
        ("3,400余件", None),
        ("-3,400", None),
        ("3,400¹", None),
    ],
)
def test_a_number_with_commas_and_its_unit_is_one_figure_and_no_unknown_key(typed: str, fixed: str | None) -> None:
    text = complete(_applications(f"本年新收: {{自然人: {typed}, 商业企业: {typed}}}"))
    found = [f for f in findings_of(text) if f.severity is Severity.ERROR]
    assert [f.path[-1] for f in found] == ["自然人", "商业企业"]
    assert {f.code for f in found} <= {"NB103", "NB104"}
    assert all(f"“{typed}”" in f.message for f in found)
    assert report_of(text).figures.row(RECEIVED)[:2] == (None, None)
    after = carry_out(text, mechanical(found))[0]
    assert after == (text.replace(typed, fixed) if fixed else text)


def test_a_figure_without_its_name_is_told_as_such() -> None:
    for row, name in (("{自然人: 3,40件}", "40件"), ("{自然人: 16件,2件}", "2件"), ("{16, 自然人: 2}", "16")):
        text = complete(_applications(f"本年新收: {row}"))
        finding = next(f for f in findings_of(text) if f.code == "NB102")
        assert finding.message == f"“{name}”前面没有写名称，不知道是哪一项的数"
        assert report_of(text).figures.row(RECEIVED)[-1] is None


def test_figures_of_the_other_tables_with_commas_and_units() -> None:
    rest = "规章: 0, 行政规范性文件: 0, 行政处罚: 0, 行政强制: 0"
    text = complete(f"主动公开政府信息: {{{rest}, 行政许可: 1,000件, 行政事业性收费: 1,234.5万元}}\n")
    found = [f for f in findings_of(text) if f.severity is Severity.ERROR]
    assert [f.fix and f.fix.edits[0].text for f in found] == ["1000", "1234.5"]


def test_names_with_digits_and_commas_are_no_figures() -> None:
    assert not [f for f in findings_of(complete("落款: {机关: 甲局1,200号: 1}\n")) if f.code == "NB103"]
