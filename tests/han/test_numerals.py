import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.han.numerals import DIGITS, LIMIT, chinese_number, to_chinese, year_number
from generator.importing.blocks import Paragraph
from generator.importing.signature_block import read_ending
from generator.importing.title_block import read_front
from generator.source.calendar_notation import year_slip


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


YEARS = ["2023", "２０２３", "二〇二三", "二○二三", "二零二三", "二Ｏ二三", "二O二三", "二０二三", "二◯二三", "2０2３"]


@pytest.mark.parametrize("text", YEARS)
def test_a_year_is_the_same_however_it_is_typed(text: str):
    assert year_number(text) == 2023


@pytest.mark.parametrize("text", ["", "23", "二三", "20231", "二〇二三年", "2 023", "三〇二三", "二十三年", "OOOO"])
def test_what_is_no_year_of_this_century_is_none(text: str):
    assert year_number(text) is None


@given(st.integers(2000, 2099), st.data())
def test_every_mixture_of_digits_is_read(year: int, data: st.DataObject):
    zeros = st.sampled_from("0０零〇○◯ＯOo")
    ways = [zeros if d == "0" else st.sampled_from((d, chr(ord(d) + 0xFEE0), DIGITS[int(d)])) for d in str(year)]
    assume_first = [st.sampled_from("2２二"), *ways[1:]]
    assert year_number("".join(data.draw(way) for way in assume_first)) == year


@pytest.mark.parametrize("text", YEARS)
def test_every_room_reads_a_year_alike(text: str):
    """年度 in a file, 落款 and the title: one table of numerals."""
    assert text == "2023" or year_slip(text).replacement == "2023"
    signed = read_ending([Paragraph("正文。"), Paragraph("某县教育局"), Paragraph(f"{text}年1月18日")], "某县教育局")
    assert str(signed.day) == "2023-01-18"
    front = read_front([Paragraph(f"某县教育局{text}年政府信息公开工作年度报告")], "")
    assert (front.agency, front.year) == ("某县教育局", 2023)
