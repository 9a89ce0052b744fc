"""NB407: a figure that went to 0, came from 0, or changed by half and more since last year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Rule
from generator.checks.years.comparing import FigureOverYears, changed, predecessor
from generator.findings import Finding, Severity, info
from generator.report.jumps import jumped
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Look at every figure that changed."""
    last = predecessor(report)
    if last is None:
        return
    for figures in changed(report, last):
        if jumped(figures.now, figures.before):
            yield _finding(report, figures)


def _finding(report: Report, figures: FigureOverYears) -> Finding:
    now, before, unit = figures.now, figures.before, figures.item.unit
    change = f"{'增加' if now > before else '减少'} {abs(now - before)} {unit}"
    return info(
        "NB407",
        f"“{figures.name}”是 {now} {unit}，上年报告是 {before} {unit}，{change}",
        report.places.value(figures.path),
        hint="变化很大，请核对；属实的不用改，可以在总体情况里说明原因。",
        path=figures.path,
    )


RULE = Rule(
    code="NB407",
    severity=Severity.INFO,
    title="与上年相比变化很大",
    why="数字突然归零、从零到十以上，或者增减一半以上，常常是漏填、错行或者口径变了，值得再看一眼；十以下的不比。",
    check=check,
    superseded_by=("NB402", "NB405"),
)
