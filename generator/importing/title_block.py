"""What stands before the first part: the page's own words, the title, 引言; and the agency and year in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.han.variants import in_usual
from generator.importing.blocks import Block, Paragraph
from generator.importing.boilerplate import is_boilerplate
from generator.importing.names import is_whole_name
from generator.importing.titles import TITLE, PublishedTitle, read_title
from generator.importing.unwrapping import unwrapped
from generator.importing.words import half_width, squeezed

_OPENING = re.compile(r"根据《?|依据《?|依照《?|按照《?|现将|为贯彻|为了|为深入|本报告|本年度报告|本年报")
_ABOUT = re.compile(r"关于|编制|通知|《")
_SPOKEN = re.compile(r"^.*(?:现将|现(?:特)?向社会(?:各界)?公布|公布|发布|以下是)")
_PLACES = ("区",)
_NO_NAME = re.compile(r"\d|报告|年报|附件|正文|公开|首页|网|稿")
_PAPER = re.compile(r"附\s*件|附\s*表|[（(].{0,8}稿[）)]|〔\d{4}〕|内部|公开属性|签发|特急|加急")
"""What a paper has above its title; a page's navigation is full of other words."""
_LONGEST = 70
"""Characters of a line above the title; a longer one is a sentence. Our choice."""
_MOST_LINES = 4
"""Lines that a title is broken into; printed ones have three at most."""
_FEW_ABOVE = 5
"""Lines above the title that belong to the paper; a page's navigation has more."""


class TitleBlock(NamedTuple):
    """``title`` as published, a string a line (empty: not found); agency and year as it names them.

    ``above`` is what stands above the title and is taken over nowhere, without a page's own words.
    """

    title: tuple[str, ...]
    agency: str | None
    year: int | None
    preface: tuple[Block, ...]
    above: tuple[Paragraph, ...] = ()


def read_front(blocks: Sequence[Block], page_title: str, width: int = 0) -> TitleBlock:
    """Title, agency, year and 引言 from the blocks before the first part, or from the file's own title.

    ``width`` is that of the page's lines where they are broken (see `unwrapping`), else 0.
    """
    found = _titled(blocks) or _glued(blocks)
    named = read_title(page_title) or read_title(re.split(r"[-_|]", page_title)[0])
    if found is None:
        found = TitleBlock((), None, None, _preface(_after_page(blocks)))
    if named and not found.title:
        found = found._replace(agency=found.agency or named.agency, year=found.year or named.year)
    return found._replace(preface=tuple(unwrapped(found.preface, width)))


def _titled(blocks: Sequence[Block]) -> TitleBlock | None:
    """The last run of short paragraphs that together are a title."""
    found = find_title(blocks)
    if found is None:
        return None
    start, end, title = found
    front = TitleBlock(_title_lines(blocks[start:end]), title.agency, title.year, _preface(blocks[end:]))
    if title.agency_first:
        front, start = _lengthened(front, blocks, start)
    return front._replace(above=_above(blocks[:start], front.title))


def find_title(blocks: Sequence[Block]) -> tuple[int, int, PublishedTitle] | None:
    """Where the last title begins and ends, and what it says; one that names the agency before one that does not."""
    best: tuple[int, int, PublishedTitle] | None = None
    for end in range(len(blocks), 0, -1):
        for size in range(1, min(_MOST_LINES, end) + 1):
            lines = _short_lines(blocks[end - size : end])
            if lines is None:
                break
            title = read_title("".join(lines))
            if title and title.agency:
                return end - size, end, title
            if title and not best:
                best = end - size, end, title
        if best:
            return best
    return best


def _title_lines(blocks: Sequence[Block]) -> tuple[str, ...]:
    return tuple(_short_lines(blocks) or ())


def _lengthened(front: TitleBlock, blocks: Sequence[Block], start: int) -> tuple[TitleBlock, int]:
    """The title with the lines above it that begin the agency's name, where a long name was broken."""
    while start > 0:
        above, below = blocks[start - 1], blocks[start]
        lines = _short_lines([above, below])
        if lines is None or not _breaks_name(above, below, at_start=start <= _MOST_LINES):
            break
        title = (lines[0], *front.title)
        named = read_title("".join(title))
        if named is None or named.agency is None:
            break
        front = front._replace(title=title, agency=named.agency)
        start -= 1
    return front, start


def _breaks_name(above: Block, below: Block, at_start: bool) -> bool:
    """Whether a line above the title is the beginning of its name: not a name by itself, and set as the title is."""
    if not isinstance(above, Paragraph) or not isinstance(below, Paragraph):
        return False
    alike = above.heading == below.heading if below.heading else at_start
    text = above.text.strip("# *")
    return (
        alike
        and not _NO_NAME.search(text)
        and (below.text.startswith(("（", "(")) or not is_whole_name(text) or text.endswith(_PLACES))
    )


def _short_lines(blocks: Sequence[Block]) -> list[str] | None:
    lines: list[str] = []
    for block in blocks:
        if not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
            return None
        line = block.text.strip("# *")
        if lines == [] and (is_boilerplate(line) or (len(blocks) > 1 and re.search(r"[，。；：:|>]", line))):
            return None
        lines.append(line)
    return lines


def _above(blocks: Sequence[Block], title: tuple[str, ...]) -> tuple[Paragraph, ...]:
    """What a reader would miss of the lines above the title: all of a few, what marks a paper among a page's many."""
    words = squeezed("".join(title))
    lines = [
        block
        for block in blocks
        if isinstance(block, Paragraph) and not is_boilerplate(block.text) and squeezed(block.text) not in words
    ]
    marks = [line for line in lines if _PAPER.search(half_width(line.text)) and len(line.text) <= _LONGEST]
    papers = [b for b in blocks if isinstance(b, Paragraph) and not squeezed(b.text) and _PAPER.search(b.text)]
    return tuple(lines if len(lines) <= _FEW_ABOVE else marks + papers)


def _glued(blocks: Sequence[Block]) -> TitleBlock | None:
    """A title inside a longer text (a page without its tags): the last one, and 引言 from its first sentence on."""
    unnamed: TitleBlock | None = None
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if not isinstance(block, Paragraph):
            continue
        plain = half_width(block.text)
        for title in TITLE.finditer(in_usual(plain)):
            words = (_SPOKEN.sub("", plain[slice(*title.span())]).split() or [""])[-1]
            named = read_title(words) if not _ABOUT.search(words) else None
            if named and named.agency:
                opening = _OPENING.search(plain, title.end())
                start = opening.start() if opening and len(plain) == len(block.text) else 0
                rest = block._replace(text=block.text[start:])
                lines = (words,) if opening else ()
                return TitleBlock(lines, named.agency, named.year, (rest, *_preface(blocks[at + 1 :])))
            if named and unnamed is None:
                unnamed = TitleBlock((), None, named.year, _preface(_after_page(blocks)))
    return unnamed


def _preface(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if not isinstance(block, Paragraph) or not is_boilerplate(block.text))


def _after_page(blocks: Sequence[Block]) -> Sequence[Block]:
    """Without a title the page's words end where the last of them stands."""
    last = max((at for at, b in enumerate(blocks) if isinstance(b, Paragraph) and is_boilerplate(b.text)), default=-1)
    return blocks[last + 1 :]
