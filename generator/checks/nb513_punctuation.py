"""NB513: punctuation: brackets in a 文号, unpaired and doubled marks, half-width marks between Han characters."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.prose.passages import Passage, passages
from generator.checks.prose.punctuation import slips
from generator.checks.prose.slips import Slip
from generator.checks.rule import Example, Rule
from generator.findings import Edit, Finding, Fix, Severity, warning
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Look at every paragraph; what an expression put in is not the clerk's to mend."""
    for passage in passages(report):
        for slip in slips(passage.text):
            typed = tuple(m for m in slip.marks if not passage.computed(m.start, m.end))
            if typed:
                yield _finding(passage, slip._replace(marks=typed))


def _finding(passage: Passage, slip: Slip) -> Finding:
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
    fails=Example("其他需要报告的事项: 按照国办函【2020】109号规定,本年度没有收取信息处理费。。\n"),
    passes=Example("其他需要报告的事项: 按照国办函〔2020〕109号规定，本年度没有收取信息处理费。\n"),
    check=check,
)
