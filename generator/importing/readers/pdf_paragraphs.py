"""Lines of a PDF → paragraphs: a first line is indented or follows a line that ends early."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.importing.blocks import Paragraph
from generator.importing.readers.pdf_lines import PlacedLine
from generator.importing.readers.trimming import paragraphs

_COLUMNS = "   "
"""Blanks between the columns of a table without rules; its rows are lines of their own."""

_ENDS = "。！？；：:;.!?）)”"


class TextSetting(NamedTuple):
    """How the text is set: its margins in points, and whether first lines are indented."""

    left: float
    right: float
    size: float
    indented: bool


def setting_of(lines: list[PlacedLine]) -> TextSetting:
    """The margins that most long lines keep to."""
    if not lines:
        return TextSetting(0, 0, 1, False)
    sizes = sorted(line.size for line in lines)
    size = sizes[len(sizes) // 2]
    width = max(line.right - line.left for line in lines)
    long = [line for line in lines if line.right - line.left > 0.6 * width] or lines
    left = _common(sorted(line.left for line in long), 0.1)
    right = _common(sorted(line.right for line in long), 0.9)
    indented = sum(1.2 * size < line.left - left < 3.5 * size for line in lines)
    return TextSetting(left, right, size, indented >= max(2, len(lines) // 20))


def paragraphs_of(lines: list[tuple[int, PlacedLine]], setting: TextSetting) -> Iterator[Paragraph]:
    """The paragraphs of a run of lines with their pages; a paragraph may run on over a page's end."""
    text, start, right = "", 0, False
    last: PlacedLine | None = None
    for page, line in lines:
        if last is not None and _goes_on(last, line, setting):
            text = _joint(text, line.text)
        else:
            yield from paragraphs(text, f"第{start}页", aligned_right=right)
            text, start, right = line.text, page, _is_right(line, setting)
        last = line
    yield from paragraphs(text, f"第{start}页", aligned_right=right)


def _common(values: list[float], share: float) -> float:
    """The value that the given share lies below."""
    return values[min(int(len(values) * share), len(values) - 1)]


def _goes_on(last: PlacedLine, line: PlacedLine, setting: TextSetting) -> bool:
    """Whether a line continues the paragraph of the line before it."""
    size = setting.size
    if _COLUMNS in line.text or _COLUMNS in last.text:
        return False
    if line.left > setting.left + 1.2 * size or abs(line.size - last.size) > 0.25 * size:
        return False
    missing = setting.right - last.right
    if missing <= 2.5 * size:
        return True
    return setting.indented and not last.text.rstrip().endswith(tuple(_ENDS)) and missing < 12 * size


def _is_right(line: PlacedLine, setting: TextSetting) -> bool:
    """A line of a signature: in the right half, and not running into the margin from the left."""
    middle = (setting.left + setting.right) / 2
    return line.left > middle and line.right > setting.right - 8 * setting.size


def _joint(text: str, more: str) -> str:
    """Two lines as one; only words of letters are parted by a blank."""
    between_words = text[-1:].isascii() and text[-1:].isalpha() and more[:1].isascii() and more[:1].isalpha()
    return f"{text} {more}" if between_words else text + more
