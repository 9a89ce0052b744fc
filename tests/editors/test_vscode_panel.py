"""The page of VS Code's preview panel, in a real Chromium: it shows the running preview, and no other page."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from programs import CHROMIUM, QUIET

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "editors" / "vscode"
ESBUILD = HERE / "node_modules" / ".bin" / "esbuild"
PANEL = "http://127.0.0.1:9/panel"
"""Stands for the panel's own origin; Playwright answers there."""


@pytest.fixture(scope="module")
def chromium() -> str:
    pytest.importorskip("playwright", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    if not ESBUILD.exists() or shutil.which("node") is None:
        pytest.skip("the extension's packages are not installed: .ci/tools")
    return CHROMIUM


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A running preview of an example."""
    report = next((ROOT / "examples").glob("孟津*.yaml"))
    command = [sys.executable, "-m", "generator", "preview", "--no-open", str(report)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as preview:
        assert preview.stdout is not None
        yield preview.stdout.readline().strip()
        preview.terminate()


@pytest.fixture(scope="module")
def panel(chromium: str, address: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The panel's HTML, made by the extension's own code."""
    module = tmp_path_factory.mktemp("panel") / "page.mjs"
    subprocess.run([ESBUILD, HERE / "src/preview/page.ts", "--format=esm", f"--outfile={module}"], check=True)
    ask = f"import({str(module)!r}).then((page) => console.log(page.framePage({address!r}, 'abc')))"
    return subprocess.run(["node", "-e", ask], capture_output=True, encoding="utf-8", check=True).stdout


def shown(chromium: str, html: str, address: str) -> tuple[str, list[str]]:
    """The text in the panel's frame, and what the browser complained about.

    The preview lets VS Code's own schemes frame it, which only VS Code has: here that one rule of its is taken away.
    """
    from playwright.sync_api import Error, Route, sync_playwright

    def without_ancestors(route: Route) -> None:
        answer = route.fetch()
        policy = answer.headers["content-security-policy"].partition("; frame-ancestors")[0]
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    complaints: list[str] = []
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=QUIET)
        page = browser.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.route(PANEL, lambda route: route.fulfill(body=html, content_type="text/html"))
        page.route(address, without_ancestors)
        page.goto(PANEL)
        try:
            shown_report = page.frame_locator("iframe")
            shown_report.locator("[data-code]").first.wait_for(state="attached", timeout=10_000)
            text = shown_report.locator("body").inner_text()
        except Error:
            text = ""
        browser.close()
    return text, complaints


def test_the_panel_shows_the_preview(chromium: str, panel: str, address: str) -> None:
    text, complaints = shown(chromium, panel, address)
    assert "孟津" in text
    assert "检查结果" in text
    assert not [each for each in complaints if "frame-src" in each or "style-src" in each]


def test_the_panel_shows_no_other_page(chromium: str, panel: str, address: str) -> None:
    elsewhere = panel.replace(f'<iframe src="{address}"', '<iframe src="http://127.0.0.1:9/elsewhere"')
    _, complaints = shown(chromium, elsewhere, address)
    assert any("frame-src" in each for each in complaints)
