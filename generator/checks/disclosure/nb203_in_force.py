"""NB203: fewer documents in force than were issued this year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Example, Rule
from generator.findings import Finding, Related, Severity, warning
from generator.form import keys
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Every row that has both columns."""
    for path, row in report.edition.rows:
        if keys.IN_FORCE not in row.by_key:
            continue
        figures = dict(zip(row.by_key, report.figures.row(path), strict=True))
        in_force, issued = figures[keys.IN_FORCE], figures[keys.ISSUED]
        if in_force is not None and issued is not None and in_force < issued:
            place = (*path, keys.IN_FORCE)
            yield warning(
                "NB203",
                f"“{row.key}”{keys.IN_FORCE} {in_force} 件，比{keys.ISSUED}的 {issued} 件还少",
                report.places.value(place),
                hint=f"{keys.IN_FORCE}是12月31日仍然有效的总件数，包括本年制发的；本年制发又在本年废止的除外，请核对",
                path=place,
                related=(Related(report.places.value((*path, keys.ISSUED)), f"{keys.ISSUED} {issued} 件", path),),
            )


RULE = Rule(
    code="NB203",
    severity=Severity.WARNING,
    title="现行有效件数小于本年制发件数",
    why=(
        "“现行有效”是年末仍然有效的总件数，本年制发的一般都在其中（国办公开办函〔2021〕30号）。"
        "常见的错误是只填了本年的变动，或者两列填反了。"
    ),
    fails=Example(
        "主动公开政府信息: {规章: 0, 行政规范性文件: {本年制发: 5, 现行有效: 2}, "
        "行政许可: 0, 行政处罚: 0, 行政强制: 0, 行政事业性收费: 0}"
    ),
    passes=Example(
        "主动公开政府信息: {规章: 0, 行政规范性文件: {本年制发: 5, 现行有效: 27}, "
        "行政许可: 0, 行政处罚: 0, 行政强制: 0, 行政事业性收费: 0}"
    ),
    check=check,
)
