"""The one file put on an intranet page: opened over plain http, which browsers trust less than the disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from desk.one_file import ROOT, OneFile
from programs import CHROMIUM, QUIET

from generator.pipeline.building import BuildOptions, render_file

EXAMPLE = ROOT / "examples" / "山阳区人民政府-2023.yaml"
HOST = "bangong.example"
"""A name of no loopback address: a browser does not trust it as it would trust localhost."""
CELL = ("政府信息公开申请", "本年新收", "自然人")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing on the terminal of the tests."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder's address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://{HOST}:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, for which the host is this machine."""
    driver_of = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").sync_playwright
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with driver_of() as driver:
        found = f"--host-resolver-rules=MAP {HOST} 127.0.0.1"
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, found])
        yield browser
        browser.close()


@pytest.fixture
def address(file: Path) -> Iterator[str]:
    """Where the page is."""
    with served(file.parent) as folder:
        yield f"{folder}/{file.name}"


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    """A profile of its own."""
    context = browser.new_context(accept_downloads=True, viewport={"width": 1366, "height": 768})
    yield context
    context.close()


def typed(page: OneFile, value: str) -> None:
    """A figure, typed and answered; and the draft had its time to be kept."""
    cell = page.figure(*CELL)
    cell.fill(value)
    cell.press("Tab")
    page.ready()
    page.page.wait_for_timeout(300)


def test_it_checks_builds_and_saves_there_and_keeps_drafts(context: Any, address: str) -> None:
    page = OneFile(context, address)
    page.open(EXAMPLE)
    assert page.page.evaluate("isSecureContext") is False
    assert page.count("error") == page.count("pending") == 0
    assert page.download("build-docx") == render_file(str(EXAMPLE), BuildOptions(formats=("docx",)))[1]
    typed(page, "7")
    text = page.yaml()
    assert page.download("save").decode() == text
    typed(page, "8")
    text = page.yaml()
    page.page.close(run_before_unload=False)
    again = OneFile(context, address)
    again.ready()
    again.page.locator('[data-act="resume"]').first.click()
    again.page.locator('[data-count="pending"]').wait_for()
    assert again.yaml() == text
    for one in (page, again):
        assert one.faults == []
        assert [url for url in one.requests if not url.startswith(("blob:", "data:"))] == [address]


def test_a_browser_whose_room_is_used_up_says_so_until_there_is_room_again(context: Any, address: str) -> None:
    page = OneFile(context, address)
    page.open(EXAMPLE)
    origin, room = address.rpartition("/")[0], context.new_cdp_session(page.page)
    room.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})
    told = page.page.get_by_text("不让网页留东西")
    for value in ("7", "8"):
        typed(page, value)
        assert told.is_visible(), "also after more was typed"
    assert "自然人: 8" in page.yaml()
    assert page.download("save").decode() == page.yaml()
    room.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    typed(page, "9")
    told.wait_for(state="detached")
    assert page.faults == []
