"""A browser on the served page: what tests of it do over and over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from desk.serving_page import PATIENCE, filling

Opened = Callable[..., Any]


@contextmanager
def pages_on(browser: Any, folder: Path) -> Iterator[Opened]:
    """Open the page on a folder; nothing may go wrong in it, and no request may leave this machine."""
    faults: list[str] = []
    requests: list[str] = []
    running: list[Any] = []

    def opened(name: str = "", width: int = 1366, view: str = "fill", **how: Any) -> Any:
        served = filling(folder, name, view)
        address = served.__enter__().url
        page = browser.new_page(viewport={"width": width, "height": 768}, accept_downloads=True, **how)
        running.extend((page.close, lambda: served.__exit__(None, None, None)))
        page.set_default_timeout(PATIENCE * 1000)
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.goto(address)
        ready(page)
        return page

    try:
        yield opened
    finally:
        for close in running:
            close()
    assert faults == []
    assert {urlsplit(url).hostname for url in requests if not url.startswith("blob:")} <= {"127.0.0.1"}


def ready(page: Any) -> None:
    """Wait until all that was typed has been answered."""
    page.evaluate("window.nianbao.ready")


def yaml_of(page: Any) -> str:
    """The text as it stands."""
    ready(page)
    return str(page.locator("[data-yaml]").text_content())


def at(page: Any, *path: str) -> Any:
    """The field of a place."""
    return page.locator(f'[data-path="{".".join(path)}"]')


def begin(page: Any) -> None:
    """A new report, from the start screen."""
    page.get_by_label("机关").fill("青山县水利局")
    page.get_by_label("年度").fill("2024")
    page.locator('[data-act="new"]').click()
    page.locator('[data-count="pending"]').wait_for()
    ready(page)


def pasted(page: Any, text: str, kind: str = "text/plain") -> None:
    """Paste into what has the focus."""
    page.evaluate(
        """([text, kind]) => {
          const data = new DataTransfer();
          data.setData(kind, text);
          const how = { clipboardData: data, bubbles: true, cancelable: true };
          document.activeElement.dispatchEvent(new ClipboardEvent("paste", how));
        }""",
        [text, kind],
    )


def dropped(page: Any, name: str, content: bytes) -> None:
    """Drop a file onto the page."""
    page.evaluate(
        """([name, bytes]) => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(bytes)], name));
          document.querySelector(".page").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
        }""",
        [name, list(content)],
    )
