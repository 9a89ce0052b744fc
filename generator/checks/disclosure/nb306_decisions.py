"""NB306: the number of decisions, and the money charged, in the text and in the table."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.sentences.contradictions import contradictions
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Compare each number of 许可, 处罚, 强制 decisions and the money charged with table 2."""
    return contradictions(report, "NB306")


RULE = Rule(
    code="NB306",
    severity=Severity.WARNING,
    title="正文写的行政许可、处罚、强制、收费与表二不一致",
    why=(
        "表二要填全部处理决定，含已公开和依法未公开的；正文写的是办理总数，就应与表二相同。"
        "公开、公示了多少条是另一回事，不比较。收费的单位是万元，正文写元或者亿元的换算后再比。依据《条例》第二十条第（五）（六）（八）项。"
    ),
    fails=Example(
        "主动公开政府信息: {规章: 0, 行政规范性文件: {本年制发: 5, 本年废止: 2, 现行有效: 27}, "
        "行政许可: 120, 行政处罚: 8, 行政强制: 0, 行政事业性收费: 36.5}\n"
        "总体情况:\n  主动公开: 全年作出行政许可决定125件、行政处罚决定8件，收取行政事业性收费36.5万元。\n"
    ),
    passes=Example(
        "主动公开政府信息: {规章: 0, 行政规范性文件: {本年制发: 5, 本年废止: 2, 现行有效: 27}, "
        "行政许可: 120, 行政处罚: 8, 行政强制: 0, 行政事业性收费: 36.5}\n"
        "总体情况:\n  主动公开: 全年作出行政许可决定120件、行政处罚决定8件，收取行政事业性收费36.5万元。\n"
    ),
    check=check,
)
