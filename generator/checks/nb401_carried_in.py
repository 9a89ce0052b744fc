"""NB401: a row carried over from last year is not what last year's report said, column by column."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Rule
from generator.checks.years.comparing import figure, predecessor
from generator.findings import Edit, Finding, Fix, Path, Severity, Span, warning
from generator.form.model import Item, Rollover
from generator.report.model import Figure, Report
from generator.source.row_writing import row_written


def check(report: Report) -> Iterator[Finding]:
    """Compare every row that the form says is carried over."""
    last = predecessor(report)
    if last is None:
        return
    for table in report.edition.tables:
        for rollover in table.table.rollovers if table.table else ():
            row = table.by_key.get(rollover.place[0])
            if rollover.certain and row is not None and row.children:
                yield from _row(report, last, table, row, rollover)


def _row(report: Report, last: Report, table: Item, row: Item, rollover: Rollover) -> Iterator[Finding]:
    path, source = (table.key, *rollover.place), (table.key, *rollover.last)
    if path not in report.figures.rows or source not in last.figures.rows:
        return
    # Each year's columns are those of its own form: one that last year's form had not is not compared.
    before = tuple(figure(last, (*source, cell.key)) for cell in row.children)
    fix = _fix(report, path, row, before)
    for cell, expected in zip(row.children, before, strict=True):
        value = figure(report, (*path, cell.key))
        if value is not None and expected is not None and value != expected:
            place = (*path, cell.key)
            yield warning(
                "NB401",
                f"“{row.key}”的“{cell.key}”是 {value}，上年报告“{rollover.last[-1]}”的“{cell.key}”是 {expected}",
                report.places.value(place),
                hint=f"{rollover.source}，两个数应当相等。{_advice(row, before)}",
                path=place,
                fix=fix,
            )


def _advice(row: Item, before: tuple[Figure, ...]) -> str:
    """The whole row as it should be; nothing where one of last year's figures is not known."""
    return "" if None in before else f"如果上年报告无误，这一行写：{_written(row, before)}"


def _written(row: Item, values: tuple[Figure, ...]) -> str:
    return row_written(zip(row.by_key, values, strict=True))


def _fix(report: Report, path: Path, row: Item, before: tuple[Figure, ...]) -> Fix | None:
    """Last year's figures in place of this row's, where the row is typed on its key's line without a total."""
    value = report.places.values.get(path)
    if (
        value is None
        or path in report.figures.controls
        or None in before
        or not _on_one_line(report.places.key(path), value)
    ):
        return None
    text = _written(row, before)
    return Fix(f"照上年报告改为 {text}", (Edit(value, text),), mechanical=False)


def _on_one_line(key: Span, value: Span) -> bool:
    return key.line == value.line == value.end_line


RULE = Rule(
    code="NB401",
    severity=Severity.WARNING,
    title="承上年的数与上年报告不一致",
    why=(
        "上年12月31日没有办结的申请就是转入本年的申请，逐列应当相等（核对过的六对相邻年度全部成立）；"
        "不相等，两年的报告必有一处错。"
    ),
    check=check,
)
