"""Every picture that a page shows is there, and small enough to come with the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LARGEST = 150_000
"""Bytes of a picture of docs/pictures."""
PAGES = [*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "editors" / "README.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pictures_of_a_page_are_there(page: Path) -> None:
    for name in re.findall(r"!\[[^\]]+\]\(([^)]+\.png)\)", page.read_text("utf-8")):
        assert (page.parent / name).is_file(), name


def test_pictures_are_small_and_shown() -> None:
    pictures = list((ROOT / "docs" / "pictures").glob("*.png"))
    assert pictures
    shown = "".join(page.read_text("utf-8") for page in PAGES)
    for picture in pictures:
        assert picture.stat().st_size <= LARGEST
        assert f"pictures/{picture.name}" in shown
