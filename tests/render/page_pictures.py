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
from PIL import Image, ImageChops, ImageOps

DPI = 40
GREYS = 16
TILE = 16
TOLERANCE = 10

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
