"""No violation that axe finds, filling in and reading, in light and dark, also with everything opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from desk.browsing import begin, ready

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
