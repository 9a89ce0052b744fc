"""NB511: part 一 is longer than a thousand characters."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.prose.passages import of_narrative
from generator.checks.prose.sections import overview
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity, info
from generator.report.model import Report

LIMIT = 1000
"""Characters, spaces not counted (国办公开办函〔2021〕30号: 篇幅原则上不超过一千字)."""


def check(report: Report) -> Iterator[Finding]:
    """Count the characters of all paragraphs of the part."""
    part = overview(report.edition)
    length = overview_length(report)
    if length > LIMIT:
        yield info(
            "NB511",
            f"“{part.key}”有 {length} 字，原则上不超过 {LIMIT} 字",
            report.places.key((part.key,)),
            hint="请压缩，与政府信息公开无关的内容可以不写。",
            path=(part.key,),
        )


def overview_length(report: Report) -> int:
    """The characters of part 一, spaces not counted; 0 where it is not written."""
    part = overview(report.edition)
    narrative = report.narratives.get(part.key)
    return sum(len("".join(p.text.split())) for p in of_narrative(part.key, narrative)) if narrative else 0


RULE = Rule(
    code="NB511",
    severity=Severity.INFO,
    title="总体情况超过一千字",
    why="总体情况的篇幅原则上不超过一千字，内容不宜泛化（国办公开办函〔2021〕30号）。",
    fails=Example(f"总体情况:\n  主动公开: {'全年及时更新各个栏目。' * 95}\n"),
    passes=Example("总体情况:\n  主动公开: 全年及时更新各个栏目。\n"),
    check=check,
)
