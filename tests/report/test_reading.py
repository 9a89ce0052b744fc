"""Figures are read from the text as typed: what is not plainly a number gets one error that says what to write."""

import pytest
from complete import complete, findings_of, report_of

APPLICATIONS = "政府信息公开申请:\n  本年新收: {}\n  上年结转: 0\n  办理结果: 0\n  结转下年度: 0\n"
PROACTIVE = (
    "主动公开政府信息:\n  规章: {}\n  行政规范性文件: 0\n  行政许可: {}\n"
    "  行政处罚: 0\n  行政强制: 0\n  行政事业性收费: {}\n"
)
ROW = ("政府信息公开申请", "本年新收")


def _findings(row: str):
    return [f for f in findings_of(complete(APPLICATIONS.format(row))) if f.code != "NB201"]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("0", (0, 0, 0, 0, 0, 0, 0)),
        ("{}", (0, 0, 0, 0, 0, 0, 0)),
        ("'0'", (0, 0, 0, 0, 0, 0, 0)),
        ("{自然人: 18}", (18, 0, 0, 0, 0, 0, 18)),
        ("{其他: '2', 商业企业: \"3\"}", (0, 3, 0, 0, 0, 2, 5)),
        ("{自然人: 999999999, 总计: 999999999}", (999999999, 0, 0, 0, 0, 0, 999999999)),
        ("\n    自然人: 1 # 网上\n    法律服务机构: 2", (1, 0, 0, 0, 2, 0, 3)),
    ],
)
def test_rows_that_are_right(row: str, cells: tuple[int, ...]) -> None:
    text = complete(APPLICATIONS.format(row))
    assert [f for f in findings_of(text) if f.code != "NB201"] == []
    assert report_of(text).figures.row(ROW) == cells


@pytest.mark.parametrize(
    ("cell", "code", "words"),
    [
        ("012", "NB103", "12"),
        ("1_000", "NB103", "1000"),
        ("1:30", "NB103", "一个数"),
        ("0x1f", "NB103", "十进制"),
        ("1e3", "NB103", "1000"),
        ("3.0", "NB103", "3"),
        ("yes", "NB103", "数字"),
        ("１２", "NB103", "12"),
        ("18件", "NB103", "18"),
        ("1.3万", "NB103", "13000"),
        ("十八", "NB103", "18"),
        ("无", "NB103", "0"),
        ("/", "NB103", "0"),
        ("-", "NB103", "0"),
        ("1,120", "NB103", "1120"),
        ("-3", "NB104", "负数"),
        ("9999999999", "NB104", "太大"),
        ("~", "NB105", "还没有填写"),
        ("null", "NB105", "还没有填写"),
        ("", "NB105", "还没有填写"),
        ("{甲: 1}", "NB103", "不能再分项"),
        ("[1]", "NB103", "一串"),
    ],
)
def test_a_cell_typed_otherwise_is_one_error_at_its_value(cell: str, code: str, words: str) -> None:
    (finding,) = _findings(f"{{自然人: {cell}}}")
    assert finding.code == code
    assert words in finding.message + finding.hint
    just_after_the_colon = 14
    assert (finding.span.line, finding.span.column) == (2, 15 if cell else just_after_the_colon)
    assert finding.path[-1] == "自然人"


@pytest.mark.parametrize(
    ("row", "code", "words"),
    [
        ("18", "NB103", "加起来是 18"),
        ("18件", "NB103", "加起来是 18"),
        ("1,234", "NB103", "加起来是 1234"),
        ("18 2 0 0 0 0 20", "NB103", "{自然人: 18, 商业企业: 2}"),
        ("18 2 0 0 0 0 21", "NB103", "{自然人: 18, 商业企业: 2, 总计: 21}"),
        ("[18, 2, 0, 0, 0, 0, 20]", "NB103", "{自然人: 18, 商业企业: 2}"),
        ("[18, 2, 0, 0, 0, 0]", "NB103", "{自然人: 18, 商业企业: 2}"),
        ("[0, 0, 0, 0, 0, 0, 0]", "NB103", "本年新收: 0"),
        ("[1, 2]", "NB103", "一串"),
        ("无", "NB103", "本年新收: 0"),
        ("/", "NB103", "本年新收: 0"),
        ("０", "NB103", "本年新收: 0"),
        ("-3", "NB104", "负数"),
        ("yes", "NB103", "申请人类别"),
        ("~", "NB105", "没有就写 0"),
        ("", "NB105", "没有就写 0"),
    ],
)
def test_a_row_typed_otherwise_is_one_error_that_says_what_to_write(row: str, code: str, words: str) -> None:
    (finding,) = _findings(row)
    assert finding.code == code
    assert words in finding.message + finding.hint
    assert finding.span.line == 2
    assert finding.path == ROW


def test_a_row_without_a_total_typed_as_a_list() -> None:
    (finding,) = findings_of(complete(PROACTIVE.format("0 0 0", "5", "0")))
    assert (finding.code, finding.span.line, "规章: 0" in finding.hint) == ("NB103", 2, True)


def test_a_group_is_no_row() -> None:
    text = "政府信息公开申请: {本年新收: 0, 上年结转: 0, 办理结果: 1 0 0 0 0 0, 结转下年度: 0}\n"
    assert [(f.code, f.fix) for f in findings_of(complete(text))] == [("NB103", None)]


def test_what_could_not_be_read_is_unknown_and_so_are_its_totals() -> None:
    figures = report_of(complete(APPLICATIONS.format("{自然人: 十八, 商业企业: 2}"))).figures
    assert figures.row(ROW) == (None, 2, 0, 0, 0, 0, None)


def test_figures_under_a_spoken_word_are_counted_and_named_once() -> None:
    text = complete(APPLICATIONS.format("{公民: 3, 公司: 2}"))
    assert [f.code for f in findings_of(text) if f.code != "NB201"] == ["NB102", "NB102"]
    assert report_of(text).figures.row(ROW) == (3, 2, 0, 0, 0, 0, 5)


def test_a_missing_row_is_unknown_but_a_missing_item_below_is_zero() -> None:
    text = complete("政府信息公开申请: {本年新收: 0, 上年结转: 0, 办理结果: {予以公开: 0}}\n")
    (finding,) = findings_of(text)
    assert (finding.code, finding.span.line) == ("NB101", 1)
    figures = report_of(text).figures
    assert figures.row(("政府信息公开申请", "结转下年度")) == (None,) * 7
    assert figures.row(("政府信息公开申请", "办理结果", "不予公开")) == (0,) * 7


@pytest.mark.parametrize(
    ("amount", "value"),
    [("0", "0"), ("7730.28", "7730.28"), ("0.000001", "0.000001"), ("1000000000000", "1000000000000")],
)
def test_amounts_are_exact(amount: str, value: str) -> None:
    report = report_of(complete(PROACTIVE.format("0", "5", amount)))
    assert str(report.figures.row(("主动公开政府信息", "行政事业性收费"))[0]) == value
    assert report.figures.row(("主动公开政府信息", "行政许可")) == (5,)


@pytest.mark.parametrize(
    ("amount", "code"), [("0.1234567", "NB104"), ("1.3万", "NB103"), ("-1", "NB104"), ("", "NB105")]
)
def test_amounts_typed_otherwise(amount: str, code: str) -> None:
    (finding,) = findings_of(complete(PROACTIVE.format("0", "5", amount)))
    assert (finding.code, finding.span.line) == (code, 7)


def test_an_earlier_year_is_told_when_the_form_began() -> None:
    (finding,) = findings_of(complete("年度: 2020\n"))
    assert (finding.code, finding.span.line) == ("NB104", 1)
    assert "2021" in finding.message


def test_texts_keep_what_yaml_would_convert() -> None:
    report = report_of(complete("总体情况: {主动公开: no, 依申请公开: 2023, 政府信息管理: 1.0, 其他: ~x}\n"))
    entries = report.narratives["总体情况"].entries
    assert [e.paragraphs[0].text for e in entries] == ["no", "2023", "1.0", "~x"]


def test_an_entry_may_be_a_mapping_and_variants_count_as_the_topic() -> None:
    text = "总体情况:\n  平台建设情况。:\n    标题: 平台建设\n    排法: 同段\n    正文: 更新。\n  特色做法: 试点。\n"
    platform, further = report_of(complete(text)).narratives["总体情况"].entries
    assert (platform.topic, platform.heading, platform.run_in) == ("政府信息公开平台建设", "平台建设", True)
    assert (further.topic, further.heading, further.run_in) == ("", "特色做法", None)


def test_the_fee_as_figures_as_zero_and_as_text() -> None:
    def fee(text: str):
        return (
            report_of(complete(f"其他需要报告的事项:\n  信息处理费: {text}\n"))
            .narratives["其他需要报告的事项"]
            .entries[0]
        )

    assert fee("0").sentence_figures is not None
    assert fee("{收费通知件数: 2, 收费通知金额: 20.5}").sentence_figures["实际收取金额"] is None
    assert fee("本年度没有收取。").sentence_figures is None
    assert fee("本年度没有收取。").heading == "收取政府信息公开信息处理费情况"


@pytest.mark.parametrize(
    ("signature", "agency", "day"),
    [
        ("2024-01-20", "示例县人民政府办公室", "2024-01-20"),
        ("2024年1月20日", "示例县人民政府办公室", "2024-01-20"),
        ("{日期: 2024/1/20}", None, "2024-01-20"),
        ("{机关: 某局}", "某局", None),
    ],
)
def test_signatures(signature: str, agency: str | None, day: str | None) -> None:
    read = report_of(complete(f"落款: {signature}\n")).signature
    assert read is not None
    assert (read.agency, read.day and read.day.isoformat()) == (agency, day)


def test_a_bare_total_of_all_results_is_shown_under_its_own_key() -> None:
    text = "政府信息公开申请: {本年新收: 0, 上年结转: 0, 办理结果: {总计: 3}, 结转下年度: 0}\n"
    (finding,) = findings_of(complete(text))
    assert "写成 总计: {自然人: …" in finding.hint
    assert "加起来是 3" in finding.hint
    assert "自然人: 3" not in finding.hint, "nobody knows whose they are"
