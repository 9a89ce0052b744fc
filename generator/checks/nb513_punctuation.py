"""NB513: punctuation: brackets in a 文号, unpaired and doubled marks, half-width marks between Han characters."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.prose.passages import Passage, passages
from generator.checks.prose.punctuation import HALF_WIDTH, slips
from generator.checks.prose.slips import PunctuationSlip
from generator.checks.rule import Rule
from generator.findings import Edit, Finding, Fix, Severity, warning
from generator.report.model import Report

_WHOLE = 4
"""Paragraphs with half-width marks from which they are told once, as a habit of the whole text."""


def check(report: Report) -> Iterator[Finding]:
    """Look at every paragraph; what an expression put in is not the clerk's to mend."""
    found = list(_typed(report))
    half = [(passage, slip) for passage, slip in found if slip.what.startswith(HALF_WIDTH)]
    whole = len({passage.paragraph.span_of(0, 0) for passage, _ in half}) >= _WHOLE
    if whole:
        yield _everywhere(half)
    for passage, slip in found:
        if not (whole and slip.what.startswith(HALF_WIDTH)):
            yield _finding(passage, slip)


def _typed(report: Report) -> Iterator[tuple[Passage, PunctuationSlip]]:
    for passage in passages(report):
        for slip in slips(passage.text):
            typed = tuple(m for m in slip.marks if not passage.computed(m.start, m.end))
            if typed:
                yield passage, slip._replace(marks=typed)


def _everywhere(half: list[tuple[Passage, PunctuationSlip]]) -> Finding:
    """One finding for a text typed in half-width marks throughout; its fix mends what is beyond doubt."""
    passage, first = half[0]
    count = sum(len(slip.marks) for _, slip in half)
    edits = tuple(Edit(p.span(m.start, m.end), m.right) for p, slip in half if slip.certain for m in slip.marks)
    return warning(
        "NB513",
        f"{HALF_WIDTH}，全文共 {count} 处，涉及 {len({p.paragraph.span_of(0, 0) for p, _ in half})} 段",
        passage.span(first.marks[0].start, first.marks[0].end),
        hint="汉字之间用全角标点，请全部改正。",
        path=passage.path,
        fix=Fix("改正全文的半角标点", edits) if edits else None,
    )


def _finding(passage: Passage, slip: PunctuationSlip) -> Finding:
    first = slip.marks[0]
    places = (
        f"（本段 {len(slip.marks)} 处）" if len(slip.marks) > 1 and slip.marks[0].right == slip.marks[-1].right else ""
    )
    edits = tuple(Edit(passage.span(m.start, m.end), m.right) for m in slip.marks)
    return warning(
        "NB513",
        f"{slip.what}{places}",
        passage.span(first.start, first.end),
        hint=slip.hint,
        path=passage.path,
        fix=Fix("改正标点", edits) if slip.certain else None,
    )


RULE = Rule(
    code="NB513",
    severity=Severity.WARNING,
    title="标点有误",
    why=(
        "发文字号的年份用六角括号〔〕括入（《党政机关公文格式》GB/T 9704-2012），汉字之间用全角标点，"
        "书名号、引号、括号成对使用（《标点符号用法》GB/T 15834-2011）。没有疑问的可以自动改正。"
    ),
    check=check,
    superseded_by=("NB106", "NB503"),
)
