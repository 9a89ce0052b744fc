"""By keyboard alone: a report opened, filled in, mended, saved, built and signed off, and a folder of others collected.

Only keys are pressed. Where a dialog of the system asks for a file, the answer is given to it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desk.browsing import ready
from desk.test_collect_page import EXPECTED, laid_out

MOST_TABS = 400
"""Presses of Tab within which everything must be met: a report has some 150 cells, each text a few buttons."""
EXAMPLE = "孟津区人民政府办公室-2023.yaml"
TABLE = "政府信息公开申请"
IN_SIGHT = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const shown = document.activeElement.closest("label") ?? document.activeElement;
  const place = shown.getBoundingClientRect();
  const [x, y] = [place.left + place.width / 2, place.top + Math.min(place.height, 24) / 2];
  const top = document.elementFromPoint(x, y);
  return top !== null && (shown.contains(top) || top.contains(shown));
}"""


def tab_to(page: Any, selector: str, back: bool = False) -> None:
    """Tab, as often as it takes, and never out of sight."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("document.activeElement !== document.body"):
            assert page.evaluate(IN_SIGHT), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"not reached by keyboard: {selector}")


def chosen(page: Any, selector: str, file: Path) -> None:
    """A file, or a folder, given to the dialog that a key opens."""
    tab_to(page, selector)
    with page.expect_file_chooser() as asked:
        page.keyboard.press("Enter")
    asked.value.set_files(file)


def downloaded(page: Any, selector: str) -> str:
    """The name of what a button gives."""
    tab_to(page, selector)
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    return str(waiting.value.suggested_filename)


def test_a_report_is_opened_filled_in_mended_saved_built_and_signed_off(
    open_page: Any, examples: Path, tmp_path: Path
) -> None:
    file = tmp_path / EXAMPLE
    text = (examples / EXAMPLE).read_text("utf-8")
    file.write_text(text.replace("{自然人: 18,", "{自然人: ,", 1), "utf-8")
    page = open_page()
    tab_to(page, "li button")
    page.keyboard.press("Enter")
    page.locator('[data-count="pending"]').wait_for()
    ready(page)
    assert page.locator('[data-count="pending"]').inner_text() == "1"

    tab_to(page, f'[data-path="{TABLE}.本年新收.商业企业"]')
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("十八")
    page.keyboard.press("Enter")
    ready(page)
    assert page.locator('[data-count="pending"]').inner_text() == "0"
    assert page.locator('[data-count="error"]').inner_text() == "1"
    page.keyboard.press("Control+z")
    ready(page)
    assert page.locator('[data-count="pending"]').inner_text() == "1"
    page.keyboard.press("Control+y")
    ready(page)

    tab_to(page, '.fold[aria-expanded="false"]')
    page.keyboard.press("Enter")
    tab_to(page, '[data-code="NB103"] .acts button')
    page.keyboard.press("Enter")
    ready(page)
    assert page.locator('[data-count="error"]').inner_text() == "0"
    assert page.locator(f'[data-total="{TABLE}.本年新收"]').inner_text() == "20"
    page.keyboard.press("Control+s")
    page.get_by_text("已保存到").wait_for()
    assert file.read_text("utf-8") == text

    assert downloaded(page, '[data-act="build-docx"]').endswith(".docx")
    assert "核对单" in downloaded(page, '[data-act="signoff"]')
    tab_to(page, ".menu summary")
    page.keyboard.press("Enter")
    assert downloaded(page, '[data-act="record"]').endswith(".json")


def test_a_folder_is_collected(open_page: Any, tmp_path: Path) -> None:
    folder = laid_out(tmp_path / "收")
    page = open_page()
    chosen(page, '[data-collect-file="folder"]', folder)
    page.locator("[data-collect]").wait_for()
    tab_to(page, '[data-act="collect"]')
    page.keyboard.press("Enter")
    page.locator("[data-agency]").first.wait_for()
    ready(page)
    assert page.locator("[data-agency]").count() == len(EXPECTED)
    assert downloaded(page, '[data-act="collect-download"]').endswith(".zip")
    tab_to(page, '[data-act="collect-leave"]', back=True)
    page.keyboard.press("Enter")
    page.locator('[data-act="new"]').wait_for()
