"""The title breaks after 机关, never inside the year or the words after it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.title import LINE, title_lines
from generator.form import edition_for
from generator.report.model import Figures, Places, Report

END = "2023年政府信息公开工作年度报告"


def lines(agency: str | None, *title: str, year: int | None = 2023) -> tuple[str, ...]:
    return title_lines(Report(edition_for(2023), agency, year, Figures({}, {}), Places({}, {}), title=title))


def test_a_short_title_stays_on_one_line() -> None:
    assert lines("水利局") == (f"水利局{END}",)


def test_a_wide_title_breaks_after_the_agency() -> None:
    assert lines("温县人民政府办公室") == ("温县人民政府办公室", END)


@pytest.mark.parametrize(
    ("agency", "first", "second"),
    [
        (
            "中共某某市委机构编制委员会办公室（某某市事业单位登记管理局）",
            "中共某某市委机构编制委员会办公室",
            "（某某市事业单位登记管理局）",
        ),
        (
            "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县",
            "新疆维吾尔自治区伊犁哈萨克自治州",
            "察布查尔锡伯自治县",
        ),
        ("内蒙古自治区呼伦贝尔市鄂伦春自治旗人民政府办公室", "内蒙古自治区呼伦贝尔市", "鄂伦春自治旗人民政府办公室"),
    ],
)
def test_an_agency_longer_than_a_line_breaks_before_a_bracket_or_after_a_place(
    agency: str, first: str, second: str
) -> None:
    assert lines(agency) == (first, second, END)


@pytest.mark.parametrize(
    ("agency", "folded"),
    [
        (
            "China (Shanghai) Pilot Free Trade Zone Administration Committee Office of General Affairs",
            ("China (Shanghai) Pilot Free Trade ", "Zone Administration Committee ", "Office of General Affairs"),
        ),
        ("某某高新技术产业第1234567890号工作站办公", ("某某高新技术产业第", "1234567890号工作站办公")),
        ("某某高新技术产业开“一网通办”中心服务处", ("某某高新技术产业开", "“一网通办”中心服务处")),
    ],
)
def test_words_numbers_and_brackets_are_not_torn(agency: str, folded: tuple[str, ...]) -> None:
    assert lines(agency) == (*folded, END)


def test_typed_lines_are_kept_as_they_are() -> None:
    assert lines("某局", "某市某局关于", f"{END}的报告") == ("某市某局关于", f"{END}的报告")


def test_a_typed_title_on_one_line_breaks_after_the_agency_too() -> None:
    assert lines("温县人民政府办公室", f"温县人民政府办公室关于{END}") == ("温县人民政府办公室", f"关于{END}")


def test_a_typed_title_without_the_agency_breaks_before_its_year() -> None:
    assert lines("温县政府办", f"温县人民政府办公室{END}") == ("温县人民政府办公室", END)


def test_a_typed_title_without_agency_and_year_is_left_alone() -> None:
    title = "政府信息公开工作年度报告（含所属事业单位和派出机构）"
    assert lines("某局", title) == (title,)


def test_what_is_not_known_is_a_question_mark() -> None:
    assert lines(None, year=None) == ("？？年政府信息公开工作年度报告",)


@given(st.text("某市县区甲乙丙丁人民政府办公室（）Ab", min_size=1, max_size=70))
def test_no_line_is_too_wide_nothing_is_lost_and_the_end_is_whole(agency: str) -> None:
    got = lines(agency)
    assert "".join(got) == f"{agency}{END}"
    assert got[-1].endswith(END)
    assert all(len(line) <= 2 * LINE for line in got)
    assert all(len(line) <= LINE or line.isascii() or "A" in line or "b" in line for line in got[:-1])
