"""A file made from pages: numbers of pages are no text, and what they cut in two is one paragraph again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.blocks import Paragraph, Published
from generator.importing.importing import understand
from generator.pipeline.opening import open_report
from generator.report.model import Report

FIRST, REST = "全年组织培训三次，安排专人负责信息的更新和核对，对发布的内容逐", "篇审核，确保准确。"
TITLE = "某县教育局2023年政府信息公开工作年度报告"
PREFACE = "本报告由某县教育局根据《中华人民共和", "国政府信息公开条例》编制，数据统计期限为2023年。"


def report_of(*lines: str, loose: bool = False) -> Report:
    found = understand(Published(tuple(Paragraph(line, f"第{n}段") for n, line in enumerate(lines, 1)), "", loose))
    report = open_report("例.yaml", found.text.encode()).report
    assert report is not None
    return report


def overview(*lines: str) -> list[str]:
    report = report_of(
        TITLE, *PREFACE, "一、总体情况", *lines, "二、主动公开政府信息情况", "五、存在的主要问题及改进情况", "不多。"
    )
    narrative = report.narratives["总体情况"]
    return [p.text for e in narrative.entries for p in e.paragraphs] + [p.text for p in narrative.paragraphs]


@pytest.mark.parametrize("mark", ["- 2 -", "— 2 —", "－ 2 －", "第2页", "第 2 页 共 9 页", "2/9"])
def test_a_paragraph_cut_by_a_page_is_one_again(mark: str) -> None:
    assert overview(FIRST, mark, REST) == [FIRST + REST]


def test_a_paragraph_that_ends_before_the_page_does_stays() -> None:
    assert overview("工作平稳，没有问题。", "- 2 -", "明年继续努力。") == ["工作平稳，没有问题。", "明年继续努力。"]


@pytest.mark.parametrize("heading", ["（二）依申请公开", "（二）政府信息公开平台建设、维护和安全管理等方面的情况"])
def test_a_heading_after_a_page_stays_a_heading(heading: str) -> None:
    report = report_of(
        TITLE, "一、总体情况", "（一）主动公开", FIRST, "- 1 -", heading, REST, "- 2 -", "六、其他需要报告的事项"
    )
    entries = report.narratives["总体情况"].entries
    assert [[p.text for p in entry.paragraphs] for entry in entries] == [[FIRST], [REST]]


def test_lines_elsewhere_in_such_a_file_are_joined_too() -> None:
    report = report_of(TITLE, *PREFACE, "一、总体情况", FIRST, REST, "- 1 -", "二、主动公开政府信息情况")
    assert [p.text for p in report.preface] == ["".join(PREFACE)]
    assert [p.text for p in report.narratives["总体情况"].paragraphs] == [FIRST + REST]


def test_without_a_page_number_paragraphs_are_as_the_file_has_them() -> None:
    assert overview(FIRST, REST) == [FIRST, REST]


def test_a_page_number_never_signs() -> None:
    report = report_of(TITLE, "一、总体情况", "平稳。", "六、其他需要报告的事项", "没有其他事项。", "- 5 -")
    assert report.signature is None
    assert [p.text for p in report.narratives["其他需要报告的事项"].paragraphs] == ["没有其他事项。"]


sentences = st.text("甲乙丙丁戊己庚辛，", min_size=30, max_size=120).filter(lambda t: t[0] != "，" and "，，" not in t)


@given(sentences, st.data())
def test_wherever_a_page_ends_nothing_is_lost(sentence: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(15, len(sentence) - 1))
    whole = f"{sentence}。"
    assert "".join(overview(whole[:at], "- 3 -", whole[at:])) == whole
