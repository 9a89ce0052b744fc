"""The web page as Chromium shows and prints it, beside pictures found right: wide, narrow as on a telephone, on paper.

UPDATE_GOLDEN=1 writes the pictures anew; look at them before committing.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import render_samples
from page_pictures import PAGES, TOLERANCE, check_pages, difference, pictures
from PIL import Image
from programs import CHROMIUM

from generator.document.blocks import Document
from generator.document.compose import compose
from generator.render import html

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="没有安装 Chromium")

WIDTHS = {"web-wide": 1000, "web-narrow": 390}
SCALE = 0.4
"""Of a pixel of the screen, so that its pictures are as coarse as those of paper."""


@pytest.fixture(scope="module")
def stress() -> Document:
    return compose(render_samples.stress(), draft=True)


def shown(browser: Any, page: str, width: int = 1000) -> Image.Image:
    """The whole page as a screen of that width shows it."""
    tab = browser.new_page(viewport={"width": width, "height": 800})
    tab.set_content(page)
    picture = Image.open(io.BytesIO(tab.screenshot(full_page=True))).convert("L")
    tab.close()
    return picture.resize((round(picture.width * SCALE), round(picture.height * SCALE)), Image.Resampling.BOX)


@pytest.mark.parametrize("name", WIDTHS)
def test_the_screen_is_as_agreed(name: str, browser: Any, fullest: Document, tmp_path: Path) -> None:
    check_pages(
        name, [shown(browser, html.render(fullest).decode(), WIDTHS[name])], tmp_path, f"Chromium {browser.version}"
    )


WHERE = """() => [...document.querySelectorAll("h1, h2, h3, p, td, th")].map((each) => {
    const box = each.getBoundingClientRect();
    return [each.tagName + each.innerText, box.top, box.left, box.width, box.height];
})"""
"""What stands where on a page, in px."""
A_PAGE = 4
"""Pixels that a fragment may be shorter or longer than the page: each table differs by less than one."""


def placed(browser: Any, page: str) -> list[tuple[str, float, float, float, float]]:
    tab = browser.new_page(viewport={"width": 1000, "height": 800})
    tab.set_content(page)
    found: list[tuple[str, float, float, float, float]] = tab.evaluate(WHERE)
    tab.close()
    return found


def test_the_fragment_looks_like_the_page(browser: Any, fullest: Document) -> None:
    """Its looks stand on every element, so it needs nothing of the page that it is pasted into but the edges."""
    fragment = html.render(fullest, fragment=True).decode()
    pasted = placed(browser, f'<!DOCTYPE html><body style="margin:2em 0">{fragment}</body>')
    whole = placed(browser, html.render(fullest).decode())
    assert [text for text, *_ in pasted] == [text for text, *_ in whole]
    for (text, top, *sides), (_, there, *others) in zip(pasted, whole, strict=True):
        assert abs(top - there) <= A_PAGE, text
        assert all(abs(one - other) <= 1 for one, other in zip(sides, others, strict=True)), text


def test_what_is_printed_is_as_agreed(browser: Any, stress: Document, tmp_path: Path) -> None:
    page = browser.new_page()
    page.set_content(html.render(stress).decode())
    (tmp_path / "printed.pdf").write_bytes(page.pdf(prefer_css_page_size=True))
    page.close()
    check_pages("web-printed", pictures(tmp_path / "printed.pdf"), tmp_path, f"Chromium {browser.version}")


def test_a_lost_border_and_another_place_would_be_seen(browser: Any, fullest: Document) -> None:
    page = html.render(fullest).decode()
    right = shown(browser, page)
    for old, new in (("border:1px solid #000", "border:1px solid #fff"), ("text-align:right", "text-align:left")):
        assert difference(shown(browser, page.replace(old, new)), right).amount > TOLERANCE


def test_no_figure_is_broken_over_lines_on_a_telephone(browser: Any, fullest: Document) -> None:
    tab = browser.new_page(viewport={"width": 390, "height": 800})
    tab.set_content(html.render(fullest).decode())
    crowded = """cells => cells.filter(cell => {
        const text = document.createRange(); text.selectNodeContents(cell);
        return text.getClientRects().length > 1 || text.getBoundingClientRect().width > cell.clientWidth;
    }).map(cell => cell.textContent)"""
    assert tab.eval_on_selector_all("td", crowded) == []
    tab.close()


@pytest.mark.parametrize("width", [390, 1000])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_the_largest_figures_stay_in_their_cells(browser: Any, width: int, media: str) -> None:
    """A figure that no line of its cell can hold goes on in the next one; it never covers its neighbour."""
    largest = render_samples.fullest()._replace(figures=render_samples.figures(999_999_999))
    tab = browser.new_page(viewport={"width": width, "height": 800})
    tab.emulate_media(media=media)
    tab.set_content(html.render(compose(largest)).decode())
    covering = """cells => cells.filter(cell => {
        const text = document.createRange(); text.selectNodeContents(cell);
        return text.getBoundingClientRect().width > cell.clientWidth;
    }).map(cell => cell.textContent)"""
    assert tab.eval_on_selector_all("td", covering) == []
    tab.close()


def test_no_picture_is_left_over() -> None:
    found = {path.name.rpartition("-")[0] for path in PAGES.glob("web-*.png")}
    assert found == {*WIDTHS, "web-printed"}
