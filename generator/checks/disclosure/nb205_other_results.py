"""NB205: an unusually large share of results under 其他处理.其他."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity, info
from generator.form import keys
from generator.report.model import Report

_SHARE = 5
"""One in five."""
_ENOUGH = 10
"""Results below which a share says nothing."""


def check(report: Report) -> Iterator[Finding]:
    """Compare the row's total with that of all results."""
    results = (keys.APPLICATIONS, keys.RESULTS)
    path = (*results, keys.OTHER_OUTCOME, keys.OTHER)
    other, total = report.figures.row(path)[-1], report.figures.row(results)[-1]
    if other is not None and total is not None and total >= _ENOUGH and other * _SHARE > total:
        yield info(
            "NB205",
            f"“{keys.OTHER_OUTCOME}.{keys.OTHER}”{other} 件，超过办理结果 {total} 件的五分之一",
            report.places.key(path),
            hint="每件申请原则上都应按法定方式办理，主动撤回等才计入此项；请核对有没有应归入其他各项的",
            path=path,
        )


RULE = Rule(
    code="NB205",
    severity=Severity.INFO,
    title="“其他处理”中“其他”的件数偏高",
    why=(
        "设“其他处理”是照顾新旧条例衔接和极少数特殊情况，原则上每件都应按法定方式处理，"
        "数量偏高的主管部门要过问（国办公开办函〔2019〕60号附件说明，2021年格式沿用）。"
    ),
    fails=Example(
        "政府信息公开申请: {本年新收: {自然人: 10}, 上年结转: 0, "
        "办理结果: {予以公开: {自然人: 7}, 其他处理: {其他: {自然人: 3}}}, 结转下年度: 0}"
    ),
    passes=Example(
        "政府信息公开申请: {本年新收: {自然人: 10}, 上年结转: 0, "
        "办理结果: {予以公开: {自然人: 9}, 其他处理: {其他: {自然人: 1}}}, 结转下年度: 0}"
    ),
    check=check,
)
