"""NB403: 上年报告 is not the report of the year before."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Example, Rule
from generator.checks.years.comparing import is_of_wrong_year
from generator.findings import Finding, Severity, error
from generator.form import keys
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Compare the years; a file that names itself is of this year, too."""
    last = report.last_year
    if last is None or report.year is None or not is_of_wrong_year(report):
        return
    same = "，是不是写成了本文件" if last.year == report.year else ""
    yield error(
        "NB403",
        f"“{keys.LAST_YEAR}”是 {last.year} 年度的报告，应是 {report.year - 1} 年度的{same}",
        report.places.value((keys.LAST_YEAR,)),
        hint=f"请改为 {report.year - 1} 年度报告的文件名；没有就删去这一行，与上年比较的检查就不做了。",
        path=(keys.LAST_YEAR,),
    )


RULE = Rule(
    code="NB403",
    severity=Severity.ERROR,
    title="上年报告不是上一年度的",
    why="结转、现行有效、增减都与上一年度相比；拿别的年度（或者本文件自己）来比，得出的数一定是错的。",
    fails=Example("年度: 2023\n", "年度: 2021\n"),
    passes=Example("年度: 2023\n", "年度: 2022\n"),
    check=check,
)
