"""NB201: a column of table 3 is out of balance."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.checks.culprit import Culprit, columns_of, find_culprit, residuals
from generator.checks.disclosure.sentences.balancing import SaidBalance, that_would_mend
from generator.checks.rule import Rule
from generator.findings import Finding, Related, Severity, error
from generator.form.model import Balance, Item, Path
from generator.report.model import Report

_MOST_SAID = 2
"""Sentences that are named; where more would mend it, none of them says much."""


class Off(NamedTuple):
    """A column that does not balance, and by how much the left side exceeds the right."""

    table: Item
    balance: Balance
    column: str
    difference: int | Decimal


def check(report: Report) -> Iterator[Finding]:
    """One finding for each column that does not balance."""
    for table in report.edition.tables:
        for balance in table.table.balances if table.table else ():
            off = residuals(report, table, balance)
            culprit = find_culprit(report, table, balance, off) if off else None
            said = () if culprit or not off else tuple(that_would_mend(report, table, balance, off))
            for column, difference in (off or {}).items():
                yield _finding(report, Off(table, balance, column, difference), culprit, said[:_MOST_SAID])


def _finding(report: Report, off: Off, culprit: Culprit | None, said: tuple[SaidBalance, ...]) -> Finding:
    """At the row that is to blame; where there is none, at the table: each of its rows may be wrong."""
    path = (*culprit.path, off.column) if culprit else (off.table.key,)
    left, right = _side(report, off, off.balance.left), _side(report, off, off.balance.right)
    more = "多" if off.difference > 0 else "少"
    return error(
        "NB201",
        f"“{off.column}”一列不平：{left}，{right}，前者比后者{more} {abs(off.difference)}",
        report.places.value(path) if culprit else report.places.key(path),
        hint=_hint(off, culprit, said),
        path=path,
        related=(*_related(report, off), *(Related(one.span, one.words, one.source) for one in said)),
    )


def _figure(report: Report, off: Off, path: Path) -> int | Decimal:
    index = columns_of(off.table, off.balance).index(off.column)
    return report.figures.row((off.table.key, *path))[index] or 0


def _side(report: Report, off: Off, paths: tuple[Path, ...]) -> str:
    values = [_figure(report, off, path) for path in paths]
    terms = "＋".join(f"{'.'.join(path)} {value}" for path, value in zip(paths, values, strict=True))
    return f"{terms} ＝ {sum(values)}"


def _hint(off: Off, culprit: Culprit | None, said: tuple[SaidBalance, ...]) -> str:
    if said:
        return "；".join(f"{one.words}，{one.label}是 {one.table}：表里也是 {one.value} 就平了" for one in said) + (
            "。请核对原始台账，看哪一处是对的"
        )
    if culprit is None:
        names = "、".join(".".join(path) for path in (*off.balance.left, *off.balance.right))
        return f"请核对{names}里“{off.column}”的数，看哪一个多了或者少了"
    place = ".".join(culprit.path[1:])
    after = "，".join(f"{c} {v}" for c, v in zip(culprit.columns, culprit.values, strict=True))
    return f"只改一处就能全部对上：把“{place}”改为 {after}。请核对原始台账后再改"


def _related(report: Report, off: Off) -> Iterator[Related]:
    for path in (*off.balance.left, *off.balance.right):
        full = (off.table.key, *path)
        yield Related(report.places.key(full), f"{'.'.join(path)}：{_figure(report, off, path)}", full)


RULE = Rule(
    code="NB201",
    severity=Severity.ERROR,
    title="表里某一列不平：一边各项之和不等于另一边",
    why="印在表里的等式，读者自己加得出来；不平的报告一公布就看得出来，会被要求更正。",
    check=check,
)
