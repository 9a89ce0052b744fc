"""What the tables say, put into a clerk's words: how a total came about, last year's figure, whether a column balances.

Names of rows are given without their table's key. A figure that is not known is ？, as on a draft.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.culprit import residuals
from generator.editing.page import Page
from generator.form.edition import rows_of
from generator.form.model import FIGURES, Item, Kind, Path
from generator.report.model import Figure, Report, Values

UNKNOWN = "？"


def shown(figure: Figure) -> str:
    """A figure as it is printed."""
    return UNKNOWN if figure is None else f"{figure:f}" if isinstance(figure, Decimal) else str(figure)


def columns_of(item: Item) -> tuple[Item, ...]:
    """The cells of a row, or of the rows in a group; of a single figure itself."""
    row = next((row for _, row in rows_of(item)), item)
    return row.children or (row,)


def has_total(item: Item) -> bool:
    """Whether a row of this item, or its single figures, are added up."""
    return item.total is not None or any(row.total for _, row in rows_of(item))


def values_of(report: Report, path: Path) -> Values | None:
    """The figures of a row, group or single figure; None where there are none."""
    return report.figures.rows.get(path)


def figure_at(report: Report, path: Path) -> Figure:
    """The figure of a row (its total), a group, a cell or a single figure; None also where a row has no total."""
    if values := values_of(report, path):
        item = report.edition.find(path)
        return values[-1] if item and (item.kind in FIGURES or has_total(item)) else None
    values, parent = values_of(report, path[:-1]), report.edition.find(path[:-1])
    keys = [cell.key for cell in columns_of(parent)] if parent else []
    return values[keys.index(path[-1])] if values and path[-1] in keys else None


def sum_in_words(report: Report, path: Path) -> str:
    """How a total is made, 自然人 16 ＋ 商业企业 2 ＝ 18; '' where there is nothing to add yet."""
    item, values = report.edition.find(path), values_of(report, path)
    if item is None or values is None or not has_total(item) or set(values) == {None}:
        return ""
    if item.kind is Kind.GROUP:
        parts = [(child.key, figure_at(report, (*path, child.key))) for child in item.children]
    else:
        parts = [(cell.key, value) for cell, value in zip(item.children, values, strict=False)]
    terms = " ＋ ".join(f"{key} {shown(value)}" for key, value in parts if value != 0)
    return f"{terms or '各项都是 0'} ＝ {shown(values[-1])}"


def last_year(page: Page, path: Path) -> tuple[str, Figure] | None:
    """The year before and its figure at the same place; None without 上年报告."""
    report = page.last_year
    if report is None or report.edition.find(path) is None:
        return None
    return str(report.year or "上年"), figure_at(report, path)


def balances(page: Page) -> Iterator[tuple[Item, Path, str]]:
    """For each balance its table, the row that closes it, and how it stands: ✓, or what is off."""
    for table in page.edition.tables:
        report = page.figures((table.key,))
        if report is None or table.table is None:
            continue
        for balance in table.table.balances:
            off = residuals(report, table, balance)
            closing = (table.key, *balance.right[-1])
            if off is None:
                yield table, closing, "还有数没有填，不能核对平衡"
            elif off:
                listed = "，".join(f"{column} {'多' if d > 0 else '少'} {abs(d)}" for column, d in off.items())
                yield table, closing, f"✗ 不平：{_left_side(report, closing)}比右边{listed}"
            else:
                yield table, closing, "✓ 各列平衡"


def balance_rule(table: Item) -> str:
    """The sentence of the form that states a table's balance."""
    return table.table.balances[0].source.strip("（）") if table.table else ""


def _left_side(report: Report, closing: Path) -> str:
    table = report.edition.find(closing[:1])
    balance = next(b for b in table.table.balances if b.right[-1] == closing[1:]) if table and table.table else None
    return "＋".join(".".join(path) for path in balance.left) if balance else ""
