import pytest
from make_report import found, literal, part_five, part_six

from generator.checks.nb504_missing_subject import RULE
from generator.checks.prose import sections
from generator.form import edition_for


def missing(entries: str) -> list[str]:
    return [f.message.rpartition("“")[2].rstrip("”") for f in found(RULE, entries)]


def test_the_sections_that_rules_know_are_the_forms() -> None:
    edition = edition_for(2023)
    overview = sections.overview(edition)
    assert [p.number for p in (overview, sections.problems(edition), sections.other_matters(edition))] == [
        "一",
        "五",
        "六",
    ]
    keys = [topic.key for topic in sections.topics(overview)]
    assert len(keys) == 5
    assert {sections.APPLICATIONS, sections.SUPERVISION} <= set(keys)


def test_topics_by_their_variants() -> None:
    entries = "总体情况:\n  主动公开情况: 甲。\n  依申请公开办理情况: 乙。\n  平台载体建设方面: 丙。\n"
    assert missing(entries) == ["政府信息管理", "监督保障"]


def test_topics_in_plain_text() -> None:
    text = literal("（一）主动公开。甲\n（二）依申请公开。乙\n（三）政府信息管理。丙")
    assert missing(f"总体情况: {text}\n") == ["政府信息公开平台建设", "监督保障"]


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("公开不够及时。", ["改进情况"]),
        ("政策解读有待进一步改进。", ["改进情况"]),
        ("今后改进解读。", ["存在的主要问题"]),
        ("解读形式有待丰富，将多用图解。", []),
        ("存在问题：解读少。改进措施：多解读。", []),
        ("问题是解读少，一是加强学习。", []),
        ("还有短板，下一步补齐。", []),
    ],
)
def test_problems_and_improvement(text: str, lacking: list[str]) -> None:
    assert missing(part_five(text)) == lacking


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("无其他需要报告的事项。", ["信息处理费"]),
        ("全年未收取信息处理费。", []),
        ("本年度没有产生政府信息公开处理费。", []),
        ("没有向申请人收取费用。", []),
    ],
)
def test_the_fee(text: str, lacking: list[str]) -> None:
    assert missing(part_six(text)) == lacking


def test_fee_figures_are_a_word_on_the_fee() -> None:
    assert missing("其他需要报告的事项: {信息处理费: 0}\n") == []


def test_it_stands_at_the_parts_key_and_says_what_to_write() -> None:
    (finding,) = found(RULE, part_six("无。"))
    assert (finding.span.line, finding.span.column) == (2, 1)
    assert "信息处理费" in finding.hint
