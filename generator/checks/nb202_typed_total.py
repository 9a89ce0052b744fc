"""NB202: a typed 总计 differs from the computed one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.checks.rule import Rule
from generator.findings import Edit, Finding, Fix, Path, Severity, error
from generator.form.edition import rows_of
from generator.form.model import Item, Kind
from generator.report.model import Report


class Control(NamedTuple):
    """A typed total beside the computed one."""

    item: Item
    path: tuple[str, ...]
    column: str
    typed: int | Decimal
    computed: int | Decimal


def check(report: Report) -> Iterator[Finding]:
    """One finding for each control figure that disagrees."""
    for control in _controls(report):
        if control.typed != control.computed:
            yield _finding(report, control)


def _controls(report: Report) -> Iterator[Control]:
    for path, typed in report.figures.controls.items():
        item = report.edition.find(path)
        if item is None:
            continue
        row = next(iter(rows_of(item)))[1]
        columns = (*row.by_key, row.total.key) if row.total else tuple(row.by_key)
        for column, computed in zip(columns, report.figures.row(path), strict=True):
            if column in typed and computed is not None:
                yield Control(item, path, column, typed[column], computed)


def _finding(report: Report, control: Control) -> Finding:
    item, column = control.item, control.column
    total = item.total.key if item.total else column
    is_group = item.kind is Kind.GROUP
    place: Path = (*control.path, total, column) if is_group else (*control.path, total)
    what = f"“{item.key}”总计里“{column}”" if is_group else f"“{item.key}”的总计"
    span = report.places.value(place)
    difference = abs(control.typed - control.computed)
    return error(
        "NB202",
        f"{what}写的是 {control.typed}，各项相加是 {control.computed}，差 {difference}",
        span,
        hint="各项写对了就改总计（总计也可以不写，由程序计算），否则改写错的那一项",
        path=place,
        fix=Fix(f"总计改为 {control.computed}", (Edit(span, str(control.computed)),), mechanical=False),
    )


RULE = Rule(
    code="NB202",
    severity=Severity.ERROR,
    title="写了的总计与算出来的不一致",
    why="总计由程序计算；自己写的总计只用来核对，对不上说明有一个数错了。",
    check=check,
)
