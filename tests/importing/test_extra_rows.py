"""A printed row that the form does not have is named; the form's own rows, misprinted or not, are not called extra."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.document.compose import compose
from generator.importing.importing import import_published
from generator.importing.outcome import Imported
from generator.pipeline.opening import open_report, open_usable
from generator.render import html

EXAMPLE = Path(__file__).parents[2] / "examples" / "孟津区人民政府办公室-2023.yaml"
ORIGINAL = open_usable(str(EXAMPLE)).report
assert ORIGINAL is not None
PAGE = html.render(compose(ORIGINAL)).decode()
ROWS = {
    "二": ("行政强制", "<tr><td>政府集中采购</td><td colspan=3>12</td></tr>"),
    "三": ("四、结转下年度继续办理", "<tr><td colspan=3>五、平均办理时限</td>" + "<td>9</td>" * 7 + "</tr>"),
}


def imported(text: str) -> Imported:
    return import_published("报告.html", text.encode())


def extra(found: Imported) -> list[str]:
    return [doubt.message for doubt in found.doubts if "不在格式里" in doubt.message]


@pytest.mark.parametrize("table", ROWS)
def test_an_extra_row_is_named_and_no_figure_changes(table: str) -> None:
    below, row = ROWS[table]
    start = PAGE.index("</tr>", PAGE.index(below, PAGE.index("<table"))) + len("</tr>")
    found = imported(PAGE[:start] + row + PAGE[start:])
    (said,) = extra(found)
    assert said.startswith(f"表{table}有一行不在格式里，没有导入：")
    assert row.split("</td>")[0].split(">")[-1] in said
    assert f"# 存疑：{said}" in found.text
    report = open_report("例.yaml", found.text.encode()).report
    assert report is not None
    assert ORIGINAL is not None
    assert report.figures == ORIGINAL.figures


@pytest.mark.parametrize("misprint", ["重复申清", "2.重夏申请", "重复申请"])
def test_a_misprinted_row_is_none(misprint: str) -> None:
    assert extra(imported(PAGE.replace("2.重复申请", misprint))) == []


def test_a_report_as_it_should_be_has_none() -> None:
    assert imported(PAGE).doubts == ()
