"""Front, parts, subheadings, signature and page of a published report: what is kept, what is left out, what is said."""

from __future__ import annotations

import random

import pytest
from table_layouts import lines_of, page, random_tables, tabbed

from generator.importing.blocks import Cell, Paragraph, Published, Table, UnreadableError
from generator.importing.importing import understand
from generator.importing.outcome import Imported
from generator.pipeline.opening import open_report
from generator.report.model import Report

TABLES = lines_of(random_tables(random.Random(7)), tabbed)


def published(text: str) -> Published:
    """A page's lines as blocks; what begins with # is a heading."""
    blocks = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            level = len(line) - len(line.lstrip("#"))
            blocks.append(Paragraph(line.strip("# "), f"第{number}行", level))
    return Published(tuple(blocks), loose=True)


def imported(**parts: str) -> Imported:
    """A report whose text parts hold the given lines, under their own headings unless those are given."""
    text = page(TABLES)
    for key, instead in parts.items():
        text = text.replace(*_PLACES[key](instead))
    return understand(published(text))


_FILLER = "本部分按要求写明有关情况。\n"
_PLACES = {
    "front": lambda lines: ("示例县甲局2023年政府信息公开工作年度报告\n", lines + "\n"),
    "one": lambda lines: ("一、总体情况\n" + _FILLER, "一、总体情况\n" + lines + "\n"),
    "five": lambda lines: ("五、存在的主要问题及改进情况\n" + _FILLER, lines + "\n"),
    "six": lambda lines: ("六、其他需要报告的事项\n" + _FILLER, lines + "\n"),
    "three": lambda line: ("三、收到和处理政府信息公开申请情况\n", line),
}


def report_of(found: Imported) -> Report:
    opened = open_report("例.yaml", found.text.encode())
    assert opened.report is not None, opened.findings
    return opened.report


def entries(found: Imported, part: str) -> list[tuple[str, list[str], bool]]:
    report = report_of(found)
    return [
        (e.heading, [p.text for p in e.paragraphs], report.run_in if e.run_in is None else e.run_in)
        for e in report.narratives[part].entries
    ]


def said(found: Imported) -> str:
    return "\n".join(doubt.message for doubt in found.doubts)


@pytest.mark.parametrize(
    ("title", "agency", "year"),
    [
        ("示例县甲局\n2023 年政府信息公开工作年度报告", "示例县甲局", 2023),
        ("示例县甲局\n2023年政府信息公开\n工作年度报告", "示例县甲局", 2023),
        ("示例县甲局２０２３年度政府信息公开工作年度报告", "示例县甲局", 2023),
        ("# 示例县甲局关于2022年政府信息公开工作情况的报告", "示例县甲局", 2022),
        ("示例县甲局政府信息公开工作年度报告（2023年度）", "示例县甲局", 2023),
        ("2023年示例县甲局政府信息公开工作年度报告", "示例县甲局", 2023),
        (
            "首页 > 信息公开年报\n发布时间：2024-01-20\n示例县甲局2023年政府信息公开年度报告\n字号：大 中 小",
            "示例县甲局",
            2023,
        ),
    ],
)
def test_titles(title: str, agency: str, year: int) -> None:
    found = imported(front=title)
    assert (found.agency, found.year) == (agency, year)
    assert "首页" not in found.text
    assert "字号" not in found.text


def test_without_a_title_agency_and_year_come_from_the_signature() -> None:
    found = imported(front="", six="六、其他需要报告的事项\n没有。\n示例县甲局\n2024年1月20日")
    assert (found.agency, found.year) == ("示例县甲局", 2023)
    assert "取自落款" in said(found)


def test_subheadings_on_their_own_line_and_run_in() -> None:
    found = imported(
        one="概述文字。\n（一）主动公开情况。网站发布信息。\n（二）依申请公开：及时答复。\n第二段。\n"
        "（三）其他做法\n下一行。\n（四）信息管理"
    )
    assert entries(found, "总体情况") == [
        ("", ["概述文字。"], True),
        ("主动公开情况。", ["网站发布信息。"], True),
        ("依申请公开", ["及时答复。", "第二段。"], True),
        ("其他做法", ["下一行。"], False),
        ("信息管理", [], True),
    ]
    assert [e.topic for e in report_of(found).narratives["总体情况"].entries][1:3] == ["主动公开", "依申请公开"]


def test_numbers_in_running_text_head_nothing() -> None:
    text = "主要做法如下：\n（一）是完善制度，\n二是加强培训。全年举办3期，其中（1）线上2期，（2）线下1期"
    report = report_of(imported(one=text))
    narrative = report.narratives["总体情况"]
    texts = [p.text for p in narrative.paragraphs] or [p.text for e in narrative.entries for p in e.paragraphs]
    assert texts[-1].startswith("二是加强培训")


def test_a_split_part_is_put_together() -> None:
    found = imported(
        five="五、存在的主要问题\n公开不够及时。\n六、改进措施\n加强培训。", six="七、其他需要报告的事项\n没有。"
    )
    assert [(h, t) for h, t, _ in entries(found, "存在的主要问题及改进情况")] == [
        ("存在的主要问题", ["公开不够及时。"]),
        ("改进措施", ["加强培训。"]),
    ]
    assert "并入“五、存在的主要问题及改进情况”" in said(found)
    assert [p.text for p in report_of(found).narratives["其他需要报告的事项"].paragraphs] == ["没有。"]


def test_a_missing_part_is_said_and_left_empty() -> None:
    found = imported(five="")
    assert "没有找到“五、存在的主要问题及改进情况”" in said(found)
    assert "\n存在的主要问题及改进情况:\n" in found.text


def test_parts_with_other_numbers_and_names() -> None:
    found = imported(five="第五部分 存在问题和改进措施情况\n公开不够及时。", six="六.其它需要报告事项\n没有。")
    assert [p.text for p in report_of(found).narratives["存在的主要问题及改进情况"].paragraphs] == ["公开不够及时。"]
    assert "印作“第五部分 存在问题和改进措施情况”" in said(found)


def test_a_table_without_its_heading_goes_home() -> None:
    rows = report_of(imported(three="")).figures.rows
    assert rows == report_of(imported()).figures.rows
    assert None not in rows[("政府信息公开申请", "本年新收")]


def test_the_fee_sentence_becomes_figures() -> None:
    none = "2023年，本机关未收取政府信息公开信息处理费。"
    found = imported(six=f"六、其他需要报告的事项\n（一）收取政府信息公开信息处理费情况\n{none}\n（二）其他\n无。")
    assert "  信息处理费: 0\n" in found.text
    three = "2023年，本机关发出收费通知2件，总金额30元，实际收取25元。"
    found = imported(six=f"六、其他需要报告的事项\n{three}")
    assert "信息处理费: {收费通知件数: 2, 收费通知金额: 30, 实际收取金额: 25}" in found.text


def test_other_words_about_the_fee_stay_text() -> None:
    found = imported(six="六、其他需要报告的事项\n2023年没有收取信息处理费。")
    assert [p.text for p in report_of(found).narratives["其他需要报告的事项"].paragraphs] == [
        "2023年没有收取信息处理费。"
    ]


def test_what_the_page_adds_at_the_end_is_left_out() -> None:
    found = imported(
        six="六、其他需要报告的事项\n没有。\n示例县甲局\n2024年1月20日\n上一篇：甲\n主办单位：某某 ICP备0号"
    )
    report = report_of(found)
    assert (report.signature and report.signature.agency, str(report.signature and report.signature.day)) == (
        "示例县甲局",
        "2024-01-20",
    )
    assert "上一篇" not in found.text
    assert "落款: 2024-01-20" in found.text


def test_notes_below_a_table() -> None:
    found = imported(three="注：含上年结转的2件。\n三、收到和处理政府信息公开申请情况\n")
    assert [p.text for p in report_of(found).notes["主动公开政府信息"]] == ["含上年结转的2件。"]


def test_braces_are_kept_and_said() -> None:
    found = imported(one="系统代号{{ 甲 }}。")
    assert "系统代号{{ 甲 }}。" in found.text
    assert "大括号" in said(found)


def test_a_further_table_among_text_is_kept_as_lines() -> None:
    blocks = list(published(page(TABLES)).blocks)
    blocks.insert(3, Table(((Cell("月份"), Cell("件数")), (Cell("一月"), Cell("3"))), "第1个表格"))
    found = understand(Published(tuple(blocks), loose=True))
    assert "一月　3" in found.text
    assert "逐行改成了文字" in said(found)


@pytest.mark.parametrize("text", ["今天天气很好。", "关于召开会议的通知\n各单位：\n请参加。", "1 2 3\n4 5 6"])
def test_what_is_no_report_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        understand(published(text))
    assert "不像政府信息公开工作年度报告" in caught.value.message
    assert caught.value.hint


def test_the_form_before_is_told_by_its_rows() -> None:
    text = (
        page(TABLES).replace("2023年政府", "2020年政府").replace("行政许可\t", "其他对外管理服务事项\t1\t2\n行政许可\t")
    )
    with pytest.raises(UnreadableError, match="2019年格式"):
        understand(published(text))


def test_words_of_the_form_before_in_running_text_are_no_sign_of_it() -> None:
    found = imported(one="公开政府集中采购信息，采购项目数量和采购总金额按月更新。")
    assert found.year == 2023
