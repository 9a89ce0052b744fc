"""Pages' numbers among the paragraphs of a converted file: left out, and what they cut in two put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.importing.blocks import Block, Paragraph
from generator.importing.lines import has_cells, is_page_mark
from generator.importing.words import half_width

_ENDS = tuple("。！？；：!?;:…")
_STARTS = re.compile(
    r"\s*(?:[#*]|[(]?[一二三四五六七八九十]+[)、.]|[(]?\d+[).、](?!\d)|[①-⑳]|第[一二三四五六七八九十]+部分|附件)"
)
_SHORTEST_LINE = 15
"""Characters of a paragraph that a page can have cut; a heading is shorter."""
_LONG_LINE = 16
"""Characters of a line without any mark of a sentence; one of so many is no heading, if it has no number either."""


def without_page_marks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without the numbers of pages; where there were any, paragraphs may be cut anywhere."""
    kept = tuple(b for b in blocks if not (isinstance(b, Paragraph) and is_page_mark(b.text)))
    return blocks if len(kept) == len(blocks) else kept


def rejoined(blocks: Iterable[Block]) -> list[Block]:
    """Paragraphs of one section of a file made from pages: one that ends within a sentence goes on in the next."""
    result: list[Block] = []
    for block in blocks:
        last = result[-1] if result else None
        if isinstance(block, Paragraph) and isinstance(last, Paragraph) and _is_cut(last, block):
            result[-1] = last._replace(text=last.text + block.text)
        else:
            result.append(block)
    return result


def _is_cut(first: Paragraph, second: Paragraph) -> bool:
    if first.heading or second.heading or second.aligned_right or has_cells(first.text) or has_cells(second.text):
        return False
    if first.text.endswith(_ENDS) or _STARTS.match(half_width(second.text)):
        return False
    if _is_prose(first.text):
        return len(first.text) >= _SHORTEST_LINE
    return len(first.text) >= _LONG_LINE and not _STARTS.match(half_width(first.text)) and _is_prose(second.text)


def _is_prose(text: str) -> bool:
    """Whether a paragraph has the marks of a sentence: no heading, no name, no row of a table."""
    return re.search("[，。；]", text) is not None and re.search(r"(?:\d\s+){3}", text) is None
