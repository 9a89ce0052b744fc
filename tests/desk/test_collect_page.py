"""收各单位的年报 in the page: a folder and a roster in, the agencies on the screen, one archive out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from collecting.folders import agency, report, roster, unbalanced, write
from desk.browsing import ready
from desk.one_file import OneFile


def laid_out(place: Path) -> Path:
    """A folder of reports, the roster in it."""
    folder = place / "报送"
    write(folder, "水利.yaml", report(agency(0)))
    write(folder / "林业局", "年报.docx", report(agency(1)))
    write(folder / "教育局", "年报.yaml", unbalanced(agency(2)))
    roster(folder, [agency(number) for number in range(4)])
    return folder


def collected(page: Any, place: Path) -> dict[str, str]:
    """Collect a folder made for it; who stands where."""
    folder = laid_out(place)
    page.locator('[data-collect-file="folder"]').first.set_input_files(str(folder))
    page.locator('[data-act="collect"]').click()
    page.locator("[data-agency]").first.wait_for()
    ready(page)
    rows = page.locator("[data-agency]")
    return {one.get_attribute("data-agency"): one.get_attribute("data-level") for one in rows.all()}


def archive(page: Any) -> list[str]:
    with page.expect_download() as download:
        page.locator('[data-act="collect-download"]').click()
    with ZipFile(BytesIO(Path(download.value.path()).read_bytes())) as made:
        return made.namelist()


EXPECTED = {agency(0): "good", agency(1): "good", agency(2): "faulty", agency(3): "missing"}


def test_a_folder_is_collected_by_the_served_page(open_page: Any, tmp_path: Path) -> None:
    page = open_page()
    assert collected(page, tmp_path / "收") == EXPECTED
    assert archive(page) == ["报送台账.xlsx", f"退回意见/{agency(2)}.md"]
    page.locator('[data-act="collect-leave"]').click()
    page.locator('[data-act="new"]').wait_for()
    assert {path.name for path in tmp_path.iterdir()} == {"收"}, "nothing is written beside"


def test_a_folder_is_collected_in_one_file(page: OneFile, tmp_path: Path) -> None:
    page.ready()
    assert collected(page.page, tmp_path) == EXPECTED
    assert archive(page.page) == ["报送台账.xlsx", f"退回意见/{agency(2)}.md"]
