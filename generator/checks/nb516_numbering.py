"""NB516: numbering that skips a number or repeats one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.checks.prose.ordinals import OrdinalBreak, breaks, first_items
from generator.checks.prose.passages import Passage, passages, whole_text
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity, warning
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Follow the numberings through each entry."""
    words = first_items().words_in(*whole_text(report))
    for _, group in groupby(passages(report), key=lambda passage: passage.path) if words else ():
        entry = list(group)
        texts = tuple(passage.text for passage in entry)
        forms = first_items().kinds_by(words, "\n".join(texts))
        for found in breaks(texts, forms) if forms else ():
            passage = entry[found.at.paragraph]
            if not passage.computed(found.at.start, found.at.end):
                yield _finding(passage, found)


def _finding(passage: Passage, found: OrdinalBreak) -> Finding:
    written = found.read[-1]
    what = "重复" if written in found.read[:-1] else "不连续"
    return warning(
        "NB516",
        f"序号{what}：“{'、'.join(found.read[-4:])}”",
        passage.span(found.at.start, found.at.end),
        hint="请核对序号；如果漏了一项内容，请补上。",
        path=passage.path,
    )


RULE = Rule(
    code="NB516",
    severity=Severity.WARNING,
    title="序号跳号或者重复",
    why="增删条目以后最容易忘改序号：一是、二是之后成了四是，读者会以为漏印了一项。重新从“一是”数起的算另一组。",
    fails=Example("总体情况:\n  监督保障: 一是加强领导；二是明确责任；四是强化考核。\n"),
    passes=Example("总体情况:\n  监督保障: 一是加强领导；二是明确责任；三是强化考核。\n"),
    check=check,
)
