"""NB305: the number of 规章 and 行政规范性文件, in the text and in the table."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.sentences.contradictions import contradictions
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Compare each number of documents issued, repealed or in force with table 2."""
    return contradictions(report, "NB305")


RULE = Rule(
    code="NB305",
    severity=Severity.WARNING,
    title="正文写的规章、行政规范性文件件数与表二不一致",
    why=(
        "规范性文件的制发、废止、现行有效在正文里常另写一遍，口径不一就与表二对不上：内部文件、转发文件不是规范性文件。"
        "没有说明是制发、废止还是现行有效的，与其中一个相符即可。依据《条例》第二十条第（一）项。"
    ),
    fails=Example(
        "主动公开政府信息: {规章: 0, 行政规范性文件: {本年制发: 5, 本年废止: 2, 现行有效: 27}, "
        "行政许可: 120, 行政处罚: 8, 行政强制: 0, 行政事业性收费: 36.5}\n"
        "总体情况:\n  政府信息管理: 全年制发行政规范性文件6件，废止2件，现行有效27件。\n"
    ),
    passes=Example(
        "主动公开政府信息: {规章: 0, 行政规范性文件: {本年制发: 5, 本年废止: 2, 现行有效: 27}, "
        "行政许可: 120, 行政处罚: 8, 行政强制: 0, 行政事业性收费: 36.5}\n"
        "总体情况:\n  政府信息管理: 全年制发行政规范性文件5件，废止2件，现行有效27件。\n"
    ),
    check=check,
)
