"""Two years side by side in one table: the report's own year is read, the other is named, nothing is taken from it."""

from __future__ import annotations

import random
import re

import permuted_tables as permuted
import pytest
import table_layouts as layouts
from complete import complete, report_of

from generator.document.compose import compose
from generator.importing.importing import import_published
from generator.importing.outcome import Imported
from generator.pipeline.opening import open_report
from generator.render import html, markdown

THIS, LAST = (layouts.random_tables(random.Random(seed), busy=0.6) for seed in (1, 2))


def _cells(row: list[permuted.Spanned]) -> tuple[list[permuted.Spanned], list[permuted.Spanned]]:
    """A row's labels and its figures."""
    figures = [cell for cell in row if cell[0].isdigit()]
    return [cell for cell in row if cell not in figures], figures


def page(years: tuple[str, str], first: layouts.Tables, second: layouts.Tables) -> bytes:
    """A page whose table 3 has the figures of both, each below its year."""
    shown = [permuted.grids(tables, random.Random(3)) for tables in (first, second)]
    one, other = (grids[layouts.APPLICATIONS.key] for grids in shown)
    rows: permuted.Grid = [[("年度", 1, 1), (years[0], 7, 1), (years[1], 7, 1)]]
    for number, (row, more) in enumerate(zip(one, other, strict=True)):
        labels, figures = _cells(row)
        rows.append([*labels, *figures, *(_cells(more)[1] or more[number == 0 :])])
    return permuted.as_html({**shown[0], layouts.APPLICATIONS.key: rows})


def wrong(found: Imported) -> tuple[int, int]:
    """How many figures of table 3 are not this year's, and how many are empty."""
    report = open_report("例.yaml", found.text.encode()).report
    assert report is not None
    rows = {path: row for path, row in report.figures.rows.items() if path in THIS and "申请" in path[0]}
    pairs = [pair for path, row in rows.items() for pair in zip(row, THIS[path], strict=True)]
    return sum(a is not None and a != b for a, b in pairs), sum(a is None for a, _ in pairs)


@pytest.mark.parametrize("is_first", [True, False])
def test_the_report_s_year_is_read(is_first: bool) -> None:
    years = ("2023年", "2022年度") if is_first else ("2022年", "2023年")
    data = page(years, *((THIS, LAST) if is_first else (LAST, THIS)))
    found = import_published("报告.html", data)
    assert wrong(found) == (0, 0)
    assert any("只读2023年的各列，没有读2022年的" in doubt.message and not doubt.proven for doubt in found.doubts)


def test_without_years_nothing_is_taken_of_either() -> None:
    data = re.sub("202[23]年(?=</td>)", "数量", page(("2023年", "2022年"), THIS, LAST).decode()).encode()
    assert wrong(import_published("报告.html", data))[0] == 0


PROACTIVE = "主动公开政府信息"
ROW = "行政规范性文件: {本年制发: %s, 本年废止: %s, 现行有效: %s}, 行政许可: %s, 行政处罚: %s"
LIKE_YEARS = [(2022, 2023, 4045, 2023, 2022), (2023, 2022, 2021, 0, 2023), (0, 2022, 2023, 1, 2)]


@pytest.mark.parametrize("figures", LIKE_YEARS)
@pytest.mark.parametrize("name", ["报告.html", "报告.md"])
def test_figures_that_look_like_years_are_figures(name: str, figures: tuple[int, ...]) -> None:
    rows = f"{{规章: 0, {ROW % figures}, 行政强制: 0, 行政事业性收费: 0}}"
    report = report_of(complete(f"{PROACTIVE}: {rows}\n"))
    render = html.render if name.endswith("html") else markdown.render
    found = import_published(name, render(compose(report)))
    assert report_of(found.text).figures == report.figures
    assert found.doubts == ()
