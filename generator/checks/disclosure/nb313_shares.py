"""NB313: a share that its numbers do not give."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.sentences.shares import wrong_shares
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity, warning
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Divide where both numbers are known."""
    for found in wrong_shares(report):
        if not found.passage.computed(found.start, found.end):
            yield warning(
                "NB313",
                f"这里写 {found.passage.text[found.start : found.end]}%，"
                f"{found.part:f} 与 {found.whole:f} 相比是 {found.right}",
                found.passage.span(found.start, found.end),
                hint="请核对两个数和百分比；可以写 {{ 占比(予以公开, 办理结果) }}，由程序计算。",
                path=found.passage.path,
            )


_FIGURES = (
    "政府信息公开申请: {本年新收: {自然人: 16}, 上年结转: 0, 办理结果: {予以公开: {自然人: 16}}, 结转下年度: 0}\n"
)

RULE = Rule(
    code="NB313",
    severity=Severity.WARNING,
    title="百分比与它的两个数不符",
    why="读者一除就能发现。只在总数写明、或者总数只有一个时才算；四舍五入和截取都可以，约、近的不算。",
    fails=Example(f"{_FIGURES}总体情况:\n  依申请公开: 收到政府信息公开申请16件，其中网上申请4件，占30%。\n"),
    passes=Example(f"{_FIGURES}总体情况:\n  依申请公开: 收到政府信息公开申请16件，其中网上申请4件，占25%。\n"),
    check=check,
)
