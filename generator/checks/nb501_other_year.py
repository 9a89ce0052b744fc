"""NB501: another year's date where the year reported belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.prose.passages import Passage, passages
from generator.checks.prose.years import Stray, stray_years, years_in
from generator.checks.rule import Rule
from generator.checks.years.comparing import predecessor
from generator.findings import Finding, Severity, warning
from generator.form import keys
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Look at the typed title, and at each sentence that tells of the year reported."""
    if report.year is None:
        return
    yield from _title(report, report.year)
    for passage in passages(report):
        for stray in stray_years(passage, report):
            if not _told_of_last_year(passage, stray, report):
                yield _finding(passage, stray, report.year)


def _told_of_last_year(passage: Passage, stray: Stray, report: Report) -> bool:
    """Whether what the sentence counts are last year's figures, and not this year's: then it tells of that year."""
    last = predecessor(report)
    sentence = passage.text[stray.end :].partition("。")[0]
    counted = {int(number) for number in re.findall(r"(?<!\d)(\d{1,9})\s*[件宗份]", sentence)}
    if last is None or not counted or f"{last.year}年" not in stray.text:
        return False
    then, now = ({figure for row in each.figures.rows.values() for figure in row} for each in (last, report))
    return counted <= then and not counted <= now


def _title(report: Report, year: int) -> Iterator[Finding]:
    written = [found for line in report.title for found in years_in(line)]
    if written and all(found.year != year for found in written):
        yield warning(
            "NB501",
            f"标题写的是 {written[0].year} 年，本报告的年度是 {year}",
            report.places.value((keys.TITLE,)),
            hint=f"把标题里的年份改为 {year}；如果年度填错了，请改“{keys.YEAR}”。",
            path=(keys.TITLE,),
        )


def _finding(passage: Passage, stray: Stray, year: int) -> Finding:
    of_this_year = f"{year}年" in stray.text  # where plans are made
    return warning(
        "NB501",
        f"这里写的是“{stray.text}”，{stray.right}",
        passage.span(stray.start, stray.end),
        hint=(
            f"今后的打算写“{year + 1}年”或者“下一步”；{year}年已经做了的，写明是做了的事。"
            if of_this_year
            else f"如果说的就是本年度，请改为“{year}年”，或者写 {{{{ {keys.YEAR} }}}}年；"
            "如果确实是说别的年份，写明“上年”或者“较上年”；今后的打算写“下一步”或者下一年度。"
        ),
        path=passage.path,
    )


RULE = Rule(
    code="NB501",
    severity=Severity.WARNING,
    title="该写本年度的地方写了别的年份",
    why=(
        "报告沿用上年的文字，最容易忘改的就是年份；表格是本年度的，文字却注明上一年，读者不知该信哪个。"
        "各项数据的核定时间点是报告年度12月31日（国办公开办函〔2021〕30号）。"
        "上年、去年、同比、法律和文号、计划和下一步、第五部分说上年问题的话不在此列。"
    ),
    check=check,
)
