"""The fragment pasted into web sites: under style sheets as content systems have them, and with every style removed.

Places are compared with those of the page itself, as Chromium lays both out.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from programs import CHROMIUM

from generator.document.blocks import Document
from generator.render import html

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="没有安装 Chromium")

RESET = """
html, body, div, h1, h2, h3, p, table, td, th { margin: 0; padding: 0; }
body { font: 12px/1.5 "Microsoft YaHei", Arial, sans-serif; color: #333; background: #f5f5f5; word-spacing: 2px; }
h1, h2, h3 { font-size: 100%; font-weight: bold; color: #c00; border-left: 3px solid #c00; }
table { border-collapse: collapse; border-spacing: 0; font-size: 12px; }
td, th { border: 0; }
"""
"""A portal of a city: everything reset, headings in the site's colour."""
EDITOR = """
.view p { font-size: 14px; line-height: 28px; text-indent: 0; margin: 10px 0; text-align: left; font-family: Arial; }
.view table { width: auto; margin: 0 auto; table-layout: auto; border: 1px solid #ddd; }
.view td { background: #eef5fc; padding: 15px; font-size: 12px; white-space: nowrap; text-align: left; height: 40px; }
.view th { background: #06c; color: #fff; padding: 15px; font-weight: bold; text-transform: uppercase; }
.view tr:nth-child(even) td { background: #fafafa; }
.view tr:hover td { background: #ffc; }
.view h2 { font-size: 24px; text-align: center; letter-spacing: 3px; }
"""
"""The class that an editor of a content system puts around what is pasted."""
FRAMEWORK = """
*, *::before, *::after { box-sizing: border-box; }
p { margin: 0 0 1rem; font-size: 1.1rem; }
h1, h2, h3 { margin: .5rem 0; font-weight: 500; line-height: 1.2; font-family: inherit; }
table { width: 100%; max-width: 100%; caption-side: bottom; background-color: transparent; }
th { text-align: inherit; text-align: -webkit-match-parent; }
td, th { padding: .75rem; vertical-align: top; border-top: 1px solid #dee2e6; }
.table-striped tbody tr:nth-of-type(odd) { background-color: rgba(0, 0, 0, .05); }
body { font-size: 16px; line-height: 1.5; text-align: start; letter-spacing: 1px; }
"""
"""A framework of the kind that newer sites are built on."""
SITES = {"reset": RESET, "editor": EDITOR, "framework": FRAMEWORK}
SEEN = """() => [...document.querySelectorAll("h1, h2, h3, p, td, th")].map((each) => {
    const box = each.getBoundingClientRect(), style = getComputedStyle(each);
    const border = style.borderTopWidth + style.borderTopStyle;
    const looks = [style.fontSize, style.fontFamily, style.fontWeight, style.color, style.backgroundColor, border];
    return [each.innerText, looks.join(" "), box.left, box.width, box.height];
})"""
"""What each block says, how it looks, where it stands from the left and how large it is, in px."""
FOUND_BARE = """() => [...document.querySelectorAll("table")].map((each) => {
    const box = each.rows[0].cells[0], style = getComputedStyle(box);
    return [each.rows.length, style.borderTopStyle, parseFloat(style.borderTopWidth)];
})"""


def pasted(browser: Any, fragment: str, style: str, script: str = SEEN) -> list[tuple[Any, ...]]:
    tab = browser.new_page(viewport={"width": 1000, "height": 800})
    head = f"<!DOCTYPE html><html><head><style>{style}</style></head>"
    tab.set_content(f"{head}<body><div class='view'>{fragment}</div></body></html>")
    found: list[tuple[Any, ...]] = [tuple(one) for one in tab.evaluate(script)]
    tab.close()
    return found


@pytest.mark.parametrize("site", SITES)
def test_under_a_sites_styles_every_block_looks_and_stands_as_by_itself(
    site: str, browser: Any, fullest: Document
) -> None:
    fragment = html.render(fullest, fragment=True).decode()
    alone = pasted(browser, fragment, "body { margin: 0; }")
    there = pasted(browser, fragment, f"{SITES[site]} body {{ margin: 0; padding: 0; }}")
    assert len(alone) == len(there) > 100
    for (text, looks, *box), (_, looks_there, *box_there) in zip(alone, there, strict=True):
        assert looks_there == looks, text
        assert all(abs(one - other) <= 1 for one, other in zip(box, box_there, strict=True)), (text, box, box_there)


def test_with_every_style_removed_tables_have_lines_and_nothing_is_said_twice(browser: Any, fullest: Document) -> None:
    fragment = html.render(fullest, fragment=True).decode()
    bare = re.sub(r'\s(?:style|class)="[^"]*"', "", fragment)
    assert "style=" not in bare
    tables = pasted(browser, bare, "", FOUND_BARE)
    assert len(tables) == 3
    assert all(style != "none" and width >= 1 for _, style, width in tables)
    texts = [text for text, *_ in pasted(browser, bare, "")]
    headings = [text for text in texts if re.match("[一二三四五六]、", text)]
    assert len(headings) == len(set(headings))
