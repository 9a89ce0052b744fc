"""Chromium, and the served page in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from desk.browsing import Opened, pages_on
from programs import CHROMIUM, QUIET


@pytest.fixture(scope="module")  # two at once in one process do not go
def browser() -> Iterator[Any]:
    """The machine's own Chromium."""
    driver_of = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").sync_playwright
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with driver_of() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Opened]:
    """Opens the page on ``tmp_path``."""
    with pages_on(browser, tmp_path) as opened:
        yield opened
