from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.han.numerals import to_chinese
from generator.source.figure_list import split_figures
from generator.source.scalars import Slip, read_amount, read_count, read_date, read_year


def slip(result: object) -> tuple[str, str | None]:
    assert isinstance(result, Slip)
    assert result.message
    assert result.hint
    return result.code, result.replacement


@given(st.integers(0, 999_999_999))
def test_a_count_is_its_digits(number: int):
    assert read_count(str(number)) == number


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("012", "12"), ("00", "0"), ("1_000", "1000"), ("1e3", "1000"), ("3.0", "3"),
        ("1,234", "1234"), ("1，234", "1234"),
        ("1 234", "1234"), ("1'234", "1234"), ("１２", "12"), ("1２３", "123"),
        ("１，２３４", "1234"), ("18件", "18"), ("18 件", "18"), ("0件", "0"),
        ("18人次", "18"), ("18宗", "18"), ("1.3万", "13000"), ("2千", "2000"),
        ("1.5万件", "15000"), ("十八", "18"),
        ("两百三十", "230"), ("十八件", "18"), ("零", "0"), ("无", "0"), ("没有", "0"),
        ("暂无", "0"), ("未发生", "0"), ("/", "0"),
        ("-", "0"), ("—", "0"), ("——", "0"), ("N/A", "0"), ("+5", "5"), ("18、", "18"),
        ("18。", "18"), ("18.", "18"), ("O", "0"),
        ("1O", "10"), ("“18”", "18"), ("（18）", "18"), ("18\u200b", "18"), ("　18", "18"),
        ("٣", "3"), ("𝟏𝟖", "18"), ("1,234,567", "1234567"),
    ],
)  # fmt: skip
def test_a_wrong_notation_of_a_count_is_written_out(text: str, right: str):
    result = read_count(text)
    assert slip(result) == ("NB103", right)
    assert right in result.hint
    assert not isinstance(read_count(right), Slip)


@pytest.mark.parametrize(
    "text",
    [
        "1:30",
        "0x1f",
        "yes",
        "是",
        "约18",
        "20余件",
        "18左右",
        "18.5",
        ".5",
        "18%",
        "3+5",
        "{{ 本年新收 }}",
        "18 2 0 0",
        "abc",
        "几件",
        "十几",
        "16十",
        *("①", "237¹", "237²", "18①", "⒈", "⑴", "¹", "₂37", "½", "㈠", "3⃣", "2\u20e33"),
        *("12,34", "1,23", "0,123", "1_2", "10_00", "1,2345", "12,3456件", "第3号", "3号", "..5"),
        *("237\u202e", "\u202e732\u202c", "2\u206437", "18-", "△18", "2个3件", "18$", "1,8件"),
        "",
        "x" * 99,
    ],
)
def test_what_takes_a_person_has_a_hint_and_no_replacement(text: str):
    assert slip(read_count(text)) == ("NB103", None)


@pytest.mark.parametrize("text", ["-5", "－5", "−5", "- 5", "1234567890", "9" * 50])
def test_a_count_out_of_range(text: str):
    assert slip(read_count(text)) == ("NB104", None)


@pytest.mark.parametrize("text", ["2O7", "O", "1e3", "（18）", "(18)", "[1]", "1.3w", "2k", "空白", "……", "未"])
def test_what_may_mean_another_figure_is_offered_and_not_certain(text: str):
    result = read_count(text)
    assert isinstance(result, Slip)
    assert result.replacement is not None
    assert not result.certain


@given(st.integers(0, 999_999), st.sampled_from("¹²³①⑨⑴⒈₁❶㊀⁺*※#†½"), st.booleans())
def test_a_mark_beside_a_figure_is_never_a_digit_of_it(number: int, mark: str, before: bool):
    text = f"{mark}{number}" if before else f"{number}{mark}"
    for result in (read_count(text), read_amount(text, "万元")):
        assert isinstance(result, Slip)
        assert result.replacement is None


def test_messages_name_the_cause():
    messages = {
        text: read_count(text).message for text in ("012", "18件", "无", "1,234", "１２", "O", "约18", "1:30", "18.5")
    }
    for text, words in {
        "012": "前面不要加 0", "18件": "不写单位", "无": "数字 0", "1,234": "千位", "１２": "半角", "O": "字母",
        "约18": "准确", "1:30": "一个数", "18.5": "整数",
    }.items():  # fmt: skip
        assert words in messages[text]
        assert text in messages[text]


@given(st.decimals(0, 10**12, places=6, allow_nan=False) | st.integers(0, 10**12).map(Decimal))
def test_an_amount_is_exact(amount: Decimal):
    assert read_amount(f"{amount:f}") == amount


def test_an_amount_keeps_its_zeros():
    assert str(read_amount("1.50")) == "1.50"


@pytest.mark.parametrize(
    ("text", "unit", "right"),
    [
        ("1.3万元", "万元", "1.3"), ("1.3万元", "元", "13000"), ("1.3万", "万元", "1.3"),
        ("1.3万", "元", "13000"), ("300元", "元", "300"),
        ("13000元", "万元", "1.3"), ("￥300", "元", "300"), ("￥300", "万元", None),
        ("1.3万元", "", None), ("十八万元", "万元", "18"),
        ("1,234.5", "元", "1234.5"), (".5", "元", "0.5"), ("5.", "元", "5"),
        ("00.5", "元", "0.5"), ("1e3", "元", "1000"), ("１．３", "元", "1.3"),
        ("无", "元", "0"), ("5000元", "万元", "0.5"), ("5.2亿元", "万元", "52000"), ("5千元", "万元", "0.5"),
        ("3百万元", "万元", "300"), ("5.2亿", "元", "520000000"), ("0.01元", "万元", "0.000001"),
        ("1,234.5元", "万元", "0.12345"), ("5千", "万元", None), ("5000美元", "万元", None), ("$300", "元", None),
        ("1,23元", "元", None), ("0.001元", "万元", None), ("5元2角", "元", None),
    ],
)  # fmt: skip
def test_a_wrong_notation_of_an_amount(text: str, unit: str, right: str | None):
    assert slip(read_amount(text, unit)) == ("NB103", right)


@pytest.mark.parametrize("text", ["1.1234567", "1000000000001", "-1", "1" * 60])
def test_an_amount_out_of_range(text: str):
    assert slip(read_amount(text))[0] == "NB104"


@pytest.mark.parametrize("year", [2021, 2023, 2050])
def test_a_year(year: int):
    assert read_year(str(year)) == year


@pytest.mark.parametrize(
    "text", ["23", "二〇二三", "二零二三", "2023年", "2023年度", "２０２３", "2023.0", "“2023”", "2023 年", "2023年。"]
)
def test_a_wrong_notation_of_a_year(text: str):
    assert slip(read_year(text)) == ("NB103", "2023")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("20233", "NB104"),
        ("2199", "NB104"),
        ("0023", "NB104"),
        ("今年", "NB103"),
        ("", "NB103"),
    ],
)
def test_what_is_no_year(text: str, code: str):
    assert slip(read_year(text)) == (code, None)


def test_whether_the_form_was_there_yet_is_not_asked_here():
    assert read_year("2020") == 2020


@given(st.dates(date(1950, 1, 1), date(2999, 12, 31)))
def test_a_date_in_four_notations(day: date):
    year, month, dom = day.year, day.month, day.day
    for text in (day.isoformat(), f"{year}年{month}月{dom}日", f"{year}.{month}.{dom}", f"{year}/{month}/{dom}"):
        assert read_date(text) == day


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("２０２４年１月２０日", "2024年1月20日"), ("20240120", "2024-01-20"),
        ("二〇二四年一月二十日", "2024年1月20日"),
        ("2024年1月20", "2024年1月20日"), ("2024 年 1 月 20 日", "2024年1月20日"),
        ("2024-01-20 00:00:00", "2024-01-20"), ("2024.1/20", "2024-01-20"),
        ("2024—1—20", "2024-01-20"), ("2024-01-20。", "2024-01-20"), ("2024年1月", None),
        ("1月20日", None), ("24-1-20", None), ("", None), ("某日", None),
    ],
)  # fmt: skip
def test_a_wrong_notation_of_a_date(text: str, right: str | None):
    assert slip(read_date(text)) == ("NB103", right)


@pytest.mark.parametrize("text", ["2024-13-01", "2024年2月30日", "20240230", "2023.2.29"])
def test_a_day_that_is_not(text: str):
    assert slip(read_date(text)) == ("NB104", None)


@given(st.integers(0, 999_999_999), st.sampled_from(["{}件", "{} 件", "“{}”", "{}。", "+{}", "　{}"]))
def test_dressed_figures_are_undressed(number: int, dress: str):
    assert slip(read_count(dress.format(number))) == ("NB103", str(number))
    assert slip(read_count(to_chinese(number))) == ("NB103", str(number))


@given(st.text(max_size=12) | st.text(alphabet="0123456789０１.,，万元件年月日-/ :Oe+约", max_size=8))
def test_any_text_is_read_or_explained(text: str):
    for result in (read_count(text), read_amount(text), read_amount(text, "万元"), read_year(text), read_date(text)):
        if isinstance(result, Slip):
            assert result.code in {"NB103", "NB104"}
            assert result.message
            assert result.hint


@given(st.text(alphabet="0123456789０１.,，万元件-/ Oe+", max_size=8))
def test_a_replacement_is_right(text: str):
    result = read_count(text)
    if isinstance(result, Slip) and result.replacement is not None:
        assert isinstance(read_count(result.replacement), int)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("18 2 0 0 0 0 20", ("18", "2", "0", "0", "0", "0", "20")),
        ("18、2、0", ("18", "2", "0")), ("[18, 2]", ("18", "2")), ("18\t2", ("18", "2")),
        ("18", None), ("1,234", None), ("18 件", None), ("", None),
    ],
)  # fmt: skip
def test_a_list_of_figures(text: str, figures: tuple[str, ...] | None):
    assert split_figures(text) == figures


@pytest.mark.parametrize(
    "text", ["1 237", "237 238", "1\xa0237", "1　237", "1 237件", "12 345 678", "1.000", "2.000件"]
)
def test_what_may_be_two_figures_is_left_to_a_person(text: str) -> None:
    result = read_count(text)
    assert isinstance(result, Slip)
    assert (result.code, result.certain) == ("NB103", False)


@pytest.mark.parametrize("text", ["1,237", "1，237", "1'237", "3.0", "3.00", "12,345,678"])
def test_what_can_only_be_one_figure_is_mended(text: str) -> None:
    result = read_count(text)
    assert isinstance(result, Slip)
    assert result.certain
