"""NB304: the number of 行政复议 and 行政诉讼, in the text and in the table."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Example, Rule
from generator.checks.text.contradictions import contradictions
from generator.findings import Finding, Severity
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Compare each number of cases, in all or by outcome, with table 4."""
    return contradictions(report, "NB304")


RULE = Rule(
    code="NB304",
    severity=Severity.WARNING,
    title="正文写的行政复议、行政诉讼件数与表四不一致",
    why=(
        "表四只统计因政府信息公开工作引起的案件，正文这样写的，应与表四相同；行政诉讼是未经复议直接起诉和复议后起诉之和。"
        "撤销、责令履行等只是结果纠正的一部分，不超过那一格就不提出。依据《条例》第五十条第（三）项。"
    ),
    fails=Example(
        "行政复议行政诉讼: {行政复议: {结果维持: 2, 尚未审结: 1}, 未经复议直接起诉: {结果维持: 1}, 复议后起诉: 0}\n"
        "总体情况:\n  依申请公开: 因政府信息公开引发行政复议4件，其中维持2件；行政诉讼2件。\n"
    ),
    passes=Example(
        "行政复议行政诉讼: {行政复议: {结果维持: 2, 尚未审结: 1}, 未经复议直接起诉: {结果维持: 1}, 复议后起诉: 0}\n"
        "总体情况:\n  依申请公开: 因政府信息公开引发行政复议3件，其中维持2件；行政诉讼1件。\n"
    ),
    check=check,
)
