"""Two editions of the form side by side: each report is read, checked and compared by the form of its own year."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import second_edition
from hypothesis import given
from hypothesis import strategies as st
from second_edition import NEW_COLUMN, NEW_ROW, OLD_ROW

from generator.document.compose import compose
from generator.editing.page import Page
from generator.findings import Severity
from generator.form import edition_for, keys
from generator.form.edition import Edition
from generator.importing.importing import import_published
from generator.pipeline.checking import check_file
from generator.pipeline.comparing import compare_files
from generator.pipeline.naming import identity
from generator.pipeline.opening import open_report, open_usable
from generator.pipeline.starting import next_report
from generator.render import docx, html, markdown
from generator.report.model import Report

REFUSED = (keys.APPLICATIONS, keys.RESULTS, "不予处理")
RENDERERS = {"docx": docx.render, "html": html.render, "md": markdown.render}

REPORT = """\
机关: 某县教育局
年度: {year}
{last}
总体情况: |
  {year}年，工作平稳。
主动公开政府信息:
  规章: 0
  行政规范性文件: 0
  行政许可: 0
  行政处罚: 0
  行政强制: 0
  行政事业性收费: 0
政府信息公开申请:
  本年新收: {{自然人: 5, {more}其他: 1}}
  上年结转: {carried}
  办理结果:
    予以公开: {{自然人: 3, {more}其他: 1}}
    部分公开: 0
    不予公开: 0
    无法提供: 0
    不予处理: {{{row}: {{自然人: 2}}}}
    其他处理: 0
  结转下年度: {carried_out}
行政复议行政诉讼: {{行政复议: 0, 未经复议直接起诉: 0, 复议后起诉: 0}}
存在的主要问题及改进情况: |
  问题是解读偏少，明年改进。
其他需要报告的事项:
  信息处理费: 0
"""


@pytest.fixture(autouse=True, scope="module")
def both_editions() -> Iterator[Edition]:
    with second_edition.in_force() as second:
        yield second


def text_of(year: int, **words: str) -> str:
    own = {"row": NEW_ROW, "more": f"{NEW_COLUMN}: 2, "} if year >= second_edition.FIRST_YEAR else {}
    known = {"row": OLD_ROW, "more": "", "last": "", "carried": "0", "carried_out": "0", **own, **words}
    return REPORT.format(year=year, **known)


def report_of(text: str) -> Report:
    report = open_report("例.yaml", text.encode()).report
    assert report is not None
    return report


def errors(text: str) -> list[tuple[str, tuple[object, ...]]]:
    found = check_file("例.yaml", data=text.encode()).findings
    return [(finding.code, tuple(finding.path)) for finding in found if finding.severity is Severity.ERROR]


def test_each_year_has_its_own_edition(both_editions: Edition) -> None:
    assert edition_for(2024).first_year == 2021
    assert edition_for(2025) is edition_for(2026) is both_editions
    assert edition_for(2019).first_year == 2021


def test_both_years_are_right_each_in_its_own_form() -> None:
    assert errors(text_of(2024)) == errors(text_of(2025)) == []
    assert report_of(text_of(2025)).figures.row((keys.APPLICATIONS, keys.RECEIVED)) == (5, 0, 0, 0, 0, 2, 1, 8)


@pytest.mark.parametrize(("year", "row", "more"), [(2024, NEW_ROW, ""), (2025, OLD_ROW, f"{NEW_COLUMN}: 2, ")])
def test_the_other_years_row_is_an_unknown_key(year: int, row: str, more: str) -> None:
    assert ("NB102", (*REFUSED, row)) in errors(text_of(year, row=row, more=more))


def test_the_other_years_column_is_an_unknown_key() -> None:
    found = errors(text_of(2024, more=f"{NEW_COLUMN}: 2, "))
    assert ("NB102", (keys.APPLICATIONS, keys.RECEIVED, NEW_COLUMN)) in found


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
@pytest.mark.parametrize("suffix", RENDERERS)
def test_a_published_report_is_read_by_the_form_of_its_year(year: int, suffix: str) -> None:
    report = report_of(text_of(year))
    found = import_published(f"某局.{suffix}", RENDERERS[suffix](compose(report)))
    again = report_of(found.text)
    assert found.year == year
    assert again.edition is report.edition
    assert again.figures == report.figures
    assert not [doubt for doubt in found.doubts if doubt.confidence < 0.9]


counts = st.lists(st.integers(0, 40), min_size=7, max_size=7)


@given(counts, counts)
def test_figures_of_a_new_column_come_back(received: list[int], carried: list[int]) -> None:
    columns = [*report_of(text_of(2025)).edition.find((keys.APPLICATIONS, keys.RECEIVED)).by_key]  # type: ignore[union-attr]
    row = "{" + ", ".join(f"{key}: {value}" for key, value in zip(columns, received, strict=True)) + "}"
    text = text_of(2025, carried="{" + ", ".join(f"{k}: {v}" for k, v in zip(columns, carried, strict=True)) + "}")
    text = text.replace(f"本年新收: {{自然人: 5, {NEW_COLUMN}: 2, 其他: 1}}", f"本年新收: {row}")
    report = report_of(text)
    assert report_of(import_published("某局.html", html.render(compose(report))).text).figures == report.figures


def test_last_years_report_is_read_in_last_years_form(tmp_path: Path) -> None:
    """Column by column what was carried out last year came in; the column that was not there is not compared."""
    before, after = tmp_path / "2024.yaml", tmp_path / "2025.yaml"
    before.write_text(text_of(2024, carried="{自然人: 3}", carried_out="{自然人: 3}"), encoding="utf-8")
    last = f"上年报告: {before.name}"
    after.write_text(text_of(2025, last=last, carried="{自然人: 3}", carried_out="{自然人: 3}"), encoding="utf-8")
    assert not {f.code for f in check_file(str(after)).findings} & {"NB107", "NB401", "NB900"}
    after.write_text(text_of(2025, last=last, carried="{自然人: 4}", carried_out="{自然人: 4}"), encoding="utf-8")
    found = [f for f in check_file(str(after)).findings if f.code == "NB401"]
    assert [finding.path[-1] for finding in found] == ["自然人"]
    assert NEW_COLUMN not in found[0].hint


def test_two_years_side_by_side(tmp_path: Path) -> None:
    before, after = tmp_path / "2024.yaml", tmp_path / "2025.html"
    before.write_text(text_of(2024), encoding="utf-8")
    after.write_bytes(html.render(compose(report_of(text_of(2025)))))
    figures = {pair.path: pair for pair in compare_files(str(before), str(after)).comparison.figures}
    received = figures[(keys.APPLICATIONS, keys.RECEIVED, NEW_COLUMN)]
    assert (received.before, received.after, received.place) == (None, 2, f"表三“本年新收”{NEW_COLUMN}")
    gone, come = (figures[(*REFUSED, row, "自然人")] for row in (OLD_ROW, NEW_ROW))
    assert (gone.before, gone.after, gone.place) == (2, None, f"表三“不予处理.{OLD_ROW}”自然人")
    assert (come.before, come.after, come.place) == (None, 2, f"表三“不予处理.{NEW_ROW}”自然人")
    assert (keys.APPLICATIONS, keys.RECEIVED, "自然人") not in figures


def test_an_editor_knows_the_year_before_the_rest_can_be_read() -> None:
    broken = "机关: 某县教育局\n年度: {year}\n政府信息公开申请: {{本年新收: [\n"
    assert Page("例.yaml", broken.format(year=2024)).edition.first_year == 2021
    assert Page("例.yaml", broken.format(year=2025)).edition.first_year == 2025


def test_a_slip_on_a_row_of_either_year_is_one_slip() -> None:
    for year, row in ((2024, OLD_ROW), (2025, NEW_ROW)):
        slipped = text_of(year).replace(f"{{{row}: {{自然人: 2}}}}", f"{{{row}：{{自然人: 2}}}}")
        assert {code for code, _ in errors(slipped)} == {"NB003"}, year


def test_a_file_is_named_by_its_own_edition() -> None:
    assert identity(text_of(2025).replace("年度: 2025", "年度: '2025'").encode()) == ("某县教育局", 2025)


def test_next_years_draft_is_of_the_new_form(tmp_path: Path) -> None:
    """What was carried out is carried in, by columns; the new row and column are there, the old row is not."""
    last = tmp_path / "2024.yaml"
    last.write_text(text_of(2024, carried="{自然人: 3}", carried_out="{自然人: 3}"), encoding="utf-8")
    draft = next_report(2025, None, str(tmp_path / "2025.yaml"), open_usable(str(last)))
    assert "上年结转: {自然人: 3}" in draft
    assert f"{NEW_ROW}:" in draft
    assert f"{OLD_ROW}:" not in draft
    assert NEW_COLUMN in draft
