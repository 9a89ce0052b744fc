"""NB102: keys by their official label, by the words people say, misspelt, numbered, in the wrong place, unknown."""

import pytest
from complete import complete, findings_of, report_of
from mending import mended

from generator.findings import Finding

RECEIVED = ("政府信息公开申请", "本年新收")


def _findings(text: str) -> list[Finding]:
    return [f for f in findings_of(text) if f.code in {"NB101", "NB102", "NB103", "NB104", "NB105"}]


def _applications(row: str = "本年新收: 0", results: str = "办理结果: 0") -> str:
    return complete(f"政府信息公开申请:\n  {row}\n  上年结转: 0\n  {results}\n  结转下年度: 0\n")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("公民", "自然人"),
        ("企业", "商业企业"),
        ("律所", "法律服务机构"),
        ("社会组织", "社会公益组织"),
        ("合计", "总计"),
        ("其它", "其他"),
    ],
)
def test_the_words_people_say_for_an_applicant(typed: str, meant: str) -> None:
    text = _applications(f"本年新收: {{{typed}: 3}}")
    (finding,) = _findings(text)
    assert (finding.code, finding.span.line, finding.span.column) == ("NB102", 2, 10)
    assert finding.message == f"“{typed}”请写成“{meant}”"
    assert finding.fix
    assert finding.fix.mechanical
    assert _findings(mended(text, finding)) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("一、本年新收政府信息公开申请数量", "本年新收"),
        ("本年新收政府信息公开申请数量", "本年新收"),
        ("新收", "本年新收"),
    ],
)
def test_figures_under_a_wrong_key_are_still_read(typed: str, meant: str) -> None:
    text = _applications(f"{typed}: {{公民: 3}}")
    findings = _findings(text)
    assert [(f.code, f.span.line) for f in findings] == [("NB102", 2), ("NB102", 2)]
    assert meant in findings[0].message
    assert report_of(text).figures.row(RECEIVED) == (3, 0, 0, 0, 0, 0, 3)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("三、本年度办理结果", "办理结果"),
        ("1.属于国家秘密", "属于国家秘密"),
        ("（三）不予公开", "不予公开"),
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开"),
        ("危及“三安全一稳定”", "危及三安全一稳定"),
    ],
)
def test_official_labels_of_rows(typed: str, meant: str) -> None:
    results = {
        "办理结果": f"{typed}: 0",
        "属于国家秘密": f"办理结果:\n    不予公开:\n      {typed}: 0",
        "危及三安全一稳定": f"办理结果:\n    不予公开:\n      {typed}: 0",
    }
    (finding,) = _findings(_applications(results=results.get(meant, f"办理结果:\n    {typed}: 0")))
    assert finding.message == f"“{typed}”请写成“{meant}”"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("二、主动公开政府信息情况", "主动公开政府信息"), ("表二", "主动公开政府信息")],
)
def test_headings_of_parts_as_keys(typed: str, meant: str) -> None:
    text = complete("").replace(f"\n{meant}:", f"\n{typed}:")
    (finding,) = _findings(text)
    assert finding.message == f"“{typed}”请写成“{meant}”"
    assert finding.span.column == 1


@pytest.mark.parametrize("typed", ["自燃人", "自然入", "自然人数"])
def test_a_misspelt_key_is_a_question_and_the_fix_is_not_done_unasked(typed: str) -> None:
    text = _applications(f"本年新收: {{{typed}: 3}}")
    (finding,) = _findings(text)
    assert finding.message == f"没有“{typed}”这一项，是不是“自然人”？"
    assert finding.fix
    assert not finding.fix.mechanical
    assert report_of(text).figures.row(RECEIVED) == (None, 0, 0, 0, 0, 0, None), "a guess is no reading"


def test_a_misspelt_required_key_is_not_also_missing() -> None:
    assert [f.code for f in _findings(_applications("本年新受: 0"))] == ["NB102"]
    assert [f.code for f in _findings(complete("").replace("\n年度:", "\n年度数:"))] == ["NB102"]


def test_a_word_for_something_that_is_there_already_is_no_rename() -> None:
    (finding,) = _findings(_applications("本年新收: {自然人: 1, 公民: 2}"))
    assert finding.message == "“公民”就是“自然人”，这里已经有了"
    assert finding.fix is None


def test_two_words_for_one_entry_rename_only_the_first() -> None:
    first, second = _findings(_applications("本年新收: {公民: 1, 群众: 2}"))
    assert first.fix
    assert second.fix is None


@pytest.mark.parametrize(
    ("entries", "typed", "words"),
    [
        ("自然人: 3\n", "自然人", "“自然人”是申请人类别，要写在某一行里"),
        ("结果维持: 3\n", "结果维持", "“结果维持”是结果，要写在某一行里"),
        ("予以公开: 0\n", "予以公开", "应写在“政府信息公开申请”的“办理结果”下面"),
        ("主动公开: 有\n", "主动公开", "应写在“总体情况”下面"),
        ("小标题: 同段\n", "小标题", "应写在“排版”下面"),
    ],
)
def test_a_key_that_belongs_elsewhere_is_told_where(entries: str, typed: str, words: str) -> None:
    (finding,) = _findings(complete(entries))
    assert (finding.code, finding.path, finding.span.line) == ("NB102", (typed,), 1)
    assert words in finding.message


def test_a_row_written_one_level_too_high_or_too_low() -> None:
    (high,) = _findings(_applications(results="办理结果:\n    属于国家秘密: 0"))
    assert "应写在“不予公开”下面" in high.message
    (low,) = _findings(_applications(results="办理结果:\n    不予公开: {部分公开: 0}"))
    assert "应写在“政府信息公开申请”的“办理结果”下面" in low.message
    (both,) = _findings(
        complete(
            "主动公开政府信息:\n  规章: {行政处罚: 0}\n  行政规范性文件: 0\n  行政许可: 0\n"
            "  行政强制: 0\n  行政事业性收费: 0\n"
        )
    )
    assert both.code == "NB102"


def test_a_table_whose_rows_were_not_indented_is_one_finding_and_its_fix_indents_them() -> None:
    rows = "  本年新收:\n    自然人: 1\n\n  上年结转: 0\n  办理结果: {予以公开: {自然人: 1}}\n  结转下年度: 0\n"
    whole = "政府信息公开申请:\n" + rows
    text = complete(whole.replace("\n  ", "\n"))
    (finding,) = _findings(text)
    assert (finding.code, finding.span.line) == ("NB102", 2)
    assert "“本年新收”、“上年结转”、“办理结果”等" in finding.message
    assert "应写在“政府信息公开申请”下面" in finding.message
    assert mended(text, finding) == complete(whole)


def test_rows_that_were_neither_indented_nor_named_as_they_should_be() -> None:
    whole = "政府信息公开申请:\n  本年新收: 0\n  上年结转: 0\n  办理结果: 0\n  结转下年度: 0\n"
    text = complete(whole.replace("\n  ", "\n").replace("\n结转下年度", "\n结转下年"))
    (finding,) = _findings(text)
    assert finding.hint == "行首要比“政府信息公开申请”多空两格；“结转下年”请写成“结转下年度”"
    assert mended(text, finding) == complete(whole)


def test_results_that_were_not_indented() -> None:
    rows = "  本年新收: 0\n  上年结转: 0\n  办理结果:\n    予以公开: 0\n    部分公开: 0\n  结转下年度: 0\n"
    whole = "政府信息公开申请:\n" + rows
    text = complete(whole.replace("\n    ", "\n  "))
    (finding,) = _findings(text)
    assert "应写在“办理结果”下面" in finding.message
    assert mended(text, finding) == complete(whole)


@pytest.mark.parametrize(
    "typed",
    ["（一）主动公开", "(1) 主动公开", "一、主动公开", "1.主动公开", "1、主动公开", "①主动公开", "２．主动公开"],
)
def test_a_numbered_subheading_loses_its_number(typed: str) -> None:
    text = complete(f"总体情况: {{'{typed}': 有, 概述: 有}}\n")
    (finding,) = _findings(text)
    assert (finding.code, finding.span.line, finding.span.column) == ("NB102", 1, 8)
    assert finding.message == f"“{typed}”请写成“主动公开”"


@pytest.mark.parametrize(
    "typed", ["平台建设情况", "主动公开工作", "12345热线办理", "4.26世界知识产权日", "一是", "十大行动"]
)
def test_any_other_subheading_is_fine(typed: str) -> None:
    assert _findings(complete(f"总体情况:\n  {typed}: 有\n")) == []


def test_a_name_for_two_rows_together() -> None:
    rows = "行政复议: 0, 行政诉讼: 0, 未经复议直接起诉: 0, 复议后起诉: 0"
    (finding,) = _findings(complete(f"行政复议行政诉讼: {{{rows}}}\n"))
    assert finding.message == "“行政诉讼”要分开写"
    assert finding.hint == "请分别写：未经复议直接起诉、复议后起诉"


def test_an_unknown_key_is_answered_with_what_may_stand_there() -> None:
    (finding,) = _findings(_applications("本年新收: {火星人: 3}"))
    assert finding.message == "“本年新收”里没有“火星人”这一项"
    assert finding.hint.startswith("这里可以写：自然人、商业企业")
    assert finding.fix is None


def test_a_subheading_inside_another_is_unknown_there() -> None:
    (finding,) = _findings(complete("总体情况:\n  监督保障:\n    队伍建设情况: 有\n"))
    assert (finding.code, finding.span.line) == ("NB102", 3)
    assert "标题、排法、正文" in finding.hint


def test_every_mistake_of_a_file_is_reported() -> None:
    text = complete("年度: 2023\n统计口径: 汇总\n行政复议行政诉讼: {复议: 0, 直接起诉: 0, 复议后起诉: }\n自然人: 3\n")
    assert [(f.code, f.path) for f in _findings(text)] == [
        ("NB102", ("统计口径",)),
        ("NB102", ("行政复议行政诉讼", "复议")),
        ("NB102", ("行政复议行政诉讼", "直接起诉")),
        ("NB105", ("行政复议行政诉讼", "复议后起诉")),
        ("NB102", ("自然人",)),
    ]
