"""NB405: a figure about ten thousand times last year's, or a ten-thousandth: 元 typed for 万元."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Rule
from generator.checks.years.comparing import FigureOverYears, changed, predecessor
from generator.findings import Finding, Severity, warning
from generator.form.model import Kind
from generator.report.model import Report

_UNIT = 10_000
"""元 in a 万元, the unit of the form's amount (国办公开办函〔2021〕30号)."""
_LATITUDE = {Kind.AMOUNT: 3}
"""How far from exactly 10,000 times an amount may be: a year's change on top of the slip."""
_LATITUDE_OF_COUNTS = 2
"""The same for counts, which have no unit to slip: only a figure typed with four digits too many; our choice."""

_LEAST = _UNIT // max(_LATITUDE_OF_COUNTS, *_LATITUDE.values())
"""A figure fewer times as large is not about 10,000 times as large, whatever it counts."""


def check(report: Report) -> Iterator[Finding]:
    """Look at every figure that changed."""
    last = predecessor(report)
    if last is None:
        return
    for figures in changed(report, last):
        if _is_slip(figures):
            yield _finding(report, figures)


def _is_slip(figures: FigureOverYears) -> bool:
    """Whether one year's figure is about 10,000 times the other's."""
    small, large = sorted((figures.now, figures.before))
    if not small or large < small * _LEAST:
        return False
    latitude = _LATITUDE.get(figures.item.kind, _LATITUDE_OF_COUNTS)
    return small * _UNIT <= large * latitude and large <= small * _UNIT * latitude


def _finding(report: Report, figures: FigureOverYears) -> Finding:
    unit = figures.item.unit
    what = "约为上年的一万倍" if figures.now > figures.before else "约为上年的万分之一"
    return warning(
        "NB405",
        f"“{figures.name}”是 {figures.now} {unit}，上年报告是 {figures.before} {unit}，{what}",
        report.places.value(figures.path),
        hint=f"单位是{unit}，请核对是不是把元当成了万元（或者反过来）。",
        path=figures.path,
    )


RULE = Rule(
    code="NB405",
    severity=Severity.WARNING,
    title="与上年相差约一万倍，像是单位弄错",
    why="单位写小了一级，数就大了一万倍；与上年一比就能看出。",
    check=check,
)
