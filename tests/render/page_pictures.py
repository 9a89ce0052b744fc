"""Pages as small grey pictures, and how far apart two of them are.

Two pictures of a page never agree to the pixel: versions of the programs that set and paint it differ by fractions of
one. So pictures are compared tile by tile (10 mm square), each moved by up to one pixel (0.6 mm) wherever it fits best;
what remains of a tile's difference is averaged. An unchanged page stays below 5 of 255, a heading in another font
reaches 15, a row of a table that is missing or moved 25 (test_page_pictures.py proves it). One figure in a cell
or the page number alone is within the tolerance: texts and places are tested as such elsewhere.
"""

from __future__ import annotations

import shutil
import subprocess
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from golden_files import GOLDEN, UPDATE
from PIL import Image, ImageChops, ImageOps

DPI = 40
GREYS = 16
TILE = 16
TOLERANCE = 10

PAGES = GOLDEN / "pages"
SETTING = PAGES / "fonts.txt"
FONTS = Path(__file__).with_name("fonts.conf")
FAMILIES = ("Times New Roman", "宋体", "仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312")


class Difference(NamedTuple):
    """How far apart two pictures are where they are farthest apart, and where that is on the page, in mm."""

    amount: int
    across: int
    down: int


def pictures(pdf: Path) -> list[Image.Image]:
    """The pages of a PDF."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in document]


def save(picture: Image.Image, path: Path) -> None:
    """As PNG of few greys: some 8 kB a page."""
    greys = picture.point([round(v * (GREYS - 1) / 255) * 255 // (GREYS - 1) for v in range(256)])
    greys.quantize(GREYS).save(path, "PNG", optimize=True)


def load(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("L")


def difference(one: Image.Image, other: Image.Image) -> Difference:
    """The largest difference of any tile."""
    if one.size != other.size:
        return Difference(255, 0, 0)
    tiles = _tiles(one, other)
    amount = int(tiles.getextrema()[1])
    at = tiles.tobytes().index(amount)
    size = TILE / DPI * 25.4
    return Difference(amount, round(at % tiles.width * size), round(at // tiles.width * size))


def _tiles(one: Image.Image, other: Image.Image) -> Image.Image:
    moved = (ImageChops.offset(one, right, down) for right, down in product((0, 1, -1), repeat=2))
    best = ImageChops.difference(one, other).reduce(TILE)
    for picture in moved:
        best = ImageChops.darker(best, ImageChops.difference(picture, other).reduce(TILE))
    return best


def side_by_side(one: Image.Image, other: Image.Image) -> Image.Image:
    """Both pictures and their difference, for whoever has to find it."""
    found = ImageOps.invert(ImageChops.difference(one, other)) if one.size == other.size else one
    shown = Image.new("L", (one.width + other.width + found.width, max(one.height, other.height)), 255)
    for picture, left in ((one, 0), (other, one.width), (found, one.width + other.width)):
        shown.paste(picture, (left, 0))
    return shown


def fonts_used() -> str:
    """The files and versions of the fonts that stand in for those of a report, '' where fontconfig is missing."""
    program = shutil.which("fc-match")
    if not program:
        return ""
    told = [
        subprocess.run(
            [program, "-f", "%{file|basename} %{fontversion}", family],
            env={"FONTCONFIG_FILE": str(FONTS)},
            capture_output=True,
            check=True,
        ).stdout.decode()
        for family in FAMILIES
    ]
    return "".join(f"{family}: {font}\n" for family, font in zip(FAMILIES, told, strict=True))


def need_the_same_fonts() -> None:
    """Skips where pages would look different for their fonts alone."""
    used = fonts_used()
    if not used:
        pytest.skip("没有 fontconfig，字体不能固定，页面无法对照")
    if UPDATE:
        SETTING.write_text(used, encoding="utf-8")
    if used != SETTING.read_text(encoding="utf-8"):
        pytest.skip(f"字体与对照图所用的不同，页面无法对照：\n{used}")


def check_pages(name: str, pages: list[Image.Image], folder: Path, by: str) -> None:
    """The pages are as in the golden pictures of that name; what differs is written to the folder. ``by`` made them."""
    if UPDATE:
        for old in PAGES.glob(f"{name}-*.png"):
            old.unlink()
        for number, picture in enumerate(pages, 1):
            save(picture, PAGES / f"{name}-{number}.png")
    agreed = [load(PAGES / f"{name}-{n}.png") for n in range(1, len([*PAGES.glob(f"{name}-*.png")]) + 1)]
    for number, (picture, golden) in enumerate(zip(pages, agreed, strict=False), 1):
        found = difference(picture, golden)
        if found.amount > TOLERANCE:
            actual, beside = folder / f"page-{number}.png", folder / f"page-{number}-agreed-difference.png"
            picture.save(actual)
            side_by_side(picture, golden).save(beside)
            pytest.fail(
                f"page {number} is not as agreed, most of all {found.across} mm from the left and {found.down} mm from "
                f"the top ({found.amount} of 255, {by}).\nThis page: {actual}\n"
                f"This, the agreed one, what differs: {beside}\nUPDATE_GOLDEN=1 takes the new one."
            )
    assert len(pages) == len(agreed), "another number of pages"
