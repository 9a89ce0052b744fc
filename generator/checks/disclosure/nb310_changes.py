"""NB310: a change since last year that the two reports, or the sentence itself, do not bear out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.sentences.changes import changes
from generator.checks.disclosure.sentences.last_year_said import told_of_last_year
from generator.checks.rule import Example, Rule
from generator.checks.years.comparing import predecessor
from generator.findings import Finding, Path, Severity, warning
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Hold what is said of a change against both reports, or against the numbers beside it."""
    last = predecessor(report)
    told: set[tuple[Path, int]] = set()
    for found in (*changes(report, last), *(told_of_last_year(report, last) if last else ())):
        place = (found.passage.path, found.start)
        if place in told:
            continue
        told.add(place)
        if not found.passage.computed(found.start, found.end):
            yield warning(
                "NB310",
                f"与上年比较写的是“{found.passage.text[found.start : found.end]}”，{found.message}",
                found.passage.span(found.start, found.end),
                hint="请核对增减的数和方向；可以写 {{ 较上年(本年新收, '件') }}，由程序计算。",
                path=found.passage.path,
            )


_RECEIVED = (
    "政府信息公开申请: {本年新收: {自然人: %s}, 上年结转: 0, 办理结果: {予以公开: {自然人: %s}}, 结转下年度: 0}\n"
)
_TEXT = "总体情况:\n  依申请公开: 收到政府信息公开申请30件，同比增长%s。\n"

RULE = Rule(
    code="NB310",
    severity=Severity.WARNING,
    title="写的增减与两年的数不符",
    why="增加多少、增长百分之几、是增是减，读者拿上年的报告一比就知道；上年的数写在同一句里的，自己算一遍就知道。",
    fails=Example(_RECEIVED % (30, 30) + _TEXT % "20%", _RECEIVED % (24, 24)),
    passes=Example(_RECEIVED % (30, 30) + _TEXT % "25%", _RECEIVED % (24, 24)),
    check=check,
    superseded_by=("NB301", "NB302", "NB303", "NB304", "NB305", "NB306"),
)
