"""文字汇编: the agencies' own headings stand once, with one mark behind them."""

from __future__ import annotations

import pytest

from generator.document.blocks import Paragraph
from generator.document.compendium import Told, compendium
from generator.form import edition_for

PART, TOPIC = "总体情况", "主动公开"


def paragraphs(heading: str, *texts: str) -> list[Paragraph]:
    document = compendium(edition_for(2023), "甲县", 2023, [Told("甲局", PART, TOPIC, heading, texts)])
    return [block for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("end", ["", "。", "：", "；", "。："])
def test_one_mark_stands_behind_an_agencys_own_heading(end: str) -> None:
    assert paragraphs(f"窗口服务情况{end}", "设窗口 3 个。", "有专人。") == [
        Paragraph("设窗口 3 个。", "窗口服务情况："),
        Paragraph("有专人。", ""),
    ]
    assert paragraphs(f"窗口服务情况{end}") == [Paragraph("窗口服务情况")]


@pytest.mark.parametrize("end", ["", "。"])
def test_the_forms_own_topic_is_not_said_again(end: str) -> None:
    assert paragraphs(f"主动公开{end}", "公开 3 条。") == [Paragraph("公开 3 条。", "")]
