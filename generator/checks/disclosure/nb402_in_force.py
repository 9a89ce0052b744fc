"""NB402: what is in force does not follow from last year's report and this year's figures."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Example, Rule
from generator.checks.years.comparing import figure, predecessor
from generator.findings import Finding, Related, Severity, info
from generator.form.model import Path, Rollover
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Compare every figure that the form says follows, as far as nothing else moved it."""
    last = predecessor(report)
    if last is None:
        return
    for table in report.edition.tables:
        for rollover in table.table.rollovers if table.table else ():
            if not rollover.certain:
                yield from _figure(report, last, table.key, rollover)


def _figure(report: Report, last: Report, table: str, rollover: Rollover) -> Iterator[Finding]:
    place = (table, *rollover.place)
    now, before = figure(report, place), figure(last, (table, *rollover.last))
    added = [figure(report, (table, *path)) for path in rollover.plus]
    taken = [figure(report, (table, *path)) for path in rollover.minus]
    known = [value for value in (before, *added, *taken) if value is not None]
    if now is None or len(known) != 1 + len(added) + len(taken):
        return
    expected = known[0] + sum(known[1 : 1 + len(added)]) - sum(known[1 + len(added) :])
    if now != expected:
        steps = "".join(f"＋{path[-1]} {value}" for path, value in zip(rollover.plus, added, strict=True))
        steps += "".join(f"－{path[-1]} {value}" for path, value in zip(rollover.minus, taken, strict=True))
        yield info(
            "NB402",
            f"“{'.'.join(rollover.place)}”是 {now}，按上年报告推算应是 {expected}（上年 {before}{steps}）",
            report.places.value(place),
            hint=f"{rollover.source}；不是这些原因的，请核对。",
            path=place,
            related=tuple(_related(report, table, path) for path in (*rollover.plus, *rollover.minus)),
        )


def _related(report: Report, table: str, path: Path) -> Related:
    place = (table, *path)
    return Related(report.places.value(place), f"“{path[-1]}”是 {figure(report, place)}", place)


RULE = Rule(
    code="NB402",
    severity=Severity.INFO,
    title="现行有效与上年报告推算的不一致",
    why=(
        "现行有效一般等于上年现行有效加本年制发减本年废止；文件清理、修订、机构改革也会使它变动，"
        "所以只作提示（核对过的相邻年度里，规章都成立，行政规范性文件有三对不成立）。"
    ),
    fails=Example(
        "主动公开政府信息: {规章: 0, 行政规范性文件: {本年制发: 5, 现行有效: 27}, 行政许可: 0, 行政处罚: 0, "
        "行政强制: 0, 行政事业性收费: 0}\n",
        "主动公开政府信息: {规章: 0, 行政规范性文件: {现行有效: 20}, 行政许可: 0, 行政处罚: 0, "
        "行政强制: 0, 行政事业性收费: 0}\n",
    ),
    passes=Example(
        "主动公开政府信息: {规章: 0, 行政规范性文件: {本年制发: 5, 现行有效: 27}, 行政许可: 0, 行政处罚: 0, "
        "行政强制: 0, 行政事业性收费: 0}\n",
        "主动公开政府信息: {规章: 0, 行政规范性文件: {现行有效: 22}, 行政许可: 0, 行政处罚: 0, "
        "行政强制: 0, 行政事业性收费: 0}\n",
    ),
    check=check,
    superseded_by=("NB203", "NB405"),
)
