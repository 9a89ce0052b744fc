"""NB301: the number of applications received, in the text and in the table."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.sentences.contradictions import contradictions
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Compare each number of applications received, altogether or by kind of applicant, with table 3."""
    return contradictions(report, "NB301")


RULE = Rule(
    code="NB301",
    severity=Severity.WARNING,
    title="正文写的收到申请数与表三不一致",
    why=(
        "叙述和表格说的是同一件事，数却不同，读者和检查的人都会先看到这一处。"
        "收到、受理、办理可以只算本年新收，也可以连上年结转一起算；两种都对不上才提出。表中数字核定到12月31日（国办公开办函〔2021〕30号）。"
    ),
    fails=Example(
        "政府信息公开申请: {本年新收: {自然人: 14, 商业企业: 2}, 上年结转: {自然人: 1}, "
        "办理结果: {予以公开: {自然人: 12}, 部分公开: {商业企业: 2}, "
        "不予公开: 0, 无法提供: 0, 不予处理: 0, 其他处理: 0}, 结转下年度: {自然人: 3}}\n"
        "总体情况:\n  依申请公开: 全年共收到政府信息公开申请15件，其中自然人13件。\n"
    ),
    passes=Example(
        "政府信息公开申请: {本年新收: {自然人: 14, 商业企业: 2}, 上年结转: {自然人: 1}, "
        "办理结果: {予以公开: {自然人: 12}, 部分公开: {商业企业: 2}, "
        "不予公开: 0, 无法提供: 0, 不予处理: 0, 其他处理: 0}, 结转下年度: {自然人: 3}}\n"
        "总体情况:\n  依申请公开: 全年共收到政府信息公开申请16件，其中自然人14件。\n"
    ),
    check=check,
)
