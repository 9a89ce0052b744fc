"""NB103 and NB104 of the schema: a value of the wrong kind says what to write instead."""

import pytest
from complete import complete, findings_of
from mending import mended

from generator.findings import Finding


def _findings(text: str) -> list[Finding]:
    return [f for f in findings_of(text) if f.code in {"NB101", "NB102", "NB103", "NB104", "NB105"}]


def _only(entries: str) -> Finding:
    (finding,) = _findings(complete(entries))
    return finding


def _applications(row: str) -> str:
    return f"政府信息公开申请:\n  本年新收: {row}\n  上年结转: 0\n  办理结果: 0\n  结转下年度: 0\n"


def test_a_bare_number_for_a_row_asks_for_the_applicant_kind() -> None:
    finding = _only(_applications("18"))
    assert (finding.code, finding.span.line, finding.span.column, finding.span.end_column) == ("NB103", 2, 9, 11)
    assert finding.message == "“本年新收”不能只写一个数，请写明申请人类别"
    assert finding.hint == (
        "写成 本年新收: {自然人: …, 商业企业: …, 科研机构: …, …}，分别是多少写多少，加起来是 18；没有就写 0"
    )


def test_a_bare_number_for_a_row_of_table_4_asks_for_the_outcome() -> None:
    finding = _only("行政复议行政诉讼: {行政复议: 3, 未经复议直接起诉: 0, 复议后起诉: 0}\n")
    assert "请写明结果" in finding.message
    assert "{结果维持: …, 结果纠正: …, 其他结果: …, …}" in finding.hint


def test_a_row_of_differing_cells_is_to_be_filled_in_cell_by_cell() -> None:
    finding = _only(
        "主动公开政府信息: {规章: 3, 行政规范性文件: 0, 行政许可: 0, 行政处罚: 0, 行政强制: 0, 行政事业性收费: 0}\n"
    )
    assert finding.message == "“规章”要分项填写"
    assert "{本年制发: …, 本年废止: …, 现行有效: …}" in finding.hint


@pytest.mark.parametrize(
    ("entries", "message", "hint"),
    [
        ("标题: [一, 二]\n", "“标题”不能写成一串", "写文字"),
        ("引言:\n  联系方式: 无\n", "“引言”下面不能再分项", "后面写 |"),
        ("总体情况: [概述]\n", "“总体情况”不能写成一串", "分小标题写"),
        ("总体情况:\n  主动公开:\n    - 有\n", "“主动公开”不能写成一串", "写文字"),
        ("政府信息公开申请: 见附件\n", "“政府信息公开申请”要分项填写", "本年新收"),
        ("排版: 同段\n", "“排版”要分项填写", "小标题"),
        ("其他需要报告的事项: {信息处理费: 3}\n", "“信息处理费”收取了的", "收费通知件数"),
        ("年度: [2023]\n", "“年度”不能写成一串", "四位数"),
        ("曾用名: {甲: 乙}\n", "“曾用名”下面不能再分项", "方括号"),
        ("曾用名: [[甲]]\n", "“曾用名”里的这一项不对", "一个名称"),
    ],
)
def test_values_of_another_kind(entries: str, message: str, hint: str) -> None:
    finding = _only(entries)
    assert finding.code == "NB103"
    assert message in finding.message
    assert hint in finding.hint


def test_a_figure_cannot_be_divided() -> None:
    finding = _only(_applications("{自然人: {网上: 1}}"))
    assert (finding.code, finding.message) == ("NB103", "“本年新收”的“自然人”下面不能再分项")
    assert finding.hint == "写整数（件），如 1；没有就写 0"


def test_a_table_of_zeros_is_written_out_by_its_fix() -> None:
    text = complete("行政复议行政诉讼: 0\n")
    (finding,) = _findings(text)
    assert mended(text, finding) == complete("行政复议行政诉讼: {行政复议: 0, 未经复议直接起诉: 0, 复议后起诉: 0}\n")


@pytest.mark.parametrize("typed", ["甲局、乙局", "甲局，乙局", "甲局; 乙局"])
def test_former_names_are_put_in_brackets(typed: str) -> None:
    text = complete(f"曾用名: {typed}\n")
    (finding,) = _findings(text)
    assert mended(text, finding) == complete("曾用名: [甲局, 乙局]\n")


def test_a_choice_names_what_may_be_chosen_and_the_nearest() -> None:
    finding = _only("排版: {小标题: 独立一段}\n")
    assert (finding.code, finding.span.column) == ("NB103", 11)
    assert finding.hint == "可以写：独立成段、同段"
    assert finding.fix
    assert finding.fix.edits[0].text == "独立成段"
    assert not finding.fix.mechanical
    assert _only("统计范围: 全县\n").fix is None


def test_where_page_numbers_stand_is_one_of_two() -> None:
    finding = _only("排版: {页码: 奇偶页分置}\n")
    assert (finding.code, finding.span.column) == ("NB103", 10)
    assert finding.hint == "可以写：居中、奇偶分置"
    assert finding.fix
    assert finding.fix.edits[0].text == "奇偶分置"


@pytest.mark.parametrize("year", ["2020", "1999"])
def test_a_year_before_the_form_began(year: str) -> None:
    finding = _only(f"年度: {year}\n")
    assert (finding.code, finding.span.line, finding.span.column) == ("NB104", 1, 5)
    assert "2021" in finding.message + finding.hint


@pytest.mark.parametrize(
    "entries",
    [
        "标题: 2023\n引言: no\n",
        "落款: 2024-01-20\n",
        "落款: {机关: 某局}\n",
        "曾用名: []\n",
        "总体情况: 全年情况良好。\n",
        "总体情况:\n  监督保障: {标题: 监督, 排法: 同段, 正文: 有}\n",
        "其他需要报告的事项: {信息处理费: {收费通知件数: 1, 收费通知金额: 0.5, 实际收取金额: 0}}\n",
        "其他需要报告的事项: {信息处理费: 未收取。}\n",
        "其他需要报告的事项: {收取信息处理费情况: 0}\n",
        "政府信息公开申请: {本年新收: 0, 上年结转: {}, 办理结果: {总计: {自然人: 0}}, 结转下年度: 0, 注: 有}\n",
    ],
)
def test_what_is_allowed(entries: str) -> None:
    assert _findings(complete(entries)) == []


@pytest.mark.parametrize(
    ("table", "row", "typed"),
    [
        ("行政复议行政诉讼: {行政复议: 1, 未经复议直接起诉: 0, 复议后起诉: 0}\n", "行政复议", "1"),
        (_applications("46"), "本年新收", "46"),
        (
            "主动公开政府信息: {规章: 3, 行政规范性文件: 0, 行政许可: 0, 行政处罚: 0, 行政强制: 0, "
            "行政事业性收费: 0}\n",
            "规章",
            "3",
        ),
    ],
)
def test_no_hint_hands_out_a_cell_with_the_figure_in_it(table: str, row: str, typed: str) -> None:
    finding = _only(table)
    assert finding.path[-1] == row
    assert f": {typed}" not in finding.hint
    assert finding.hint.startswith(f"写成 {row}: {{")
    assert finding.fix is None
