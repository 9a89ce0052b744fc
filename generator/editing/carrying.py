"""Rows that last year's report says already: 上年结转 is last year's 结转下年度."""

from __future__ import annotations

from generator.editing.figures import columns_of
from generator.editing.page import Page
from generator.form.model import Path
from generator.source.row_writing import row_written


def carried_over(page: Page, path: Path) -> str:
    """What the row at ``path`` must be by last year's report, as it is typed; '' where nothing is known of it."""
    last = page.last_year
    table = page.edition.find(path[:1])
    if last is None or table is None or table.table is None:
        return ""
    for rollover in table.table.rollovers:
        row = page.edition.find(path)
        values = last.figures.rows.get((table.key, *rollover.last))
        if rollover.certain and path[1:] == rollover.place and row and row.children and values and None not in values:
            cells = zip(columns_of(row), values, strict=False)
            return row_written((cell.key, value) for cell, value in cells)
    return ""
