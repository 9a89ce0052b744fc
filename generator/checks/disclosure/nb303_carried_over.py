"""NB303: the number of applications carried over, in the text and in the table."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.sentences.contradictions import contradictions
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Compare each number carried in from last year or over to the next with table 3."""
    return contradictions(report, "NB303")


RULE = Rule(
    code="NB303",
    severity=Severity.WARNING,
    title="正文写的结转数与表三不一致",
    why=(
        "结转数接着上年和下年两份报告，文字写错了，次年还会照着错下去。"
        "只写“结转”而没有说转入还是转出的，与其中一个相符即可。表中数字核定到12月31日（国办公开办函〔2021〕30号）。"
    ),
    fails=Example(
        "政府信息公开申请: {本年新收: {自然人: 14, 商业企业: 2}, 上年结转: {自然人: 1}, "
        "办理结果: {予以公开: {自然人: 12}, 部分公开: {商业企业: 2}, "
        "不予公开: 0, 无法提供: 0, 不予处理: 0, 其他处理: 0}, 结转下年度: {自然人: 3}}\n"
        "总体情况:\n  依申请公开: 上年结转申请2件，本年新收16件，结转下年度继续办理2件。\n"
    ),
    passes=Example(
        "政府信息公开申请: {本年新收: {自然人: 14, 商业企业: 2}, 上年结转: {自然人: 1}, "
        "办理结果: {予以公开: {自然人: 12}, 部分公开: {商业企业: 2}, "
        "不予公开: 0, 无法提供: 0, 不予处理: 0, 其他处理: 0}, 结转下年度: {自然人: 3}}\n"
        "总体情况:\n  依申请公开: 上年结转申请1件，本年新收16件，结转下年度继续办理3件。\n"
    ),
    check=check,
)
