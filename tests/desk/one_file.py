"""The page as one file: built where Node.js and the packages are, opened in a browser that is offline."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
NAMES = {"main": "nianbao.html", "older": "nianbao-旧浏览器.html"}
PATIENCE = 120.0
"""Seconds after which a test gives up."""


def built(edition: str) -> Path:
    """The file, made anew; what is compiled once is kept in ``build/``."""
    packages = ROOT / "web" / "node_modules"
    if shutil.which("node") is None or not (packages / "pyodide").is_dir():
        pytest.skip("no Node.js packages here: the page as one file is not made")
    make = [sys.executable, str(ROOT / "web" / "one_file" / "make.py"), edition]
    outcome = subprocess.run(make, capture_output=True, text=True, timeout=600, check=False)
    if outcome.returncode and "pip" in outcome.stderr:
        pytest.skip("the packages cannot be fetched here: the page as one file is not made")
    assert outcome.returncode == 0, outcome.stderr
    return ROOT / "build" / NAMES[edition]


class OneFile:
    """The page open in a context of its own, without a network; what it asked for and what went wrong is kept."""

    def __init__(self, context: Any, address: str, before: str = "") -> None:
        self.requests: list[str] = []
        self.faults: list[str] = []
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE * 1000)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        if before:
            self.page.add_init_script(before)
        self.page.goto(address)

    def ready(self) -> None:
        """Wait until all that was done has been answered."""
        self.page.evaluate("window.nianbao.ready")

    def open(self, file: Path) -> None:
        """Give the page a file, and wait for its findings."""
        self.ready()
        self.page.locator('[data-file="open"]').set_input_files(file)
        self.page.locator('[data-count="error"]').wait_for()
        self.ready()

    def count(self, kind: str) -> int:
        """Findings of a kind as the head tells them."""
        return int(self.page.locator(f'[data-count="{kind}"]').text_content())

    def yaml(self) -> str:
        """The text."""
        self.ready()
        return str(self.page.locator("[data-yaml]").text_content())

    def download(self, act: str) -> bytes:
        """What a button gives."""
        with self.page.expect_download() as waiting:
            self.page.locator(f'[data-act="{act}"]').click()
        return Path(waiting.value.path()).read_bytes()

    def figure(self, *path: str) -> Any:
        """A figure's input."""
        return self.page.locator(f'[data-path="{".".join(path)}"]')
