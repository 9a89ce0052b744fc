"""Arithmetic, printing and the functions."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.report.expressions.printing import rounded


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("增减(5, 2, '件')", "增加3件"),
        ("增减(2, 5, 单位='件')", "减少3件"),
        ("增减(2, 5)", "减少3"),
        ("增减(2, 2, '件')", "持平"),
        ("增减(2.001, 2)", "持平"),
        ("增减(2.005, 2)", "增加0.01"),
        ("增减幅(9, 8)", "增长12.5%"),
        ("增减幅(7, 8)", "下降12.5%"),
        ("增减幅(8, 8)", "持平"),
        ("增减幅(0, 8)", "下降100%"),
        ("占比(5, 6)", "83.33%"),
        ("占比(1, 2)", "50%"),
        ("占比(1, 8)", "12.5%"),
        ("占比(1, 8, 0)", "13%"),
        ("占比(2, 3, 位数=1)", "66.7%"),
        ("占比(1, 3, 位数 = 6)", "33.333333%"),
        ("汉字(16)", "十六"),
        ("汉字(0)", "零"),
        ("汉字(32 / 2)", "十六"),
        ("占比（５，６，位数＝１）", "83.3%"),
        ("增减（５．５，２，单位＝“件”）", "增加3.5件"),
        ("增减(1，2，‘人次’)", "减少1人次"),
        ("增减(1, 2, ”件“)", "减少1件"),
        ("（１＋２）×３÷２－０．５", "4"),
        ("1 − 2", "-1"),
        ("-(1 + 2) * +2", "-6"),
        ("1 - 2 - 3", "-4"),
        ("2 + 3 * 4", "14"),
        ("1 / 3 * 3", "1"),
        ("2 / 3", "0.67"),
        ("0.125", "0.13"),
        ("2.675", "2.68"),
        ("-0.005", "-0.01"),
        ("-0.004", "0"),
        ("1.50", "1.5"),
        ("100", "100"),
        ("0.0", "0"),
    ],
)
def test_prints(bench, expression, printed):
    assert bench.prints(expression) == printed


def test_compared_with_last_year(bench):
    last = bench.context.last_year
    change = bench.cell("政府信息公开申请", "本年新收") - bench.cell("政府信息公开申请", "本年新收", of=last.figures)
    assert bench.prints("较上年(本年新收, '件')") == f"较上年减少{-change}件"
    assert bench.prints("较上年(行政事业性收费)") == "与上年持平"
    back = bench.with_(last_year=type(last)(last.edition, None, 2022, bench.context.figures, last.places))
    assert back.prints("较上年(本年新收, '件')") == "与上年持平"
    assert bench.prints("较上年(年度)") == "较上年增加1"


@pytest.mark.parametrize(
    ("expression", "part", "words"),
    [
        ("增减(1)", "增减(1)", "缺 b"),
        ("增减()", "增减()", "缺 a、b"),
        ("增减(1, 2, '件', 4, 5)", "4, 5", "写多了"),
        ("增减(1, 2, '件', 单位='件')", "单位", "两次"),
        ("增减(1, 2, 单位='件', 单位='件')", "单位", "两次"),
        ("增减(1, 2, 件数='件')", "件数", "没有“件数”"),
        ("增减幅(1, 2, 位数=1)", "位数", "没有“位数”"),
        ("增减(单位='件', 1, 2)", "增减(单位='件', 1, 2)", "写得不对"),
        ("增减(1, 2, 件)", "件", "加引号"),
        ("增减(1, 2, 3)", "3", "加引号"),
        ("增减('件', 2)", "'件'", "引号"),
        ("增减幅(1, 2 - 2)", "2 - 2", "b 是 0"),
        ("占比(1, 0)", "0", "b 是 0"),
        ("占比(1, 2, 位数=7)", "7", "位数"),
        ("占比(1, 2, 位数=1.5)", "1.5", "位数"),
        ("占比(1, 2, 位数=-1)", "-1", "位数"),
        ("占比(1, 2, '件')", "'件'", "引号"),
        ("汉字(1.5)", "1.5", "汉字"),
        ("汉字(0 - 1)", "0 - 1", "汉字"),
        ("汉字(99999999999999999)", "99999999999999999", "汉字"),
        ("汉字(机关)", "机关", "不是数"),
        ("较上年(1)", "1", "名称"),
        ("较上年(本年新收 + 1)", "本年新收 + 1", "名称"),
        ("较上年(上年.本年新收)", "上年.本年新收", "名称"),
        ("较上年(机关)", "机关", "不是数"),
        ("较上年(没有的)", "没有的", "没有"),
        ("较上年", "较上年", "括号"),
        ("较上(本年新收)", "较上", "没有“较上”这个函数"),
        ("本年新收(1)", "本年新收", "没有“本年新收”这个函数"),
        ("增减(1, 2) + 1", "增减(1, 2)", "不是数"),
        ("机关 * 2", "机关", "不是数"),
        ("1 / (3 - 3)", "3 - 3", "除数是 0"),
    ],
)
def test_refuses(bench, expression, part, words):
    offending, finding = bench.refuses(expression)
    assert offending == part
    assert words in finding.message
    assert finding.hint


@pytest.mark.parametrize(
    ("expression", "mended"),
    [
        ("增减(2, 1, 件)", "增减(2, 1, ‘件’)"),
        ("增减(2, 1, 单=‘件’)", "增减(2, 1, 单位=‘件’)"),
        ("较上(行政事业性收费)", "较上年(行政事业性收费)"),
        ("'本年新收'", "本年新收"),
        ("‘本年新收’ + 1", "本年新收 + 1"),
    ],
)
def test_mends(bench, expression, mended):
    outcome = bench(f"{{{{ {expression} }}}}")
    assert outcome.mended == f"{{{{ {mended} }}}}"
    assert bench(outcome.mended).findings == []


NUMBERS = st.one_of(
    st.integers(0, 10**9).map(str), st.decimals(0, 10**6, places=3, allow_nan=False).map(lambda d: format(d, "f"))
)
SUMS = st.recursive(
    NUMBERS,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        inner.map(lambda s: f"-{s}" if not s.startswith("-") else s),
    ),
    max_leaves=8,
)


@given(SUMS)
def test_arithmetic_is_that_of_fractions(bench, expression):
    spelled = "".join(f"Fraction('{word}')" if word[0].isdigit() else word for word in _words(expression))
    try:
        exact = eval(spelled, {"Fraction": Fraction})  # of our own making
    except ZeroDivisionError:
        assert "除数是 0" in bench(f"{{{{ {expression} }}}}").findings[0].message
        return
    assert bench.prints(expression) == rounded(exact)


def _words(expression):
    word = ""
    for char in expression:
        if char.isdigit() or char == ".":
            word += char
            continue
        if word:
            yield word
        word = ""
        yield char
    if word:
        yield word


@given(st.fractions(), st.integers(0, 6))
def test_rounding_is_half_up_and_as_short_as_can_be(number, decimals):
    text = rounded(number, decimals)
    assert abs(Fraction(text) - number) <= Fraction(1, 2 * 10**decimals)
    assert not ("." in text and text.endswith(("0", ".")))
    assert text != "-0"
    assert len(text.partition(".")[2]) <= decimals
    assert rounded(-number, decimals) == (f"-{text}" if not text.startswith("-") and text != "0" else text.lstrip("-"))


@given(st.integers(-(10**9), 10**9), st.integers(0, 5))
def test_halves_go_away_from_zero(whole, decimals):
    half = Fraction(2 * whole + (1 if whole >= 0 else -1), 2 * 10**decimals)
    assert Fraction(rounded(half, decimals)) == half + Fraction(1 if whole >= 0 else -1, 2 * 10**decimals)
