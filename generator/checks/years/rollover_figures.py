"""Last year's figures in the new draft: carried over where they must be equal, shown where they need not be."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.years.comparing import figure
from generator.form.model import Item, Path, Rollover
from generator.report.model import Report, Values
from generator.source.row_writing import row_written


def rows(report: Report) -> dict[Path, str]:
    """The rows that must be last year's, in YAML, by path; those of which a figure is not known are left out."""
    found = {}
    for table, rule in _rules(report):
        row = report.edition.find((table, *rule.place))
        values = report.figures.rows.get((table, *rule.last))
        if rule.certain and row is not None and values is not None and None not in values:
            found[(table, *rule.place)] = _written(row, values)
    return found


def figures(report: Report) -> dict[Path, str]:
    """Figures that this year's grow from, each with its unit, by path: to be seen beside the empty place."""
    found = {}
    for table, rule in _rules(report):
        item = report.edition.find((table, *rule.last))
        value = figure(report, (table, *rule.last))
        if not rule.certain and item is not None and value is not None:
            found[(table, *rule.place)] = f"{value} {item.unit}"
    return found


def _rules(report: Report) -> Iterator[tuple[str, Rollover]]:
    for part in report.edition.tables:
        for rule in part.table.rollovers if part.table else ():
            yield part.key, rule


def _written(row: Item, values: Values) -> str:
    return row_written(zip(row.by_key, values, strict=False))
