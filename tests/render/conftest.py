"""What the tests of the renderers share: documents, the tools that look at output, golden files."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parent))  # behind tests/, whose conftest others import

import render_samples as samples
from golden_files import GOLDEN, UPDATE
from page_pictures import need_the_same_fonts
from programs import CHROMIUM, QUIET, Office

from generator.document.blocks import Document
from generator.document.compose import compose


@pytest.fixture(scope="session")
def smallest() -> Document:
    return compose(samples.smallest())


@pytest.fixture(scope="session")
def fullest() -> Document:
    return compose(samples.fullest())


@pytest.fixture(scope="session")
def draft() -> Document:
    return compose(samples.fullest(), draft=True)


@pytest.fixture(scope="session")
def soffice(office: Office) -> Callable[[bytes], Path]:
    """Turn a DOCX into PDF with LibreOffice."""
    return lambda docx: office.convert({"report.docx": docx}, "pdf")["report.docx"]


@pytest.fixture
def golden():  # type: ignore[no-untyped-def]
    """Compare bytes with a file of tests/golden (UPDATE_GOLDEN=1 writes it)."""

    def compare(name: str, data: bytes) -> None:
        path = GOLDEN / name
        if UPDATE:
            path.write_bytes(data)
        assert path.exists(), f"tests/golden/{name} is missing; UPDATE_GOLDEN=1 writes it"
        assert data.decode() == path.read_bytes().decode()

    return compare


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium with the fonts of the golden pictures; skips where it, Playwright or the fonts are not installed."""
    playwright = pytest.importorskip("playwright.sync_api", reason="没有安装 playwright")
    need_the_same_fonts()
    environment = {**os.environ, "FONTCONFIG_FILE": str(Path(__file__).with_name("fonts-web.conf"))}
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET, env=environment)
        yield browser
        browser.close()
