"""The clerk's page in a real browser: a report filled in from nothing, by paste, corrected, saved, built."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from desk.browsing import at, begin, pasted, ready, yaml_of

from generator.form import edition_for
from generator.form.edition import rows_of
from generator.pipeline.building import BuildOptions, render_file
from generator.pipeline.exporting import export_file

TABLE = "政府信息公开申请"


def test_every_figure_is_set_and_read_back(open_page: Any, tmp_path: Path) -> None:
    page = open_page()
    begin(page)
    assert page.locator('[data-count="pending"]').inner_text() == "45"
    values: dict[tuple[str, ...], int] = {}
    for table in edition_for(2024).tables:
        for below, row in rows_of(table):
            path = (table.key, *below)
            for cell in [(*path, each.key) for each in row.children] or [path]:
                values[cell] = len(values) % 97
                at(page, *cell).fill(str(values[cell]))
    text = yaml_of(page)
    file = tmp_path / "填.yaml"
    file.write_text(text, "utf-8")
    exported = json.loads(export_file(str(file), "json").content or b"")
    for path, value in values.items():
        node: Any = exported
        for key in path:
            node = node[key]
        assert node == value, path
    for place in page.locator("[data-total]").all():
        keys = place.get_attribute("data-total").split(".")
        assert place.inner_text() == str(total_of(exported, keys)), keys


def total_of(exported: Any, keys: list[str]) -> int:
    """The total of a row, of a group, or of one column of a group."""
    node = exported
    for number, key in enumerate(keys):
        if key not in node:
            assert number == len(keys) - 1
            return int(node["总计"][key])
        node = node[key]
    total = node["总计"]
    return int(total["总计"] if isinstance(total, dict) else total)


def test_one_undo_takes_back_one_cell(open_page: Any) -> None:
    page = open_page()
    begin(page)
    before = yaml_of(page)
    at(page, TABLE, "本年新收", "自然人").press_sequentially("16", delay=150)
    ready(page)
    at(page, TABLE, "本年新收", "商业企业").fill("2")
    assert "本年新收: {自然人: 16, 商业企业: 2," in yaml_of(page)
    page.locator('[data-act="undo"]').click()
    assert "本年新收: {自然人: 16, 商业企业: ," in yaml_of(page)
    page.locator('[data-act="undo"]').click()
    assert yaml_of(page) == before
    page.locator('[data-act="redo"]').click()
    assert "自然人: 16" in yaml_of(page)


def test_a_block_is_pasted_as_it_was_copied(open_page: Any) -> None:
    page = open_page()
    begin(page)
    at(page, TABLE, "本年新收", "自然人").focus()
    pasted(page, "16\t2\t0\t0\t0\t1\n1\t0\t0\t0\t0\t0\n")
    text = yaml_of(page)
    assert "本年新收: {自然人: 16, 商业企业: 2, 科研机构: 0, 社会公益组织: 0, 法律服务机构: 0, 其他: 1}" in text
    assert "上年结转: {自然人: 1, 商业企业: 0" in text
    page.locator('[data-act="undo"]').click()
    assert "自然人: 16" not in yaml_of(page)


def test_what_is_no_figure_stays_as_typed_with_its_finding_and_fix(open_page: Any) -> None:
    page = open_page()
    begin(page)
    at(page, "主动公开政府信息", "行政许可").fill("1,234件")
    assert "行政许可: 1,234件" in yaml_of(page)
    page.locator(".fold").click()
    page.locator('[data-code="NB103"]').get_by_role("button", name="改为 1234").click()
    assert "行政许可: 1234" in yaml_of(page)
    assert at(page, "主动公开政府信息", "行政许可").input_value() == "1234"


def test_an_example_is_changed_saved_and_built_as_the_command_line_does(
    open_page: Any, examples: Path, tmp_path: Path
) -> None:
    name = "温县人民政府办公室-2023.yaml"
    for year in ("2022", "2023"):
        source = examples / name.replace("2023", year)
        (tmp_path / source.name).write_bytes(source.read_bytes())
    page = open_page(name)
    old = (tmp_path / name).read_text("utf-8")
    at(page, "总体情况", "监督保障", "正文").or_(at(page, "总体情况", "监督保障")).first.fill("一段。\n又一段。")
    page.locator('[data-act="save"]').click()
    page.get_by_text("已保存到").wait_for()
    text = (tmp_path / name).read_text("utf-8")
    assert text == yaml_of(page) != old
    with page.expect_download() as download:
        page.locator('[data-act="build-docx"]').click()
    _, native = render_file(str(tmp_path / name), BuildOptions(formats=("docx",)))
    assert download.value.suggested_filename == "温县人民政府办公室2023年政府信息公开工作年度报告.docx"
    assert Path(download.value.path()).read_bytes() == native
    (tmp_path / name).write_text(old, "utf-8")
    at(page, "主动公开政府信息", "行政许可").fill("3")
    page.get_by_text("文件刚刚被别的程序改过").wait_for()
    page.locator('[data-act="save"]').click()
    ready(page)
    assert (tmp_path / name).read_text("utf-8") == old, "somebody else's work is not written over"


def test_a_broken_file_is_mended_in_its_source(open_page: Any, tmp_path: Path) -> None:
    (tmp_path / "坏.yaml").write_text("机关: 甲县水利局\n年度: 2024\n总体情况: {主动公开: 好\n", "utf-8")
    page = open_page("坏.yaml")
    editor = page.locator(".cm-content")
    editor.click()
    page.keyboard.press("Control+End")
    page.keyboard.type("}")
    page.keyboard.press("Tab")
    ready(page)
    page.locator('[data-path="总体情况.主动公开"]').wait_for()
    assert at(page, "总体情况", "主动公开").input_value() == "好"


def test_a_published_report_is_dropped_in(open_page: Any, examples: Path, tmp_path: Path) -> None:
    example = examples / "温县人民政府办公室-2023.yaml"
    _, html = render_file(str(example), BuildOptions(formats=("html",)))
    published = tmp_path / "公布.html"
    published.write_bytes(html or b"")
    page = open_page()
    page.locator('[data-file="open"]').set_input_files(str(published))
    at(page, TABLE, "本年新收", "自然人").wait_for()
    assert at(page, TABLE, "本年新收", "自然人").input_value() == "16"
