"""NB519: a date that does not exist, or a period that runs backwards."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.prose.dates import wrong_dates
from generator.checks.prose.passages import passages
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity, warning
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Look at every paragraph."""
    for passage in passages(report):
        for wrong in wrong_dates(passage.text):
            if not passage.computed(wrong.start, wrong.end):
                yield warning(
                    "NB519",
                    wrong.what,
                    passage.span(wrong.start, wrong.end),
                    hint="请核对日期；跨年的期间写明“次年”或者后一年的年份。",
                    path=passage.path,
                )


RULE = Rule(
    code="NB519",
    severity=Severity.WARNING,
    title="没有的日期，或者倒着的期间",
    why="2月30日、11月31日没有这一天；期间的结束早于开始，多半是年份或者月份写错。12月至次年1月这样写明跨年的不算。",
    fails=Example("总体情况:\n  主动公开: 2023年11月31日公布了部门决算。\n"),
    passes=Example("总体情况:\n  主动公开: 2023年11月30日公布了部门决算，12月至次年1月开展评议。\n"),
    check=check,
    superseded_by=("NB501",),
)
