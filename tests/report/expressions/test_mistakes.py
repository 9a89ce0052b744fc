"""Mistakes inside an expression: the offending part, the words, the mending."""

import pytest


@pytest.mark.parametrize(
    ("expression", "part", "words"),
    [
        ("本年新收 件", "件", "之间缺少运算符号"),
        ("'件' '件'", "'件'", "之间缺少运算符号"),
        ("本年新收 +", "+", "后面缺少"),
        ("* 本年新收", "*", "前面缺少"),
        ("1 + * 2", "*", "前面缺少"),
        ("- - 1", "-", "多了一个"),
        ("1 + - - 2", "-", "多了一个"),
        ("(1 + 2", "(", "右括号"),
        ("1 + 2)", ")", "多了一个右括号"),
        ("()", ")", "前面缺少"),
        ("(1 + )", ")", "前面缺少"),
        ("增减(1, )", ")", "前面缺少"),
        ("增减(, 1)", ",", "前面缺少"),
        ("(1)(2)", "(", "缺少运算符号"),
        ("1,234", ",", "逗号"),
        ("(1, 2)", ",", "逗号"),
        ("本年新收，", "，", "逗号"),
        ("本年新收 = 1", "=", "不能用“=”"),
        ("(a=1)", "=", "不能用“=”"),
        ("2 ** 3", "**", "不能用“**”"),
        ("7 // 2", "//", "不能用“//”"),
        ("7 % 2", "%", "不能用“%”"),
        ("1 < 2", "<", "不能用“<”"),
        ("[1]", "[", "不能用“[”"),
        ("本年新收 | 默认", "|", "不能用“|”"),
        ("本年新收 、上年结转", "、", "不能用“、”"),
        ("a\\n", "\\", "不能用"),
        ("本年\u200b新收", "\u200b", "看不见的字符（U+200B）"),
        ("16件", "16件", "直接跟着“件”"),
        ("1e3", "1e3", "直接跟着"),
        ("1_000", "1_000", "直接跟着"),
        ("0x1f", "0x1f", "直接跟着"),
        ("1.2.3", ".", "多了一个点"),
        ("3.", ".", "多了一个点"),
        (".5", ".", "多了一个点"),
        ("本年新收..自然人", ".", "多了一个点"),
        ("(本年新收).自然人", ".", "多了一个点"),
        ("123456789012345678901", "123456789012345678901", "数字太长"),
        ("'件", "'件", "引号没有配对"),
        ('‘件"', '‘件"', "引号没有配对"),
        ("'件'", "'件'", "引号里只能写单位"),
        ("自然人", "自然人", "不止一处"),
        ("其他", "其他", "不止一处"),
        ("规章", "规章", "没有总计"),
        ("政府信息公开申请", "政府信息公开申请", "没有总计"),
        ("信息处理费", "信息处理费", "没有总计"),
        ("上年", "上年", "没有说是哪一个数"),
        ("上年.上年.本年新收", "上年.上年.本年新收", "没有说是哪一个数"),
        ("上年.规章", "上年.规章", "没有总计"),
        ("完全不相干", "完全不相干", "表格里没有"),
    ],
)
def test_refuses(bench, expression, part, words):
    outcome = bench(f"共{{{{ {expression.strip()} }}}}件")
    assert outcome.paragraph.text == "共？件"
    finding = outcome.findings[0]
    assert len(outcome.findings) == 1
    assert (finding.code, finding.severity.value) == ("NB106", "error")
    assert outcome.wrong == [part]
    assert words in finding.message
    assert finding.hint


def test_the_second_of_two_equal_words_is_named(bench):
    assert bench("{{ 1 + 件 件 }}").findings[0].span.column == 5 + 9


def test_several_faults_in_one_expression_and_in_one_line(bench):
    outcome = bench("共{{ 没有的 + 规章 }}件，{{ 本年新收 }}件，{{ 1 / 0 }}")
    assert outcome.wrong == ["没有的", "规章", "0"]
    assert outcome.paragraph.text == f"共？件，{bench.prints('本年新收')}件，？"


def test_too_long(bench):
    part, finding = bench.refuses("1" + "+1" * 250)
    assert part == "1" + "+1" * 250
    assert "最多 500 个字符" in finding.message
    assert bench.prints("1" + "+1" * 249) == "250"


def test_too_deep(bench):
    assert bench.prints("(" * 20 + "1" + ")" * 20) == "1"
    part, finding = bench.refuses("(" * 21 + "1" + ")" * 21)
    assert part == "("
    assert "最多 20 层" in finding.message
    assert finding.span.column == 5 + len("共{{ ") + 20


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("新收", "本年新收"),
        ("本年新受", "本年新收"),
        ("本年新收.公民", "本年新收.自然人"),
        ("予以公开.律所", "予以公开.法律服务机构"),
        ("规范性文件.制发", "行政规范性文件.本年制发"),
        ("行政规范性文件.现行有效件数", "行政规范性文件.现行有效"),
        ("不公开", "不予公开"),
        ("结转下年度继续办理", "结转下年度"),
        ("上年本年新收", "上年.本年新收"),
        ("上年.新收", "上年.本年新收"),
        ("⾏政许可", "行政许可"),
        ("行政许可数", "行政许可"),
        ("012", "12"),
        ("本年\u200b新收", "本年新收"),
        ("(本年新收 + (1", "(本年新收 + (1))"),
    ],
)
def test_suggests(bench, typed, meant):
    outcome = bench(f"共{{{{ {typed} }}}}件")
    assert len(outcome.findings) == 1
    assert outcome.mended == f"共{{{{ {meant} }}}}件"
    assert bench(outcome.mended).findings == []


def test_lists_what_is_meant_when_there_are_several(bench):
    assert bench.refuses("规章")[1].hint == "写明是哪一个：规章.本年制发、规章.本年废止、规章.现行有效。"
    assert bench.refuses("本年制发")[1].hint == "写明是哪一个：规章.本年制发、行政规范性文件.本年制发。"
    assert bench.refuses("上年.本年制发")[1].hint == "写明是哪一个：上年.规章.本年制发、上年.行政规范性文件.本年制发。"
    hint = bench.refuses("其他")[1].hint
    assert hint.startswith("写明是哪一个：其他处理.其他、本年新收.其他、")
    assert "等" in hint
    assert bench.refuses("公民")[1].fix is None
    assert "本年新收.自然人" in bench.refuses("公民")[1].hint


@pytest.mark.parametrize(
    ("typed", "sure"), [("行政处分", False), ("增减福(2, 1)", False), ("许可", True), ("⾏政许可", True)]
)
def test_only_a_name_meant_beyond_doubt_is_put_in_unasked(bench, typed, sure):
    (finding,) = bench(f"{{{{ {typed} }}}}").findings
    assert finding.fix.mechanical is sure
