import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.numerals import LIMIT, chinese_number, to_chinese


@given(st.integers(0, LIMIT - 1) | st.integers(0, 20_000))
def test_what_is_written_is_read(number: int):
    assert chinese_number(to_chinese(number)) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"), (10, "十"), (16, "十六"), (20, "二十"), (101, "一百零一"), (110, "一百一十"), (1050, "一千零五十"),
        (10_005, "一万零五"), (200_000, "二十万"), (1_0000_0001, "一亿零一"), (1_0010_0000, "一亿零一十万"),
    ],
)  # fmt: skip
def test_written_as_in_prose(number: int, text: str):
    assert to_chinese(number) == text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("二百三十五", 235), ("两百三十", 230), ("两千三", 2300), ("一万二", 12_000), ("一百二", 120), ("廿三", 23),
        ("二〇二三", 2023), ("二零二三", 2023), ("壹佰贰拾", 120), ("三亿二", 320_000_000), ("〇", 0),
        ("一万零二百", 10_200),
    ],
)  # fmt: skip
def test_spoken_forms_are_read(text: str, number: int):
    assert chinese_number(text) == number


@pytest.mark.parametrize("text", ["", "百", "万", "十几", "百五", "二十三十", "一百零", "18", "件", "十" * 50])
def test_what_is_no_numeral_is_none(text: str):
    assert chinese_number(text) is None


@pytest.mark.parametrize("number", [-1, LIMIT])
def test_out_of_range_cannot_be_written(number: int):
    with pytest.raises(ValueError, match="no numeral"):
        to_chinese(number)


@given(st.text(alphabet="零一二两十百千万亿〇廿", max_size=12))
def test_any_heap_of_numeral_characters_is_read_or_not(text: str):
    number = chinese_number(text)
    assert number is None or number >= 0
