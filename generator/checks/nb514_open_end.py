"""NB514: a paragraph that does not end where a sentence ends: a hard line break pasted in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.checks.prose.passages import Passage, passages
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Related, Severity, info
from generator.report.model import Report

_ENDS = tuple('。；：！？”）…—.;:!?")』》')
"""Marks a paragraph may end in; half-width ones are NB513's business."""


def check(report: Report) -> Iterator[Finding]:
    """One finding for each run of such paragraphs in one place."""
    run: list[Passage] = []
    for passage in passages(report):
        if run and run[-1].path != passage.path:
            yield _finding(run)
            run = []
        if passage.text.endswith(_ENDS) or _stands_alone(passage.text):
            if run:
                yield _finding(run)
            run = []
        else:
            run.append(passage)
    if run:
        yield _finding(run)


def _stands_alone(text: str) -> bool:
    """Whether a line is a heading or a line of contact, which needs no mark at its end."""
    return bool(_heading().match(text) or _contact().search(text))


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(
        r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]+[章节部])[^，"
        r"。；]{1,30}$|[^，。；：、]{1,8}$"
    )


@cache
def _contact() -> re.Pattern[str]:
    return re.compile(r"^[^，。；：:]{2,12}[：:][^。，；]{1,60}$|[A-Za-z0-9/.@_-]{4}$")


def _finding(run: list[Passage]) -> Finding:
    first = run[0]
    many = f"连续 {len(run)} 段都" if len(run) > 1 else "这一段"
    end = len(first.text)
    return info(
        "NB514",
        f"{many}没有用句号等结尾（“…{first.text[-8:]}”）",
        first.span(end - 1, end),
        hint="一行就是一段：如果是粘贴时带进来的换行，请与下一行接成一段；否则补上句号。",
        path=first.path,
        related=tuple(Related(p.span(len(p.text) - 1, len(p.text)), "这里也是", p.path) for p in run[1:9]),
    )


RULE = Rule(
    code="NB514",
    severity=Severity.INFO,
    title="段落没有用句号等结尾",
    why=(
        "从 PDF 或者网页粘贴的文字常把一段断成几行，而这里一行就是一段，印出来就会断开。"
        "小标题、联系方式等单独成行的不算。"
    ),
    fails=Example("总体情况:\n  主动公开: |\n    全年通过门户网站公开各类信息，重点领域的信息\n    及时更新。\n"),
    passes=Example("总体情况:\n  主动公开: |\n    全年通过门户网站公开各类信息，重点领域的信息及时更新。\n"),
    check=check,
)
