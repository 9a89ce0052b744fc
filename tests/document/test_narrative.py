"""Subheadings: numbered, run in or on their own line; 信息处理费; typed subheadings in plain text."""

from decimal import Decimal

import pytest
from fees import fee

from generator.document.blocks import Block, Paragraph, Subheading
from generator.document.narrative import narrative_blocks
from generator.findings import Span
from generator.form import edition_for, keys
from generator.report import model
from generator.report.model import Figures, Narrative, Places, Report
from generator.source.nodes import Piece

EDITION = edition_for(2023)
OVERVIEW, _, OTHER = EDITION.narratives
FEE = "收取政府信息公开信息处理费情况"


def text(line: str) -> model.Paragraph:
    return model.Paragraph(line, (Piece(0, Span.at(1, 1)),))


def entry(heading: str, *lines: str, **more: object) -> model.NarrativeEntry:
    topic = keys.FEE if "sentence_figures" in more else ""
    return model.NarrativeEntry(heading, heading, tuple(map(text, lines)), topic, **more)  # type: ignore[arg-type]


def blocks(
    *entries: model.NarrativeEntry, part=OVERVIEW, run_in: bool = False, plain: tuple[str, ...] = ()
) -> list[Block]:  # type: ignore[no-untyped-def]
    narrative = Narrative(entries, tuple(map(text, plain)))
    report = Report(EDITION, "某局", 2023, Figures({}, {}), Places({}, {}), {part.key: narrative}, run_in=run_in)
    return list(narrative_blocks(report, part))


def test_several_subheadings_are_numbered_in_file_order() -> None:
    assert blocks(entry("乙", "一段。", "二段。"), entry("甲", "三段。")) == [
        Subheading("（一）乙"),
        Paragraph("一段。"),
        Paragraph("二段。"),
        Subheading("（二）甲"),
        Paragraph("三段。"),
    ]


def test_a_single_one_is_not_numbered() -> None:
    got = blocks(entry("主动公开", "文。"))
    assert got == [Subheading("主动公开"), Paragraph("文。")]
    assert [type(block) for block in got] == [Subheading, Paragraph]


def test_the_summary_comes_first_wherever_it_stands_and_counts_for_nothing() -> None:
    assert blocks(entry("主动公开", "文。"), entry("", "概述。")) == [
        Paragraph("概述。"),
        Subheading("主动公开"),
        Paragraph("文。"),
    ]


def test_an_entry_without_text_prints_its_subheading_alone_even_when_run_in() -> None:
    assert blocks(entry("甲"), entry("无其他需要报告的事项"), run_in=True) == [
        Subheading("（一）甲"),
        Subheading("（二）无其他需要报告的事项"),
    ]


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("主动公开", "主动公开："),
        ("主动公开。", "主动公开。"),
        ("主动公开：", "主动公开："),
        ("主动公开；", "主动公开；"),
        ("主动公开（含解读）", "主动公开（含解读）："),
        ("落实“五公开”", "落实“五公开”："),
    ],
)
def test_a_run_in_subheading_is_closed_unless_it_ends_in_punctuation(heading: str, lead: str) -> None:
    assert blocks(entry(heading, "首段。", "次段。"), run_in=True) == [Paragraph("首段。", lead), Paragraph("次段。")]


def test_on_its_own_line_a_subheading_is_printed_as_it_is() -> None:
    assert blocks(entry("主动公开。", "文。"))[0] == Subheading("主动公开。")


def test_an_entry_overrides_the_form_of_the_report() -> None:
    assert blocks(entry("甲", "文。", run_in=True), entry("乙", "文。")) == [
        Paragraph("文。", "（一）甲："),
        Subheading("（二）乙"),
        Paragraph("文。"),
    ]
    assert blocks(entry("甲", "文。", run_in=False), run_in=True) == [Subheading("甲"), Paragraph("文。")]


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("（一）问题：不够及时。还有。", Paragraph("不够及时。还有。", "（一）问题：")),
        ("（二）问题不少。其中：甲。", Paragraph("其中：甲。", "（二）问题不少。")),
        ("（十一）改进情况", Subheading("（十一）改进情况")),
        ("（三）改进情况：", Subheading("（三）改进情况：")),
        ("一是（一）不算。", Paragraph("一是（一）不算。")),
        ("（略）不算。", Paragraph("（略）不算。")),
    ],
)
def test_typed_subheadings_in_plain_text(line: str, block: Block) -> None:
    assert blocks(plain=(line,)) == [block]


def test_inside_an_entry_typed_numbers_are_plain_text() -> None:
    assert blocks(entry("主动公开", "（一）清单：甲。"))[1] == Paragraph("（一）清单：甲。")


def test_no_fee_alone_is_one_sentence_without_a_heading() -> None:
    assert blocks(entry(FEE, sentence_figures=fee(0, Decimal("0.00"), 0)), part=OTHER) == [
        Paragraph("2023年，本机关未收取政府信息公开信息处理费。")
    ]


def test_fees_among_other_entries_stand_under_their_heading() -> None:
    assert blocks(
        entry(FEE, sentence_figures=fee(2, Decimal("300.50"), Decimal("0"))), entry("其他", "无。"), part=OTHER
    )[:2] == [
        Subheading(f"（一）{FEE}"),
        Paragraph("2023年，本机关发出收费通知2件，总金额300.50元，实际收取0元。"),
    ]


def test_the_key_of_the_fee_stands_for_its_full_heading() -> None:
    assert blocks(entry("信息处理费", sentence_figures=fee(0, 0, 0)), entry("其他", "无。"), part=OTHER)[
        0
    ] == Subheading(f"（一）{FEE}")


def test_a_fee_in_words_alone_has_no_heading_either_but_one_typed_by_the_clerk_is_printed() -> None:
    assert blocks(entry(FEE, "未收取。"), part=OTHER) == [Paragraph("未收取。")]
    assert blocks(entry("收费情况", "未收取。"), part=OTHER)[0] == Subheading("收费情况")


def test_unknown_fee_figures_are_question_marks() -> None:
    assert blocks(entry(FEE, sentence_figures=fee(None, 5, None)), part=OTHER) == [
        Paragraph("2023年，本机关发出收费通知？件，总金额5元，实际收取？元。")
    ]


def test_the_fee_can_be_run_in() -> None:
    assert blocks(entry(FEE, sentence_figures=fee(0, 0, 0)), entry("其他", "无。"), part=OTHER, run_in=True)[
        0
    ] == Paragraph("2023年，本机关未收取政府信息公开信息处理费。", f"（一）{FEE}：")


def test_a_part_that_could_not_be_read_is_empty() -> None:
    report = Report(EDITION, "某局", 2023, Figures({}, {}), Places({}, {}))
    assert list(narrative_blocks(report, OVERVIEW)) == []
