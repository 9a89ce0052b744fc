"""NB510: the date of 落款 is before or within the year reported, or after the deadline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.rule import Example, Rule
from generator.findings import Finding, Path, Severity, info, warning
from generator.form import keys
from generator.report.agencies import is_government
from generator.report.model import Report

LATE = "晚于公布的期限"
"""What is said of a date after the deadline, and of no other."""


def check(report: Report) -> Iterator[Finding]:
    """Compare the date with the year reported and the last day for publishing."""
    day = report.signature.day if report.signature else None
    if day is None or report.year is None:
        return
    path = _path(report)
    if day.year <= report.year:
        yield warning(
            "NB510",
            f"落款日期 {_shown(day)}在报告年度（{report.year} 年）结束之前",
            report.places.value(path),
            hint=f"报告在次年编制公布，日期应在 {report.year + 1} 年；请核对日期和“{keys.YEAR}”。",
            path=path,
        )
    elif day > (last := last_day(report)):
        yield info(
            "NB510",
            f"落款日期 {_shown(day)}{LATE} {_shown(last)}",
            report.places.value(path),
            hint="部门在次年1月31日前、本级政府的报告在次年3月31日前公布（《条例》第四十九条）；请核对日期。",
            path=path,
        )


def last_day(report: Report) -> date:
    """The last day for publishing: as told, else 31 March for a government's report, 31 January for any other."""
    if report.deadline:
        return report.deadline
    following = (report.year or 0) + 1
    return date(following, 3, 31) if is_government(report) else date(following, 1, 31)


def _path(report: Report) -> Path:
    path = (keys.SIGNATURE, keys.DAY)
    return path if path in report.places.values else path[:1]


def _shown(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


RULE = Rule(
    code="NB510",
    severity=Severity.WARNING,
    title="落款日期不在公布的期限之内",
    why=(
        "县级以上政府部门在每年1月31日前公布上一年度报告，政府主管部门在3月31日前公布本级政府的报告"
        "（《条例》第四十九条）；日期落在报告年度之内的，多半是年份没有改。"
    ),
    fails=Example("年度: 2023\n落款: 2023-01-20\n"),
    passes=Example("年度: 2023\n落款: 2024-01-20\n"),
    check=check,
)
