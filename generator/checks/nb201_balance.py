"""NB201: a column of table 3 is out of balance."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.culprit import Culprit, columns_of, find_culprit, residuals
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Related, Severity, error
from generator.form.model import Balance, Item, Path
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """One finding for each column that does not balance."""
    for table in report.edition.tables:
        for balance in table.table.balances if table.table else ():
            off = residuals(report, table, balance)
            if off:
                culprit = find_culprit(report, table, balance, off)
                for column, difference in off.items():
                    yield _finding(report, table, balance, column, difference, culprit)


def _finding(
    report: Report, table: Item, balance: Balance, column: str, difference: int | Decimal, culprit: Culprit | None
) -> Finding:
    index = columns_of(table, balance).index(column)
    left = _side(report, table, balance.left, index)
    right = _side(report, table, balance.right, index)
    last = (table.key, *balance.right[-1])
    path = (*culprit.path, column) if culprit else (*last, column)
    more = "多" if difference > 0 else "少"
    return error(
        "NB201",
        f"“{column}”一列不平：{left}，{right}，前者比后者{more} {abs(difference)}",
        report.places.value(path),
        hint=_hint(report, table, balance, column, culprit),
        path=path,
        related=tuple(_related(report, table, balance, index)),
    )


def _side(report: Report, table: Item, paths: tuple[Path, ...], index: int) -> str:
    values = [report.figures.row((table.key, *path))[index] or 0 for path in paths]
    terms = "＋".join(f"{'.'.join(path)} {value}" for path, value in zip(paths, values, strict=True))
    return f"{terms} ＝ {sum(values)}"


def _hint(report: Report, table: Item, balance: Balance, column: str, culprit: Culprit | None) -> str:
    if culprit is None:
        names = "、".join(".".join(path) for path in (*balance.left, *balance.right))
        return f"请核对{names}里“{column}”的数，看哪一个多了或者少了"
    place = ".".join(culprit.path[1:])
    after = "，".join(f"{c} {v}" for c, v in zip(culprit.columns, culprit.values, strict=True))
    return f"只改一处就能全部对上：把“{place}”改为 {after}。请核对原始台账后再改"


def _related(report: Report, table: Item, balance: Balance, index: int) -> Iterator[Related]:
    for path in (*balance.left, *balance.right):
        full = (table.key, *path)
        value = report.figures.row(full)[index]
        yield Related(report.places.key(full), f"{'.'.join(path)}：{value}", full)


RULE = Rule(
    code="NB201",
    severity=Severity.ERROR,
    title="表三某一列不平：本年新收＋上年结转≠办理结果总计＋结转下年度",
    why=(
        "表头原文写明“第一项加第二项之和，等于第三项加第四项之和”（国办公开办函〔2021〕30号所附格式）。"
        "不平的报告一公布就看得出来，会被要求更正。"
    ),
    fails=Example(
        "政府信息公开申请: {本年新收: {自然人: 3}, 上年结转: 0, 办理结果: {予以公开: {自然人: 2}}, 结转下年度: 0}"
    ),
    passes=Example(
        "政府信息公开申请: {本年新收: {自然人: 3}, 上年结转: 0, 办理结果: {予以公开: {自然人: 2}}, 结转下年度: {自然人: 1}}"
    ),
    check=check,
)
