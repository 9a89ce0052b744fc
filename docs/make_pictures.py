"""Write docs/pictures: the page, a few lines beside what they print, a finding. Real runs; needs a Chromium.

Run with ``make pictures``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from desk.browsing import at, pages_on, ready  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from programs import CHROMIUM, QUIET  # noqa: E402

FOLDER = ROOT / "docs" / "pictures"
EXAMPLE = ROOT / "examples" / "温县人民政府办公室-2023.yaml"
COLOURS = 64
"""Colours of a picture: letters stay sharp and a file stays below 150 KB."""
LINES = """\
机关: 青山县水利局
年度: 2024
总体情况:
  主动公开: 全年公开河道整治、水价调整等信息86条。
  依申请公开: 收到申请{{ 本年新收 }}件，全部按期答复。
主动公开政府信息: {规章: 0, 行政规范性文件: 0, 行政许可: 14, 行政处罚: 3, 行政强制: 0, 行政事业性收费: 0}
政府信息公开申请: {本年新收: {自然人: 5}, 上年结转: 0, 办理结果: {予以公开: {自然人: 5}}, 结转下年度: 0}
行政复议行政诉讼: {行政复议: 0, 未经复议直接起诉: 0, 复议后起诉: 0}
存在的主要问题及改进情况:
  存在的主要问题: 解读形式偏少。
  改进情况: 今年增加图解和短视频。
其他需要报告的事项: {信息处理费: 0}
"""
OTHER_TOPICS = """\
  政府信息管理: 每季度清理一次失效文件。
  政府信息公开平台建设: 网站专栏由办公室专人维护。
  监督保障: 列入年度考核。
"""
_STYLE = (
    "body{margin:0;padding:16px;font:14px/1.6 'Noto Sans CJK SC',sans-serif;background:#f1eee8}"
    "pre{margin:0;padding:14px;background:#fff;border:1px solid #c9c4ba;white-space:pre-wrap;"
    "font:13px/1.7 'Noto Sans Mono CJK SC',monospace}.two{display:grid;grid-template-columns:1fr 1fr;gap:16px}"
    "iframe{width:100%;height:760px;border:1px solid #c9c4ba;background:#fff}"
)


def main() -> None:
    """All three pictures."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as name:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        folder = Path(name)
        _page(browser, folder)
        _lines(browser, folder)
        _finding(browser, folder)
        browser.close()


def _page(browser: Any, folder: Path) -> None:
    """The page on an example in which a figure was typed wrongly."""
    for year in ("2022", "2023"):
        source = EXAMPLE.with_name(EXAMPLE.name.replace("2023", year))
        (folder / source.name).write_bytes(source.read_bytes())
    with pages_on(browser, folder) as opened:
        page = opened(EXAMPLE.name, 1366)
        cell = at(page, "政府信息公开申请", "本年新收", "自然人")
        cell.fill("17")
        ready(page)
        page.locator(".fold").click()
        page.locator('[data-part="三"]').click()
        cell.focus()
        page.wait_for_timeout(300)
        _write("填报.png", page.screenshot())


def _lines(browser: Any, folder: Path) -> None:
    """A few lines of YAML beside the page that they make."""
    file = folder / "水利局.yaml"
    file.write_text(LINES, "utf-8")
    _nianbao("build", str(file), "-t", "html", "-o", str(folder / "成品"))
    html = next((folder / "成品").rglob("*.html")).read_text("utf-8")
    frame = f'<iframe srcdoc="{escape(html)}"></iframe>'
    _shot(browser, "十二行.png", f'<div class="two"><pre>{escape(LINES)}</pre>{frame}</div>', 1366)


def _finding(browser: Any, folder: Path) -> None:
    """What check says of a text that contradicts its table."""
    file = folder / "水利局.yaml"
    wrong = LINES.replace("{{ 本年新收 }}件，全部按期答复。\n", f"８件，全部按期答复。\n{OTHER_TOPICS}")
    file.write_text(wrong, "utf-8")
    told = _nianbao("check", file.name, cwd=folder)
    _shot(browser, "检查.png", f"<pre>$ nianbao check {file.name}\n{escape(told)}</pre>", 900)


def _nianbao(*words: str, cwd: Path = ROOT) -> str:
    run = [sys.executable, "-m", "generator", *words]
    outcome = subprocess.run(run, cwd=cwd, capture_output=True, text=True, timeout=60, check=False, env=_environment())
    return outcome.stdout + outcome.stderr


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}


def _shot(browser: Any, name: str, body: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 200})
    page.set_content(f"<!DOCTYPE html><style>{_STYLE}</style>{body}")
    page.wait_for_timeout(300)
    _write(name, page.screenshot(full_page=True))
    page.close()


def _write(name: str, png: bytes) -> None:
    picture = Image.open(BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    picture.save(FOLDER / name, optimize=True)
    print(name, (FOLDER / name).stat().st_size)


if __name__ == "__main__":
    main()
