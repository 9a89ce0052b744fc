"""Keystroke → finding on screen in the served page, its pause included: ``python -m benchmarks.page_latency``.

A placeholder is typed at the end of a text and taken out again; measured from the key to the frame that shows the
finding, in this machine's Chromium, with reports of about 150 and 400 lines in turn. Milliseconds.
"""

from __future__ import annotations

import statistics
import tempfile
import threading
from pathlib import Path
from typing import Any

from benchmarks.sample import sample
from generator.preview.page_server import PageServer, page_for

ROUNDS = 15
SIZES = (150, 400)
"""Lines of the YAML, about."""
_FIELD = "总体情况.主动公开"
_MEASURE = """(path) => new Promise((done) => {
  const field = document.querySelector(`[data-path="${path}"]`);
  const there = () => document.querySelectorAll('[data-code="NB503"]').length;
  const before = there();
  const started = performance.now();
  field.value += 'XX';
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  const look = () => there() > before ? requestAnimationFrame(() => done(performance.now() - started))
                                      : requestAnimationFrame(look);
  look();
})"""


def report_of(lines: int) -> str:
    """A report of at least so many lines."""
    times = 1
    while (text := sample(1, times)).count("\n") < lines:
        times += 1
    return text


def measured(page: Any) -> float:
    """One round; the text is afterwards as it was."""
    field = page.locator(f'[data-path="{_FIELD}"]')
    before = field.input_value()
    field.focus()
    took = float(page.evaluate(_MEASURE, _FIELD))
    field.fill(before)
    page.evaluate("window.nianbao.ready")
    return took


def main() -> None:
    """Measure in turn and say so."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        servers = [_serving(Path(folder), lines) for lines in SIZES]
        pages = []
        for server in servers:
            pages.append(browser.new_page(viewport={"width": 1366, "height": 768}))
            pages[-1].goto(server.url)
            pages[-1].evaluate("window.nianbao.ready")
        times: list[list[float]] = [[] for _ in SIZES]
        for _ in range(ROUNDS):
            for page, found in zip(pages, times, strict=True):
                found.append(measured(page))
        for lines, found in zip(SIZES, times, strict=True):
            print(f"{lines} lines: median {statistics.median(found):.0f} ms, slowest {max(found):.0f} ms")
        print(f"ratio {statistics.median(b / a for a, b in zip(*times, strict=True)):.2f}")
        browser.close()
        for server in servers:
            server.stop()


def _serving(folder: Path, lines: int) -> PageServer:
    file = folder / f"{lines}.yaml"
    file.write_text(report_of(lines), encoding="utf-8")
    server = page_for(str(file))
    threading.Thread(target=server.serve, daemon=True).start()
    return server


def chromium() -> str:
    """This machine's Chromium."""
    import shutil

    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        raise SystemExit("no Chromium on this machine")
    return found


if __name__ == "__main__":
    main()
