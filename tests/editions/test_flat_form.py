"""A second form, end to end: its items alone give schema, draft, checks, totals, every output, and reading it back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import flat_form
import pytest
from flat_form import TABLE
from hypothesis import given
from hypothesis import strategies as st
from pages import at, labels

from generator.document.compose import compose
from generator.editing.hover import hover
from generator.editing.page import Page
from generator.findings import Severity
from generator.form.edition import Edition
from generator.form.schema import schema
from generator.importing.importing import import_published
from generator.pipeline.building import BuildOptions, build_file
from generator.pipeline.checking import check_file
from generator.pipeline.comparing import compare_files
from generator.pipeline.exporting import export_file
from generator.pipeline.opening import open_report, open_usable
from generator.pipeline.starting import next_report
from generator.render import docx, html, markdown
from generator.render.formats import FORMATS
from generator.report.model import Report

RENDERERS = {"docx": docx.render, "html": html.render, "md": markdown.render}
TEXT = """\
机关: 青山县人民政府
年度: {year}
网站情况:
  基本情况: {{首页标题: 青山县人民政府, 首页网址: www.qsx.gov.cn, 支持IPv6: 是}}
  访问情况: {{独立用户访问总量: {visitors}, 网站总访问量: 56000}}
  信息发布: {{概况类信息: 3, 政务动态: 40, 信息公开目录: 7}}
  留言办理: {{收到留言数量: 30, 办结留言数量: 29, 按期答复率: {share}, 使用统一平台: {platform}}}
"""
RATE = (TABLE, "留言办理", "按期答复率")
PLATFORM = (TABLE, "留言办理", "使用统一平台")


@pytest.fixture(autouse=True, scope="module")
def flat() -> Iterator[Edition]:
    with flat_form.in_force() as form:
        yield form


def text_of(**values: object) -> str:
    return TEXT.format(**{"year": 2024, "visitors": 1200, "share": "96.7", "platform": "是", **values})


def report_of(text: str) -> Report:
    report = open_report("例.yaml", text.encode()).report
    assert report is not None
    return report


def found_in(text: str) -> list[tuple[str, tuple[object, ...]]]:
    return [(f.code, tuple(f.path)) for f in check_file("例.yaml", data=text.encode()).findings]


def test_the_schema_knows_its_kinds(flat: Edition) -> None:
    made = schema(flat)
    assert made["properties"].keys() == {"机关", "年度", "上年报告", TABLE}
    assert "是" in json.dumps(made, ensure_ascii=False)


def test_a_right_file_has_no_finding_and_a_wrong_one_says_where() -> None:
    assert found_in(text_of()) == []
    assert found_in(text_of(platform="也许")) == [("NB103", PLATFORM)]
    assert ("NB103", RATE) in found_in(text_of(share="近百"))
    assert ("NB105", (TABLE, "访问情况", "独立用户访问总量")) in found_in(text_of(visitors=""))
    assert "NB102" in {code for code, _ in found_in(text_of() + "总体情况: 甲。\n")}


@pytest.mark.parametrize("cut", range(0, len(text_of()), 7))
def test_no_rule_crashes_whatever_is_missing(cut: int) -> None:
    assert "NB900" not in {code for code, _ in found_in(text_of()[:cut])}
    assert "NB900" not in {code for code, _ in found_in(text_of()[:cut] + text_of()[cut + 9 :])}


def test_totals_are_computed_and_figures_are_exact() -> None:
    figures = report_of(text_of(share="96.70")).figures
    assert figures.row((TABLE, "信息发布")) == (50,)
    assert figures.row(RATE) == (Decimal("96.70"),)
    assert figures.words[PLATFORM] == "是"


@pytest.mark.parametrize("suffix", RENDERERS)
def test_its_own_output_is_read_back(suffix: str) -> None:
    report = report_of(text_of())
    found = import_published(f"某.{suffix}", RENDERERS[suffix](compose(report)))
    assert report_of(found.text).figures == report.figures
    assert (report_of(found.text).agency, found.year) == ("青山县人民政府", 2024)
    assert found.doubts == ()


@given(st.integers(0, 10**6), st.decimals(0, 100, places=1), st.sampled_from(["是", "否"]))
def test_whatever_the_figures_are_they_come_back(visitors: int, share: Decimal, platform: str) -> None:
    report = report_of(text_of(visitors=visitors, share=share, platform=platform))
    assert report_of(import_published("某.html", html.render(compose(report))).text).figures == report.figures


def test_a_printed_sum_that_is_wrong_is_told() -> None:
    printed = markdown.render(compose(report_of(text_of()))).decode().replace("| 50 |", "| 51 |")
    (doubt,) = import_published("某.md", printed.encode()).doubts
    assert "51" in doubt.message
    assert "50" in doubt.message


def test_a_cell_of_words_that_holds_something_else_is_left_empty_with_a_doubt() -> None:
    printed = markdown.render(compose(report_of(text_of()))).decode()
    printed = printed.replace("| 使用统一平台 | 是 |", "| 使用统一平台 | 待定 |")
    found = import_published("某.md", printed.encode())
    assert [doubt.path for doubt in found.doubts] == [PLATFORM]
    assert report_of(found.text).figures.words[PLATFORM] is None


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_built_and_holds_what_it_was_made_from(name: str, tmp_path: Path) -> None:
    file = tmp_path / "网站.yaml"
    file.write_text(text_of(), "utf-8")
    built = build_file(str(file), BuildOptions(directory=str(tmp_path), formats=(name,), verify=True))
    assert not built.unlike
    assert [file.suffix for file in tmp_path.iterdir() if file.stem.startswith("青山县")] == [f".{name}"]
    assert not [finding for finding in built.checked.findings if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("to", ["json", "csv", "xlsx", "tsv"])
def test_exports_hold_figures_and_words(to: str) -> None:
    content = export_file("例.yaml", to, text_of().encode()).content
    assert content
    if to != "xlsx":
        assert all(word in content.decode() for word in ("96.7", "50", "www.qsx.gov.cn", "是"))


def test_two_years_are_compared_and_next_years_draft_is_begun(tmp_path: Path) -> None:
    old, new = tmp_path / "甲.yaml", tmp_path / "乙.yaml"
    old.write_text(text_of(), "utf-8")
    new.write_text(text_of(year=2025, visitors=1300, platform="否"), "utf-8")
    compared = compare_files(str(old), str(new)).comparison
    assert [(pair.path[-1], pair.before, pair.after) for pair in compared.figures] == [("独立用户访问总量", 1200, 1300)]
    assert "使用统一平台：否" in str(compared.sections)
    draft = next_report(2026, None, str(tmp_path / "丙.yaml"), open_usable(str(new)))
    assert "机关: 青山县人民政府" in draft
    assert report_of(draft).figures.words[PLATFORM] is None, "a new year's answer is asked, not carried over"


def test_an_editor_completes_and_explains() -> None:
    assert "是" in labels(text_of(platform="¦"))
    assert "信息发布" in labels(text_of() + "  ¦\n") or "信息发布" in labels(text_of().replace("  信息发布", "  ¦#"))
    page = Page("例.yaml", text_of())
    shown = hover(page, at(page.text, "  留言|办理:"))
    assert shown
    assert "公众在网站上的留言" in shown.markdown
    summed = hover(page, at(page.text, "  信息|发布:"))
    assert summed
    assert "50" in summed.markdown
