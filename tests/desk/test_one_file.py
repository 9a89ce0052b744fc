"""The whole program in one HTML file: opened from the disk, offline, it does what the installed one does."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from desk.one_file import ROOT, OneFile, browser, built

from generator.pipeline.building import BuildOptions, render_file

EXAMPLE = ROOT / "examples" / "山阳区人民政府-2023.yaml"
PUBLISHED = ROOT / "examples" / "温县人民政府办公室-2022.html"
LARGEST = 18_000_000
"""Bytes: what a mail or an intranet page still takes (PAGE.md)."""


@pytest.fixture(scope="module")
def file() -> Path:
    return built("main")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as started:
        yield started


@pytest.fixture
def page(chromium: Any, file: Path) -> Iterator[OneFile]:
    context = chromium.new_context(offline=True, accept_downloads=True, viewport={"width": 1366, "height": 768})
    opened = OneFile(context, file)
    yield opened
    context.close()
    assert opened.faults == []
    assert [url for url in opened.requests if not url.startswith("blob:")] == [file.as_uri()]


def test_it_is_small_enough_and_the_same_bytes_each_time(file: Path) -> None:
    data, archive = file.read_bytes(), file.with_suffix(".zip").read_bytes()
    assert len(data) <= LARGEST
    assert b"Mozilla Public License" in data
    built("main")
    assert sha256(file.read_bytes()).digest() == sha256(data).digest()
    assert file.with_suffix(".zip").read_bytes() == archive


def test_a_report_is_checked_and_built_as_by_the_installed_program(page: OneFile) -> None:
    page.open(EXAMPLE)
    assert page.count("error") == page.count("pending") == 0
    assert page.yaml() == EXAMPLE.read_text("utf-8")
    for form in ("docx", "md", "html"):
        content = render_file(str(EXAMPLE), BuildOptions(formats=(form,)))[1]
        assert page.download(f"build-{form}") == content, form
    cell = page.figure("政府信息公开申请", "本年新收", "自然人")
    cell.fill("十八件")
    cell.press("Tab")
    page.ready()
    assert page.page.locator('[data-code="NB103"]').count() == 1
    page.page.locator('[data-act="undo"]').click()
    assert page.yaml() == EXAMPLE.read_text("utf-8")
