"""NB404: 上年报告 is another agency's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Example, Rule
from generator.checks.years.comparing import is_of_other_agency
from generator.findings import Finding, Severity, warning
from generator.form import keys
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Compare the names, 曾用名 of both reports included."""
    last = report.last_year
    if last is None or not is_of_other_agency(report):
        return
    yield warning(
        "NB404",
        f"“{keys.LAST_YEAR}”是“{last.agency}”的，本报告的机关是“{report.agency}”",
        report.places.value((keys.LAST_YEAR,)),
        hint=(
            f"如果拿错了文件，请改正；如果机关改了名称，把原来的名称写进“{keys.FORMER_NAMES}”，"
            "否则与上年比较的检查不做。"
        ),
        path=(keys.LAST_YEAR,),
    )


RULE = Rule(
    code="NB404",
    severity=Severity.WARNING,
    title="上年报告是别的机关的",
    why="与别的机关的数字相比没有意义；机关改过名称的，用“曾用名”说明。",
    fails=Example("机关: 清河县水利局\n", "机关: 清河县林业局\n"),
    passes=Example("机关: 清河县水利局\n曾用名: [清河县水务局]\n", "机关: 清河县水务局\n"),
    check=check,
)
