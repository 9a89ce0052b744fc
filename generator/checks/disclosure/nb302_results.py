"""NB302: the number of applications dealt with, in all or by result, in the text and in the table."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.sentences.contradictions import contradictions
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Compare each number of a result, and of all that was answered, with table 3."""
    return contradictions(report, "NB302")


RULE = Rule(
    code="NB302",
    severity=Severity.WARNING,
    title="正文写的办理结果与表三不一致",
    why=(
        "答复、办结的件数应是表三的（七）总计，各种结果应是表中那一行；改了表没有改文字，两处就不一致。"
        "撤回、信息不存在等只占一行的一部分，正文的数不超过那一行就不提出。表中数字核定到12月31日（国办公开办函〔2021〕30号）。"
    ),
    fails=Example(
        "政府信息公开申请: {本年新收: {自然人: 14, 商业企业: 2}, 上年结转: {自然人: 1}, "
        "办理结果: {予以公开: {自然人: 12}, 部分公开: {商业企业: 2}, "
        "不予公开: 0, 无法提供: 0, 不予处理: 0, 其他处理: 0}, 结转下年度: {自然人: 3}}\n"
        "总体情况:\n  依申请公开: 收到申请16件，办结13件，其中予以公开12件、部分公开1件。\n"
    ),
    passes=Example(
        "政府信息公开申请: {本年新收: {自然人: 14, 商业企业: 2}, 上年结转: {自然人: 1}, "
        "办理结果: {予以公开: {自然人: 12}, 部分公开: {商业企业: 2}, "
        "不予公开: 0, 无法提供: 0, 不予处理: 0, 其他处理: 0}, 结转下年度: {自然人: 3}}\n"
        "总体情况:\n  依申请公开: 收到申请16件，办结14件，其中予以公开12件、部分公开2件。\n"
    ),
    check=check,
)
