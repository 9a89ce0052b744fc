"""A page of a PDF as characters and rules with their places, as the page is seen (origin at the top left)."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.importing.readers.refusals import too_large

if TYPE_CHECKING:
    import pypdfium2

_MAX_CHARS = 60_000
"""Characters of one page; a full one has 2,000."""
_MAX_OBJECTS = 60_000
"""Objects of one page; a page of tables has some hundreds."""
_MAX_SEGMENTS = 2000
"""Lines of one drawn path; a table's frame has some dozens."""
_MAX_DEPTH = 5
"""Forms that are nested in one another."""
_THIN = 3.0
"""Points; a filled shape as thin as this is a rule."""

_SLANT = 0.7
"""Points that a rule may be off the straight."""

_SMALLEST = 0.5
"""Points; smaller letters cannot be seen on any page."""
_FAR = 20_000.0
"""Points; what is smaller or farther off (or no number at all) cannot be seen on any page."""

_WHITE = 250
"""Of 255, each of red, green and blue; ink from here on cannot be seen on paper."""

Point = tuple[float, float]


class Char(NamedTuple):
    """A character, its box, the line that it stands on and the size of its font, in points.

    How far a box reaches over and under the line is a matter of the font: digits and Han of one size differ.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float


class RuledLine(NamedTuple):
    """A straight line, across or down."""

    left: float
    top: float
    right: float
    bottom: float


class PdfPage(NamedTuple):
    """What stands on a page."""

    number: int
    chars: list[Char]
    across: list[RuledLine]
    down: list[RuledLine]


class _Shape(NamedTuple):
    """A part of a drawn path. ``outlined``: its sides are drawn, it is not only filled."""

    points: list[Point]
    outlined: bool

    def moved(self, place: Callable[[Point], Point]) -> _Shape:
        """The same elsewhere."""
        return self._replace(points=[place(point) for point in self.points])


def read_page(document: pypdfium2.PdfDocument, index: int) -> PdfPage:
    """The page's characters and rules."""
    page = document[index]
    try:
        place = _placing(page)
        rules = [rule for shape in _shapes(page) for rule in _rules(shape.moved(place))]
        across = [rule for rule in rules if rule.right - rule.left >= rule.bottom - rule.top]
        down = [rule for rule in rules if rule.right - rule.left < rule.bottom - rule.top]
        return PdfPage(index + 1, list(_chars(page, place)), across, down)
    finally:
        page.close()


def _placing(page: Any) -> Callable[[Point], Point]:
    """From the file's coordinates to those of the page as it is turned for reading."""
    left, bottom, right, top = page.get_cropbox()
    turns: dict[int, Callable[[Point], Point]] = {
        0: lambda p: (p[0] - left, top - p[1]),
        90: lambda p: (p[1] - bottom, p[0] - left),
        180: lambda p: (right - p[0], p[1] - bottom),
        270: lambda p: (top - p[1], right - p[0]),
    }
    return turns[page.get_rotation()]


def _chars(page: Any, place: Callable[[Point], Point]) -> Iterator[Char]:
    import pypdfium2.raw as c

    text = page.get_textpage()
    count = text.count_chars()
    if count > _MAX_CHARS:
        raise too_large("一页上的文字太多")
    box, matrix, x, y = c.FS_RECTF(), c.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    for index in range(count):
        code = c.FPDFText_GetUnicode(text.raw, index)
        if code < 0x20 or c.FPDFText_IsGenerated(text.raw, index) == 1:
            continue
        if c.FPDFText_GetLooseCharBox(text.raw, index, ctypes.byref(box)):
            a, b = place((box.left, box.top)), place((box.right, box.bottom))
            char = chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"
            left, top, right, bottom = min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])
            if _SMALLEST <= bottom - top <= _FAR and -_FAR <= left <= right <= _FAR:
                c.FPDFText_GetCharOrigin(text.raw, index, ctypes.byref(x), ctypes.byref(y))
                c.FPDFText_GetMatrix(text.raw, index, ctypes.byref(matrix))
                size = c.FPDFText_GetFontSize(text.raw, index) * math.hypot(matrix.c, matrix.d)
                yield Char(char, left, top, right, bottom, place((x.value, y.value))[1], size)


def _shapes(page: Any) -> Iterator[_Shape]:
    """Every drawn path that can be seen, part by part, in the file's coordinates."""
    import pypdfium2.raw as c

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for count, item in enumerate(page.get_objects(filter=[c.FPDF_PAGEOBJ_PATH], max_depth=_MAX_DEPTH)):
        if count > _MAX_OBJECTS:
            raise too_large("一页上的线条太多")
        c.FPDFPath_GetDrawMode(item.raw, ctypes.byref(fill), ctypes.byref(stroke))
        colour = c.FPDFPageObj_GetStrokeColor if stroke.value else c.FPDFPageObj_GetFillColor
        if (stroke.value or fill.value) and _is_visible(item.raw, colour):
            matrix = item.get_matrix()
            for points in _parts(item.raw):
                yield _Shape([matrix.on_point(*point) for point in points], bool(stroke.value))


def _is_visible(path: Any, colour: Callable[..., int]) -> bool:
    """Whether a path is drawn in anything but white."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not colour(path, *(ctypes.byref(part) for part in parts)):
        return True
    red, green, blue, alpha = (part.value for part in parts)
    return alpha > 0 and min(red, green, blue) < _WHITE


def _parts(path: Any) -> Iterator[list[Point]]:
    import pypdfium2.raw as c

    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    for index in range(min(c.FPDFPath_CountSegments(path), _MAX_SEGMENTS)):
        segment = c.FPDFPath_GetPathSegment(path, index)
        if c.FPDFPathSegment_GetType(segment) == c.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        if c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            points.append((x.value, y.value))
        if c.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    if points:
        yield points


def _rules(shape: _Shape) -> Iterator[RuledLine]:
    """A thin shape is one rule; of an outlined one every straight side is, a surface has none."""
    points = shape.points
    left, right = min(p[0] for p in points), max(p[0] for p in points)
    top, bottom = min(p[1] for p in points), max(p[1] for p in points)
    if not (-_FAR <= left <= right <= _FAR and -_FAR <= top <= bottom <= _FAR):
        return
    if min(right - left, bottom - top) <= _THIN:
        yield _straight(left, top, right, bottom)
    elif shape.outlined:
        for (x0, y0), (x1, y1) in pairwise(points):
            if min(abs(x1 - x0), abs(y1 - y0)) <= _SLANT:
                yield _straight(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _straight(left: float, top: float, right: float, bottom: float) -> RuledLine:
    """The middle line of a thin box."""
    if right - left >= bottom - top:
        middle = (top + bottom) / 2
        return RuledLine(left, middle, right, middle)
    middle = (left + right) / 2
    return RuledLine(middle, top, middle, bottom)
