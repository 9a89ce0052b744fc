"""The form's balances and the carry-over from last year, each column with its figures and whether it holds."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.document.figures import figure_text
from generator.form.model import Balance, Item, Path, Rollover
from generator.report.model import Figure, Report

HOLDS, FAILS, UNKNOWN = "相等", "不相等", "有数没有读出，不能核对"


class BalanceLine(NamedTuple):
    """One equation in words: its name, its columns with figures that are not all 0, and what came of it."""

    name: str
    figures: str
    outcome: str


def balance_lines(report: Report) -> Iterator[BalanceLine]:
    """Each balance of the tables, then each carry-over from last year's report where there is one."""
    for part in report.edition.tables:
        for balance in part.table.balances if part.table else ():
            yield _balance(report, part, balance)
    for part in report.edition.tables:
        for rollover in part.table.rollovers if part.table and report.last_year else ():
            if rollover.certain:
                yield _rollover(report, part, rollover)


def _balance(report: Report, part: Item, balance: Balance) -> BalanceLine:
    sides = [[report.figures.rows[(part.key, *path)] for path in side] for side in (balance.left, balance.right)]
    columns = _columns(part, (part.key, *balance.left[0]))
    name = "＝".join("＋".join(_said(path) for path in side) for side in (balance.left, balance.right))
    shown, states = [], set()
    for at, column in enumerate(columns):
        left, right = ([row[at] for row in rows] for rows in sides)
        states.add(_state(left, right))
        if any(left) or any(right) or None in (*left, *right):
            shown.append(f"{column} {_sum(left)}＝{_sum(right)}")
    return BalanceLine(f"表{part.number} {name}", "；".join(shown) or "都是 0", _worst(states))


def _rollover(report: Report, part: Item, rollover: Rollover) -> BalanceLine:
    assert report.last_year is not None, "only where there is last year's report"
    now = report.figures.rows[(part.key, *rollover.place)]
    before = report.last_year.figures.rows.get((part.key, *rollover.last), (None,) * len(now))
    columns = _columns(part, (part.key, *rollover.place))
    shown, states = [], set()
    for column, one, other in zip(columns, now, before, strict=False):
        states.add(_state([one], [other]))
        if one or other or None in (one, other):
            shown.append(f"{column} {figure_text(one)}＝{figure_text(other)}")
    name = f"表{part.number} {_said(rollover.place)}＝上年{_said(rollover.last)}"
    return BalanceLine(name, "；".join(shown) or "都是 0", _worst(states))


def _columns(part: Item, path: Path) -> list[str]:
    item = part.at(path[1:])
    while not item.by_key or item.children[0].children:
        item = item.children[0]
    return [*(child.label or child.key for child in item.children), *([item.total.label] if item.total else [])]


def _said(path: Path) -> str:
    return path[-1]


def _state(left: list[Figure], right: list[Figure]) -> str:
    if None in left or None in right:
        return UNKNOWN
    return HOLDS if _known(left) == _known(right) else FAILS


def _known(figures: list[Figure]) -> int | Decimal:
    return sum(figure for figure in figures if figure is not None)


def _worst(states: set[str]) -> str:
    return next((state for state in (FAILS, UNKNOWN) if state in states), HOLDS)


def _sum(figures: list[Figure]) -> str:
    return "＋".join(map(figure_text, figures))
