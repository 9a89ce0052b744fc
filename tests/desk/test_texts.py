"""The text cards: findings underlined, figures put in by name, references as printed, last year's text."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from desk.browsing import at, ready, yaml_of

NAME = "温县人民政府办公室-2023.yaml"
PART = "总体情况"


@pytest.fixture
def page(open_page: Any, examples: Path, tmp_path: Path) -> Any:
    for year in ("2022", "2023"):
        shutil.copy(examples / NAME.replace("2023", year), tmp_path)
    return open_page(NAME)


def card(page: Any, key: str) -> Any:
    return page.locator(f'section.card[aria-label="{key}"]')


def test_what_is_found_is_underlined_where_it_stands(page: Any) -> None:
    field = at(page, PART, "政府信息管理")
    field.fill("𠮷祥里的目录已更新。\n今年办了XX件，请打13800138000。")
    ready(page)
    assert card(page, "政府信息管理").locator(".under u").all_inner_texts() == ["XX", "13800138000"]
    field.fill("今年办了三件。")
    ready(page)
    assert card(page, "政府信息管理").locator(".under").count() == 0


def test_a_figure_is_put_in_by_name_and_looks_like_its_value(page: Any) -> None:
    field = at(page, PART, "政府信息管理")
    field.fill("全年收到件。")
    ready(page)
    field.evaluate("(it) => it.setSelectionRange(4, 4)")
    home = card(page, "政府信息管理")
    home.locator(".insert summary").click()
    home.locator(".insert input").fill("本年新收")
    field.evaluate("(it) => it.setSelectionRange(4, 4)")
    home.get_by_role("button", name="政府信息公开申请 › 本年新收（件） 16", exact=True).click()
    assert "全年收到{{ 本年新收 }}件。" in yaml_of(page)
    reference = home.locator(".reference")
    assert reference.inner_text() == "16"
    reference.click()
    chosen = field.evaluate("(it) => it.value.slice(it.selectionStart, it.selectionEnd)")
    assert chosen == "{{ 本年新收 }}"
    page.locator('[data-act="undo"]').click()
    assert "全年收到件。" in yaml_of(page), "one undo takes back what was put in"


def test_last_years_text_stands_beside(page: Any) -> None:
    home = card(page, "主动公开")
    home.locator(".last-text summary").click()
    assert "2022" in home.locator(".last-text summary").inner_text()
    assert len(home.locator(".last-text p").inner_text()) > 10


def test_the_sheet_to_sign_is_downloaded(page: Any, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    with page.expect_download() as download:
        page.locator('[data-act="signoff"]').click()
    assert download.value.suggested_filename.endswith("核对单.docx")
    assert sorted(tmp_path.iterdir()) == before


def test_nothing_needs_sideways_scrolling(page: Any) -> None:
    for width in (1366, 1024, 390):
        page.set_viewport_size({"width": width, "height": 768})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size({"width": 1366, "height": 768})
    assert page.evaluate("[...document.querySelectorAll('.wide')].every((one) => one.scrollWidth <= one.clientWidth)")
