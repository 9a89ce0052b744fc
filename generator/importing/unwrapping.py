"""Lines that a page broke, put together to paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.importing.blocks import Block, Paragraph
from generator.importing.words import half_width

_SHORTEST_LINE = 20
"""Characters of the line that a text was wrapped at, at least; shorter ones are a list."""
_LONGEST_LINE = 60
"""Characters of the line that a text was wrapped at, at most; paper has no longer ones."""
_ENDS = tuple("。！？；：!?;:")
_STARTS = re.compile(
    r"\s*(?:[(]?[一二三四五六七八九十]+[)、]|[(]\d+[)]|\d+[.、](?!\d)|第[一二三四五六七八九十]+部分|\d{4}年\d+月\d+日$)"
)
_MANY = 8
"""Lines from which a text's usual length is told."""
_SHARE = 0.5
"""The share of lines that must be of that length for the text to be wrapped; our choice."""
_FEW = 0.05
"""The share of lines that may be longer all the same; our choice."""
_SLACK = 3
"""Characters that a full line may be short of: marks are not put at a line's start."""
_FIRST_LINE_INDENT = 2
"""Blank characters before a paragraph's first line (two, by usage)."""
_INNER_SPACES = re.compile(r"(?<=[\u4e00-\u9fff，。、；：（）“”])[ ](?=[\u4e00-\u9fff，。、；：（）“”])")


def line_width(blocks: Iterable[Block]) -> int:
    """How wide the page's lines are, in Chinese characters; 0 where lines are paragraphs.

    Broken lines are all about as wide as the page, and most of them end within a sentence.
    """
    texts = [block.text for block in blocks if isinstance(block, Paragraph) and "\t" not in block.text]
    widths = [_width(_INNER_SPACES.sub("", text)) for text in texts]
    prose = [(width, text) for width, text in zip(widths, texts, strict=True) if width >= _SHORTEST_LINE]
    if len(prose) < _MANY:
        return 0
    widest = sorted(width for width, _ in prose)[len(prose) * 9 // 10]
    longer = sum(width > widest + _SLACK for width, _ in prose)
    if widest > _LONGEST_LINE or longer > _FEW * len(prose):
        return 0
    full = [text for width, text in prose if width >= widest - _SLACK]
    open_ended = sum(not text.endswith(_ENDS) for text in full)
    return int(widest) if len(full) >= _SHARE * len(prose) and open_ended >= _SHARE * len(full) else 0


def unwrapped(blocks: Iterable[Block], width: int) -> list[Block]:
    """Paragraphs in place of lines; with a width of 0 nothing is changed."""
    if not width:
        return list(blocks)
    result: list[Block] = []
    line: Paragraph | None = None
    for block in blocks:
        last = result[-1] if result else None
        if not isinstance(block, Paragraph):
            line = None
        elif line and isinstance(last, Paragraph) and _goes_on(last, line, block, width):
            line = block
            result[-1] = last._replace(text=_joined(last.text, block.text))
            continue
        else:
            line = block
        result.append(block)
    return [_tidy(block) if isinstance(block, Paragraph) else block for block in result]


def _goes_on(first: Paragraph, line: Paragraph, block: Paragraph, width: int) -> bool:
    """Whether a line continues the paragraph that began with ``first`` and whose latest line is ``line``."""
    if block.heading or line.heading or block.aligned_right or _STARTS.match(half_width(block.text)):
        return False
    if 0 < first.indent <= block.indent:
        return False
    is_full = _width(_INNER_SPACES.sub("", line.text)) >= width - _SLACK
    if line.text.endswith(("。", "！", "？")):
        return is_full and first.indent > 0
    if line.text.endswith(_ENDS):
        return is_full
    return not (first is line and _is_heading(line.text, width))


def _is_heading(text: str, width: int) -> bool:
    """A numbered line that ends before the page does, without any punctuation on the way."""
    plain = half_width(text)
    return (
        _STARTS.match(plain) is not None
        and not re.search(r"[,。:;]", plain)
        and _width(text) < width - _FIRST_LINE_INDENT - 0.5
    )


def _joined(first: str, second: str) -> str:
    both_latin = first[-1:].isascii() and second[:1].isascii() and first[-1:].isalpha() and second[:1].isalpha()
    return f"{first} {second}" if both_latin else first + second


def _tidy(block: Paragraph) -> Paragraph:
    """Without the blanks that justified lines were stretched by."""
    return block._replace(text=_INNER_SPACES.sub("", block.text))


def _width(text: str) -> float:
    return sum(0.5 if char.isascii() else 1 for char in text)
