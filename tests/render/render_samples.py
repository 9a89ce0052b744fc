"""Reports made by hand: the smallest and the fullest, and text that every format must carry unharmed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from fees import fee

from generator.document import blocks
from generator.findings import Span
from generator.form import edition_for, keys
from generator.form.model import FIGURES, Item, Kind, Path
from generator.report.model import (
    Figure,
    Figures,
    GivenSignature,
    Narrative,
    NarrativeEntry,
    Paragraph,
    Places,
    Report,
    Values,
)
from generator.source.nodes import Piece

EDITION = edition_for(2023)
NOWHERE = Places({}, {})


def paragraph(text: str) -> Paragraph:
    return Paragraph(text, (Piece(0, Span.at(1, 1, len(text))),))


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(paragraph(text) for text in texts)


def figures(start: int = 0, step: int = 0) -> Figures:
    """Figures for every place of the form: ``start``, then ``step`` more for each next cell; totals are right."""
    rows: dict[Path, Values] = {}
    counter = iter(range(start, 10_000_000, step)) if step else iter([start] * 1000)
    for part in EDITION.tables:
        for item in part.children:
            _fill(item, (part.key, item.key), counter, rows)
    return Figures(rows, {})


def _fill(item: Item, path: Path, counter: Iterable[int], rows: dict[Path, Values]) -> list[Values]:
    if item.kind is Kind.GROUP:
        below = [row for child in item.children for row in _fill(child, (*path, child.key), counter, rows)]
        rows[path] = tuple(sum(column) for column in zip(*below, strict=True))
        return below
    cells: list[Figure] = [next(iter(counter)) for _ in item.children or (item,)]
    if item.kind in FIGURES:
        rows[path] = tuple(cells)
    else:
        rows[path] = (*cells, sum(cells)) if item.total else tuple(cells)
    return [rows[path]]


def with_figure(given: Figures, path: Path, *values: Figure) -> Figures:
    return Figures({**given.rows, path: values}, given.controls)


def entry(heading: str, *texts: str, **more: object) -> NarrativeEntry:
    topic = keys.FEE if "sentence_figures" in more else ""
    return NarrativeEntry(heading, heading, paragraphs(*texts), topic, **more)  # type: ignore[arg-type]


def document_of(*texts: str) -> blocks.Document:
    """A document with these paragraphs and nothing else but a title."""
    return blocks.Document("题", "某局", "2023", (blocks.Title(("题",)), *(blocks.Paragraph(text) for text in texts)))


def smallest() -> Report:
    """Nothing but what the form demands."""
    return Report(
        EDITION,
        "某县水利局",
        2023,
        figures(),
        NOWHERE,
        {
            "总体情况": Narrative(paragraphs=paragraphs("本年度依法公开政府信息。")),
            "存在的主要问题及改进情况": Narrative(paragraphs=paragraphs("公开不够及时，已改进。")),
            "其他需要报告的事项": Narrative((entry("信息处理费", sentence_figures=fee(0, 0, 0)),)),
        },
    )


def fullest() -> Report:
    """Everything the form and the file format allow, with text that markup could trip over."""
    given = with_figure(figures(1, 7), ("主动公开政府信息", "行政事业性收费"), Decimal("7730.280"))
    return Report(
        EDITION,
        "某某市某某区人民政府办公室",
        2023,
        given,
        NOWHERE,
        {
            "总体情况": Narrative(
                (
                    entry("", "概述第一段。", "概述第二段。"),
                    entry("主动公开", *TRICKY),
                    entry("依申请公开", "共收到申请16件。", "其中网上4件。", run_in=True),
                    entry("政府信息管理。", "以句号结尾的小标题。", run_in=True),
                    entry("政府信息公开平台建设"),
                    entry("监督保障（含教育培训）", "培训2次。", run_in=True),
                )
            ),
            "存在的主要问题及改进情况": Narrative(
                paragraphs=paragraphs("（一）主要问题：更新不及时。还有别的。", "（二）改进情况", "已改进。")
            ),
            "其他需要报告的事项": Narrative(
                (
                    entry("信息处理费", sentence_figures=fee(2, Decimal("300.50"), Decimal("0"))),
                    entry("无其他需要报告的事项"),
                )
            ),
        },
        notes={"政府信息公开申请": paragraphs("注：本表含*上年*结转。", "第二行注。")},
        preface=paragraphs("根据《中华人民共和国政府信息公开条例》编制。", "联系电话：0391-6191023。"),
        signature=GivenSignature("某某市某某区人民政府办公室", date(2024, 1, 20)),
    )


TRICKY = (
    "*星号* _下划线_ |竖线| <b>标签</b> #井号 &amp; &lt; ~~删~~ `代码` [链接](http://a.b) ![图](x) \\反斜杠\\",
    "1. 行首编号",
    "2) 行首编号",
    "- 行首横线",
    "+ 行首加号",
    "> 行首大于号",
    "# 行首井号",
    "===",
    "---",
    "网址 https://www.example.gov.cn/a_b?c=1&d=2 与 www.a_b.cn 和 someone_x@example.cn :smile: ::",
    "{{ 不是模板 }} {% 也不是 %} {# 注释 #} ${x} $a$ ]]> <!-- --> <?pi?>",
    "生僻字𠮷𬸦，“引号”‘单引’—破折…… ①②③",
    "A&B <script>alert(1)</script> \"双引\" '单引' `",
)
"""Lines that a Markdown, HTML or XML reader would take for something else."""


def stress() -> Report:
    """Everything at once and much of it: long text over pages, a title of three lines, notes under each table."""
    report = fullest()
    sentence = "围绕群众关心的事项，把办事指南、收费依据和投诉渠道逐项列清，能在网上办的在网上办，2023年更新12次。"
    entries = (
        entry("", sentence * 3),
        entry("主动公开", *[sentence * count for count in (1, 4, 2)]),
        entry("依申请公开", sentence * 5, "另有补正3件。", run_in=True),
        *report.narratives["总体情况"].entries[3:],
    )
    return report._replace(
        agency="某某自治区某某自治州某某高新技术产业开发区管理委员会办公室",
        narratives={**report.narratives, "总体情况": Narrative(entries)},
        notes={part.key: paragraphs(f"注：{sentence}") for part in EDITION.tables},
        signature=GivenSignature("某某高新技术产业开发区管理委员会办公室", date(2024, 1, 20)),
        page_numbers_outside=True,
    )
