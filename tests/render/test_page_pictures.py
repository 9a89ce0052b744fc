"""Every page of the examples and of a report that has everything, as LibreOffice sets it, beside a picture found right.

UPDATE_GOLDEN=1 writes the pictures anew; look at them before committing. Where fonts differ from those of the pictures
the pages cannot be compared: the tests skip and say so.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import render_samples
from page_pictures import FONTS, PAGES, TOLERANCE, check_pages, difference, need_the_same_fonts, pictures
from PIL import Image, ImageChops
from programs import Office

from generator.document.blocks import Document, Table
from generator.document.compose import compose
from generator.pipeline.opening import load, open_report
from generator.render import docx

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.yaml"))
STRESS = "stress"
NAMES = [*(path.stem for path in EXAMPLES), STRESS]

Print = Callable[[dict[str, bytes]], dict[str, list[Image.Image]]]


@pytest.fixture(scope="module")
def printed(office: Office) -> Print:
    """Pictures of the pages of DOCX files, set in the fonts of the golden ones."""
    need_the_same_fonts()

    def pages(files: dict[str, bytes]) -> dict[str, list[Image.Image]]:
        made = office.convert({f"{name}.docx": data for name, data in files.items()}, "pdf", FONTCONFIG_FILE=str(FONTS))
        return {name: pictures(made[f"{name}.docx"]) for name in files}

    return pages


def example(path: Path) -> Document:
    opened = open_report(str(path), load(str(path)))
    assert opened.report
    return compose(opened.report)


@pytest.fixture(scope="module")
def stress() -> Document:
    return compose(render_samples.stress(), draft=True)


@pytest.fixture(scope="module")
def reports(printed: Print, stress: Document) -> dict[str, list[Image.Image]]:
    documents = {path.stem: example(path) for path in EXAMPLES} | {STRESS: stress}
    return printed({name: docx.render(document) for name, document in documents.items()})


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_as_agreed(name: str, reports: dict[str, list[Image.Image]], tmp_path: Path, office: Office) -> None:
    check_pages(name, reports[name], tmp_path, f"LibreOffice {office.version()}")


def test_no_picture_is_left_over() -> None:
    found = {path.name.rpartition("-")[0] for path in PAGES.glob("*.png")}
    assert {name for name in found if not name.startswith("web-")} == set(NAMES)


def farthest(pages: list[Image.Image], others: list[Image.Image]) -> int:
    return max(difference(page, other).amount for page, other in zip(pages, others, strict=True))


def with_styles(data: bytes, old: str, new: str) -> bytes:
    """A DOCX with something in its styles replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name).decode()
            assert old in part or name != "word/styles.xml"
            target.writestr(name, part.replace(old, new) if name == "word/styles.xml" else part)
    return out.getvalue()


def with_table(document: Document, change: Callable[[Table], Table]) -> Document:
    """The document with its second table changed."""
    second = [block for block in document.blocks if isinstance(block, Table)][1]
    return document._replace(blocks=tuple(change(b) if b is second else b for b in document.blocks))


def test_what_must_not_happen_is_seen(printed: Print, stress: Document, reports: dict[str, list[Image.Image]]) -> None:
    """Another font, a row that is missing, a row that moved, a column a little wider, a page without 草稿."""
    data = docx.render(stress)
    rows = with_table(stress, lambda table: table._replace(rows=table.rows[:-1]))
    moved = with_table(stress, lambda table: table._replace(rows=(*table.rows[:4], table.rows[-1], *table.rows[4:-1])))
    wider = with_table(stress, lambda t: t._replace(widths=(t.widths[0] + 15, t.widths[1] - 15, *t.widths[2:])))
    changed = {
        "heading": with_styles(data, "黑体", "仿宋_GB2312"),
        "subheading": with_styles(data, "楷体_GB2312", "仿宋_GB2312"),
        "title": with_styles(data, "方正小标宋简体", "仿宋_GB2312"),
        "missing": docx.render(rows),
        "moved": docx.render(moved),
        "wider": docx.render(wider),
        "no draft": docx.render(stress._replace(draft=False)),
    }
    amounts = {name: farthest(pages, reports[STRESS]) for name, pages in printed(changed).items()}
    assert {name for name, amount in amounts.items() if amount <= TOLERANCE} == set(), amounts


def test_a_page_moved_by_a_pixel_is_the_same(reports: dict[str, list[Image.Image]]) -> None:
    for page in reports[STRESS]:
        assert difference(ImageChops.offset(page, 1, -1), page).amount < TOLERANCE
        assert difference(ImageChops.offset(page, 0, 3), page).amount > TOLERANCE
