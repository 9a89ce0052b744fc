"""Table 3 over several pages, each with its heads and its 注; 其他处理 as one row of zeros."""

from __future__ import annotations

import random

import pytest
import table_layouts as layouts
from table_layouts import APPLICATIONS, Setting, Tables, lines_of, page, random_tables

from generator.importing.importing import import_published
from generator.pipeline.opening import open_report

NOTE = "注：其他处理中含申请人主动撤回的申请，数字截至12月31日。"
OTHER = "（六）其他处理"


def balanced_without_others() -> Tables:
    """Tables in which 其他处理 is 0 in all its rows."""
    for seed in range(1000):
        tables = random_tables(random.Random(seed))
        if not any(sum(row) for path, row in tables.items() if "其他处理" in path):
            return tables
    raise AssertionError("no such tables")


@pytest.mark.parametrize("setting", [layouts.piped, layouts.tabbed, layouts.spaced])
@pytest.mark.parametrize("cut", [9, 20, 24, 26])
def test_notes_on_every_page_make_nothing_unknown(setting: Setting, cut: int) -> None:
    tables = balanced_without_others()
    lines = lines_of(tables, setting)
    rows = lines[APPLICATIONS.key]
    first = next(at for at, line in enumerate(rows) if OTHER in line)
    rows[first : first + 3] = setting([OTHER], ["0"] * 7)
    heads = rows[:3]
    rows[cut:cut] = [NOTE, "续表", *heads]
    rows.append(NOTE)
    found = import_published("报告.txt", page(lines).encode())
    report = open_report("例.yaml", found.text.encode()).report
    assert report is not None
    assert {path: list(report.figures.rows[path]) for path in tables} == tables
    assert "主动撤回" in found.text
