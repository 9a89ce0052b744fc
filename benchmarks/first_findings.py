"""The page as one file, from its opening to the first findings: ``python -m benchmarks.first_findings [FILE …]``.

Measured in the page itself, in this machine's Chromium, by turns where several files are named (``make html`` makes the
one that is measured without). Milliseconds: until a file may be chosen; until the findings of one that is chosen at
once are drawn; and until those of one that is chosen after a while (a person looks for it) are drawn, from then on.
"""

from __future__ import annotations

import json
import statistics
import sys
from pathlib import Path
from typing import Any

from benchmarks.page_latency import chromium
from benchmarks.sample import sample

ROUNDS = 5
LOOKED_FOR = 2500
"""Milliseconds that a person takes to choose a file."""
_ROOT = Path(__file__).parents[1]
_WATCH = """([text, wait]) => {
  const times = window.measured = {};
  const choose = (input) => {
    times.chosen = performance.now();
    const files = new DataTransfer();
    files.items.add(new File([text], '年报.yaml'));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const look = () => {
    const input = document.querySelector('[data-file="open"]');
    if (input && !input.disabled && !times.ready) {
      times.ready = performance.now();
      setTimeout(() => choose(input), wait);
    }
    if (times.chosen && document.querySelector('[data-count="error"]') && !times.drawing) {
      times.drawing = true;
      requestAnimationFrame(() => setTimeout(() => { times.seen = performance.now(); }));
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}"""


def measured(browser: Any, file: Path, wait: int) -> dict[str, float]:
    """One opening, in a profile of its own."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    page.add_init_script(f"({_WATCH})({json.dumps([sample(1, 1), wait])})")
    page.goto(file.as_uri())
    page.wait_for_function("window.measured.seen", timeout=120_000)
    found: dict[str, float] = page.evaluate("window.measured")
    context.close()
    return found


def main(names: list[str]) -> None:
    """Measure in turn and say so: the best and the middle of the rounds."""
    from playwright.sync_api import sync_playwright

    files = [Path(name).resolve() for name in names] or [_ROOT / "build" / "nianbao.html"]
    took: dict[tuple[Path, str], list[float]] = {}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for _ in range(ROUNDS):
            for file in files:
                at_once, later = measured(browser, file, 0), measured(browser, file, LOOKED_FOR)
                took.setdefault((file, "ready"), []).append(at_once["ready"])
                took.setdefault((file, "findings, chosen at once"), []).append(at_once["seen"])
                took.setdefault((file, "findings, from choosing on"), []).append(later["seen"] - later["chosen"])
        browser.close()
    for (file, what), times in took.items():
        print(f"{file.name}: {what}: {min(times):.0f} ms at best, {statistics.median(times):.0f} ms in the middle")


if __name__ == "__main__":
    main(sys.argv[1:])
