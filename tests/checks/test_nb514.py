import pytest
from make_report import found, topic

from generator.checks.nb514_open_end import RULE


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("重点领域的信息，\n及时更新。", 4),
        ("及时公开。\n全年共收到申请3件，均已答复", 5),
        ("全年收到申请3件、\n答复3件。", 4),
        ("一是加强学习，二是完善制度，三是\n强化考核。", 4),
    ],
)
def test_a_line_broken_off(text: str, line: int) -> None:
    (finding,) = found(RULE, topic(text))
    assert finding.span.line == line


def test_lines_in_a_row_are_one_finding() -> None:
    (finding,) = found(RULE, topic("甲乙丙丁戊己庚辛壬，\n子丑寅卯辰巳午未申酉、\n及时更新。"))
    assert "2 段" in finding.message
    assert [r.span.line for r in finding.related] == [5]


@pytest.mark.parametrize(
    "text",
    [
        "（一）主动公开\n全年公开。",
        "一、总体情况\n甲。",
        "联系电话：0398-2260113\n甲。",
        "地址：某路1号\n甲。",
        "电子邮箱：a@b.cn",
        "网址www.a.gov.cn",
        "甲；\n乙。",
        "以下三项：\n一是甲；\n二是乙。",
        "（完）",
        "特此公布！",
        "1.工作机制\n甲。",
        "称为“一张网”",
    ],
)
def test_lines_that_may_end_so(text: str) -> None:
    assert found(RULE, topic(text)) == []
