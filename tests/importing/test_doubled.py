"""Last year's table and this year's in one stream of rows, with nothing between that parts them: none is mixed."""

from __future__ import annotations

import random

import table_layouts as layouts

from generator.importing.importing import import_published
from generator.pipeline.opening import open_report


def test_rows_named_twice_with_other_figures_are_left_empty() -> None:
    this, last = (layouts.random_tables(random.Random(seed), busy=0.6) for seed in (1, 2))
    lines = layouts.page(layouts.lines_of(this, layouts.spaced)).split("\n")
    rows = layouts.lines_of(last, layouts.spaced)[layouts.APPLICATIONS.key][-20:]
    at = lines.index(layouts.REVIEWS.heading)
    found = import_published("报告.txt", "\n".join([*lines[:at], *rows, *lines[at:]]).encode())
    report = open_report("例.yaml", found.text.encode()).report
    assert report is not None
    table = {path: row for path, row in report.figures.rows.items() if path[0] == layouts.APPLICATIONS.key}
    assert all(value is None for row in table.values() for value in row)
    (doubt,) = [doubt for doubt in found.doubts if doubt.path[0] == layouts.APPLICATIONS.key]
    assert "印了两次，数字不同" in doubt.message


def test_two_rows_of_reviews_with_other_figures_are_left_empty() -> None:
    this, last = (layouts.random_tables(random.Random(seed), busy=0.6) for seed in (1, 2))
    lines = layouts.page(layouts.lines_of(this, layouts.spaced)).split("\n")
    row = layouts.lines_of(last, layouts.spaced)[layouts.REVIEWS.key][-1]
    at = lines.index(layouts.EDITION.parts[4].heading)
    found = import_published("报告.txt", "\n".join([*lines[:at], row, *lines[at:]]).encode())
    report = open_report("例.yaml", found.text.encode()).report
    assert report is not None
    table = {path: row for path, row in report.figures.rows.items() if path[0] == layouts.REVIEWS.key}
    assert all(value is None for row in table.values() for value in row)
