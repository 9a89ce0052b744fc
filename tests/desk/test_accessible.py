"""No violation that axe finds, filling in and reading, in light and dark, also with everything opened."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from desk.browsing import begin, dropped, ready
from desk.test_collect_page import collected
from desk.test_ledger_page import answer_all, give
from desk.word_files import YAML, reworded, word

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
pytestmark = pytest.mark.skipif(not AXE.is_file(), reason="no Node.js packages here")


def violations(page: Any) -> list[str]:
    """What axe finds, in a line each."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, { iframes: false }).then((r) => r.violations)")
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"][:3]]


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_filling_in_and_reading(open_page: Any, examples: Path, tmp_path: Path, colours: str) -> None:
    name = "温县人民政府办公室-2023.yaml"
    (tmp_path / name).write_bytes((examples / name).read_bytes())
    page = open_page(color_scheme=colours, width=1920)
    assert violations(page) == [], "the start"
    begin(page)
    assert violations(page) == [], "an empty report"
    page.locator(".menu summary").click()
    page.locator('[data-brings="held"]').set_input_files(examples / name)
    page.locator("[data-held]").wait_for()
    page.locator('[data-act="compare"]').click()
    page.locator("[data-held] td").first.wait_for()
    for tab in ("成品", "上年", "原文", "检查结果"):
        page.get_by_role("tab", name=tab).click()
        ready(page)
        assert violations(page) == [], tab
    page.locator('[data-act="read"]').click()
    assert violations(page) == [], "reading"


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_directors_changes_the_ledger_and_collecting(open_page: Any, tmp_path: Path, colours: str) -> None:
    (tmp_path / "林业局-2024.yaml").write_text(YAML, "utf-8")
    page = open_page("林业局-2024.yaml", color_scheme=colours)
    edited = word(reworded(("随办随发", "七日内发布"), ("照常维护", "按季检查"), ("收到申请7件", "收到申请8件")))
    dropped(page, "领导修改.docx", b64decode(edited))
    assert violations(page) == [], "what the file is"
    page.locator('[data-act="revise"]').click()
    page.locator("[data-edit]").first.wait_for()
    assert violations(page) == [], "the edits"
    page.locator('[data-act="let-go"]').click()
    give(page, tmp_path)
    assert violations(page) == [], "the questions"
    answer_all(page)
    page.locator("button[data-counted]").first.click()
    page.locator(".answered").first.evaluate("list => { list.parentElement.open = true; }")
    assert violations(page) == [], "the cases of a figure"
    page.locator('[data-act="ledger-close"]').click()
    page.locator('[data-act="new"]').click()
    assert set(collected(page, tmp_path / "收").values()) > {"good"}
    assert violations(page) == [], "the agencies"
