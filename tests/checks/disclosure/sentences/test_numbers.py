"""Numbers as people write them, and what figures they may stand for."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.disclosure.sentences.normalizing import fold
from generator.checks.disclosure.sentences.numbers import NUMBER, Number, read


def _read(text: str) -> Number:
    match = re.search(NUMBER, fold(text).text)
    assert match is not None
    number = read(match)
    assert number is not None
    return number


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("16件", 16, "件"),
        ("１６件", 16, "件"),
        ("1 6 件", 1, ""),
        ("16 件", 16, "件"),
        ("3,119件", 3119, "件"),
        ("3，119件", 3119, "件"),
        ("1.2万件", 12000, "件"),
        ("二十件", 20, "件"),
        ("两件", 2, "件"),
        ("一百零三宗", 103, "宗"),
        ("24252.31万元", Decimal("24252.31"), "万元"),
        ("2.43亿元", Decimal("2.43"), "亿元"),
        ("15个工作日", 15, "个工作日"),
    ],
)
def test_numerals_are_read_with_their_units(text: str, value: int | Decimal, unit: str) -> None:
    number = _read(text)
    assert (number.value, number.unit) == (value, unit)


@pytest.mark.parametrize("text", ["第三十六条", "第36条", "〔2021〕30号", "三审三校", "一是"])
def test_ordinals_and_words_are_no_counts(text: str) -> None:
    match = re.search(NUMBER, text)
    number = read(match) if match else None
    assert number is None or not number.is_count


@pytest.mark.parametrize(
    ("text", "fitting", "not_fitting"),
    [
        ("16件", [16], [15, 17]),
        ("1.2万件", [12000, 11600, 12999], [11400, 13000]),
        ("300余件", [300, 356], [299, 400]),
        ("20多件", [20, 29], [19, 30]),
        ("近300件", [298, 300], [301, 150]),
        ("约300件", [290, 310], [150, 450]),
        ("300件左右", [290, 310], [150]),
        ("超过300件", [301], [299, 900]),
        ("24252.31万元", [Decimal("24252.311082"), Decimal("24252.31")], [Decimal("24525.31"), Decimal("24252.32")]),
    ],
)
def test_what_a_number_may_stand_for(text: str, fitting: list[int], not_fitting: list[int]) -> None:
    number = _read(text)
    assert [f for f in fitting if not number.fits(f)] == []
    assert [f for f in not_fitting if number.fits(f)] == []


def test_an_unknown_figure_contradicts_nothing() -> None:
    assert _read("16件").fits(None)


def test_the_unit_of_the_table_may_differ() -> None:
    assert _read("365000元").fits(Decimal("36.5"), Decimal(10_000))
    assert not _read("365元").fits(Decimal("36.5"), Decimal(10_000))


@given(st.integers(0, 999_999_999), st.sampled_from(["{}件", "{:,}件", " {} 件", "共{}件"]))
def test_every_count_is_read_back(count: int, form: str) -> None:
    assert _read(form.format(count)).value == count


@given(st.text("收到申请 　16件ab", max_size=30))
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold(text)
    for index, char in enumerate(folded.text):
        start, end = folded.origin(index, index + 1)
        assert text[start:end].replace("　", " ") == char
    assert folded.text.replace(" ", "") == text.replace(" ", "").replace("　", "")
