"""Chromium, and the page in it: served, or as one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from desk.browsing import Opened, pages_on
from desk.one_file import OneFile, built
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


@pytest.fixture(scope="module")
def edition() -> str:
    """Which of the two files; a module may say otherwise."""
    return "main"


@pytest.fixture(scope="module")
def file(edition: str) -> Path:
    """The program as one file."""
    return built(edition)


@pytest.fixture
def opened(browser: Any, file: Path) -> Iterator[Callable[..., OneFile]]:
    """Open the page, several times in one profile; nothing may go wrong in it, and nothing may be asked for."""
    context = browser.new_context(offline=True, accept_downloads=True, viewport={"width": 1366, "height": 768})
    pages: list[OneFile] = []

    def one(before: str = "") -> OneFile:
        pages.append(OneFile(context, file.as_uri(), before))
        return pages[-1]

    yield one
    context.close()
    for page in pages:
        assert page.faults == []
        assert [url for url in page.requests if not url.startswith(("blob:", "data:"))] == [file.as_uri()]


@pytest.fixture
def page(opened: Callable[..., OneFile]) -> OneFile:
    """The page as one file, just opened."""
    return opened()
