"""What scripts outside rely on: every mark of the page is there, at once, and says what it should."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from desk.browsing import at, begin, pasted, ready, yaml_of

from generator.form import edition_for
from generator.form.edition import rows_of

TABLE = "政府信息公开申请"
NAME = "温县人民政府办公室-2023.yaml"


@pytest.fixture
def example(open_page: Any, examples: Path, tmp_path: Path) -> Any:
    for year in ("2022", "2023"):
        name = NAME.replace("2023", year)
        (tmp_path / name).write_bytes((examples / name).read_bytes())
    return open_page(NAME)


def attributes(page: Any, name: str) -> list[str]:
    found: list[str] = page.evaluate(f"[...document.querySelectorAll('[{name}]')].map((e) => e.getAttribute('{name}'))")
    return found


def test_every_mark_is_there_once(example: Any, tmp_path: Path) -> None:
    edition = edition_for(2023)
    paths = attributes(example, "data-path")
    assert len(paths) == len(set(paths))
    for table in edition.tables:
        for below, row in rows_of(table):
            cells = [(*below, cell.key) for cell in row.children] or [below]
            assert {".".join((table.key, *cell)) for cell in cells} <= set(paths)
    assert {"机关", "年度", "引言", "标题", "总体情况.主动公开", "其他需要报告的事项.信息处理费.收费通知件数"} <= set(
        paths
    )
    assert {f"{TABLE}.本年新收", f"{TABLE}.办理结果", f"{TABLE}.办理结果.自然人"} <= set(
        attributes(example, "data-total")
    )
    assert attributes(example, "data-balance") == [
        "自然人",
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
    ]
    assert attributes(example, "data-count") == ["pending", "error", "warning"]
    assert attributes(example, "data-part") == [*"一二三四五六"]
    acts = attributes(example, "data-act")
    wanted = "save undo redo fill-zeros build-docx build-html build-md open new next"
    assert set(wanted.split()) <= set(acts)
    assert len([one for one in acts if one != "fill-zeros"]) == len({*acts} - {"fill-zeros"})
    assert attributes(example, "data-file") == ["open"]
    assert attributes(example, "data-code") == ["NB205"], "also while they are folded away"
    assert yaml_of(example) == (tmp_path / NAME).read_text("utf-8")
    assert example.evaluate("window.nianbao.ready instanceof Promise")


def test_undo_takes_back_one_cell_one_paste_one_text_by_keyboard_too(open_page: Any) -> None:
    page = open_page()
    begin(page)
    first = yaml_of(page)
    cell = at(page, TABLE, "本年新收", "自然人")
    cell.fill("7")
    second = yaml_of(page)
    page.keyboard.press("Control+z")
    assert (yaml_of(page), cell.input_value()) == (first, "")
    page.keyboard.press("Control+y")
    assert (yaml_of(page), cell.input_value()) == (second, "7")
    text = at(page, "总体情况", "主动公开")
    text.press_sequentially("今年公开了", delay=120)
    third = yaml_of(page)
    text.blur()
    text.focus()
    text.press_sequentially("很多。", delay=120)
    assert "今年公开了很多。" in yaml_of(page)
    page.keyboard.press("Control+z")
    assert yaml_of(page) == third
    at(page, TABLE, "上年结转", "自然人").focus()
    pasted(page, "1\t2\t3\n4\t5\t6")
    assert "上年结转: {自然人: 1, 商业企业: 2, 科研机构: 3" in yaml_of(page)
    page.locator('[data-act="undo"]').click()
    assert yaml_of(page) == third
    page.locator('[data-act="undo"]').click()
    assert yaml_of(page) == second


def test_zeros_by_button_leave_what_a_person_must_know(open_page: Any) -> None:
    page = open_page()
    begin(page)
    at(page, TABLE, "办理结果", "予以公开", "自然人").focus()
    page.locator(f'[data-act="fill-zeros"][data-place="{TABLE}"]').click()
    ready(page)
    assert at(page, TABLE, "办理结果", "部分公开", "其他").input_value() == "0"
    for row in ("本年新收", "上年结转", "结转下年度"):
        assert at(page, TABLE, row, "自然人").input_value() == ""
    page.locator('[data-act="undo"]').click()
    ready(page)
    assert at(page, TABLE, "办理结果", "部分公开", "其他").input_value() == ""


def test_zeros_by_keyboard_fill_the_row_and_keep_what_is_typed(open_page: Any) -> None:
    page = open_page()
    begin(page)
    at(page, TABLE, "本年新收", "自然人").focus()
    page.keyboard.type("12")
    page.keyboard.press("Alt+0")
    assert "本年新收: {自然人: 12, 商业企业: 0, 科研机构: 0" in yaml_of(page)
    page.keyboard.press("Control+z")
    assert "本年新收: {自然人: 12, 商业企业: , 科研机构: ," in yaml_of(page)


@pytest.mark.parametrize("form", ["docx", "html", "md"])
def test_build_starts_a_download_and_writes_nothing(example: Any, form: str, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    with example.expect_download() as download:
        example.locator(f'[data-act="build-{form}"]').click()
    assert download.value.suggested_filename == f"温县人民政府办公室2023年政府信息公开工作年度报告.{form}"
    assert sorted(tmp_path.iterdir()) == before


def test_the_rail_scrolls_and_all_parts_stay_fillable(open_page: Any) -> None:
    page = open_page()
    begin(page)
    page.locator('[data-part="五"]').click()
    assert at(page, "存在的主要问题及改进情况", "改进情况").is_visible()
    for path in (
        ["主动公开政府信息", "行政许可"],
        ["总体情况", "依申请公开"],
        ["行政复议行政诉讼", "行政复议", "结果维持"],
    ):
        at(page, *path).fill("0")
    assert "行政许可: 0" in yaml_of(page)
