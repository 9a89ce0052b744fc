"""What stands before the first part: the page's own words, the title, 引言; and the agency and year in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.importing.blocks import Block, Paragraph
from generator.importing.boilerplate import is_boilerplate
from generator.importing.names import WHOLE_NAME
from generator.importing.unwrapping import unwrapped
from generator.importing.words import half_width

_YEAR = r"(?:20\d\d|二[〇○0零]{1}[一二三四五六七八九〇○零]{2})"
_SUBJECT = r"(?:政府信息公开|政务公开|信息公开)"
_TITLE = re.compile(
    rf"(?P<before>[^。；:]{{0,60}}?)(?P<year>{_YEAR})年?度?(?P<after>[^。；:\d]{{0,40}}?){_SUBJECT}"
    rf"(?:(?:和|与|及|暨)?(?:政务公开)?)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:年度)?(?:情况)?(?:的)?报告"
)
_YEAR_LAST = re.compile(
    rf"(?P<before>[^。；:\d]{{2,60}}?){_SUBJECT}[^。；:\d]{{0,12}}报告[(]?(?P<year>{_YEAR})年?度?[)]?"
)
_OPENING = re.compile(r"根据《?|依据《?|依照《?|按照《?|现将|为贯彻|为了|为深入|本报告|本年度报告|本年报")
_PERIOD = re.compile(r"(20\d\d)年1月1日")
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_ABOUT = re.compile(r"关于|编制|通知|《")
_SPOKEN = re.compile(r"^.*(?:现将|现向社会公布|公布|发布|以下是)")
_PLACES = ("区",)
_NO_NAME = re.compile(r"\d|报告|年报|附件|公开|首页|网")
_LONGEST = 70
_MOST_LINES = 4
_LONGEST_AGENCY = 40


class Front(NamedTuple):
    """``title`` as published, a string a line (empty: not found); agency and year as it names them."""

    title: tuple[str, ...]
    agency: str | None
    year: int | None
    preface: tuple[Block, ...]


def read_front(blocks: Sequence[Block], page_title: str, width: int = 0) -> Front:
    """Title, agency, year and 引言 from the blocks before the first part, or from the file's own title.

    ``width`` is that of the page's lines where they are broken (see `unwrapping`), else 0.
    """
    found = _titled(blocks) or _glued(blocks)
    if found is None:
        named = _named(page_title) or _named(re.split(r"[-_|]", page_title)[0])
        preface = _preface(_after_page(blocks))
        agency, year = named or (None, None)
        found = Front((), agency, year, preface)
    found = found._replace(preface=tuple(unwrapped(found.preface, width)))
    return found if found.year else found._replace(year=_period(found.preface))


def _titled(blocks: Sequence[Block]) -> Front | None:
    """The last run of short paragraphs that together are a title."""
    best: Front | None = None
    for end in range(len(blocks), 0, -1):
        for size in range(1, min(_MOST_LINES, end) + 1):
            lines = _short_lines(blocks[end - size : end])
            if lines is None:
                break
            named = _named("".join(lines))
            if named and (named[0] or not best):
                front = Front(tuple(lines), *named, _preface(blocks[end:]))
                if named[0]:
                    return _lengthened(front, blocks, end - size)
                best = front
        if best:
            return best
    return best


def _lengthened(front: Front, blocks: Sequence[Block], start: int) -> Front:
    """The title with the lines above it that begin the agency's name, where a long name was broken."""
    while start > 0:
        above, below = blocks[start - 1], blocks[start]
        lines = _short_lines([above, below])
        if lines is None or not _breaks_name(above, below, at_start=start <= _MOST_LINES):
            break
        title = (lines[0], *front.title)
        front = front._replace(title=title, agency=(_named("".join(title)) or (front.agency, 0))[0])
        start -= 1
    return front


def _breaks_name(above: Block, below: Block, at_start: bool) -> bool:
    """Whether a line above the title is the beginning of its name: not a name by itself, and set as the title is."""
    if not isinstance(above, Paragraph) or not isinstance(below, Paragraph):
        return False
    alike = above.heading == below.heading if below.heading else at_start
    text = above.text.strip("# *")
    return (
        alike
        and not _NO_NAME.search(text)
        and (below.text.startswith(("（", "(")) or not WHOLE_NAME.search(text) or text.endswith(_PLACES))
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


def _named(title: str) -> tuple[str | None, int] | None:
    """Agency and year of a text that is a title as a whole."""
    plain = re.sub(r"\s+", "", half_width(title)).strip("《》*#")
    match = _TITLE.fullmatch(plain) or _YEAR_LAST.fullmatch(plain)
    if not match:
        return None
    year = int(match["year"].translate(_CHINESE_DIGITS))
    agency = match["before"] or (match.groupdict().get("after") or "")
    return _agency(agency, title), year


def _agency(name: str, title: str) -> str | None:
    """An agency's name as typed in the title; None for what is no name."""
    name = re.sub(r"^(?:关于|标题:?|公布|发布)|(?:关于|的|本级|工作)$", "", name).strip("《》:,、-_|")
    if not name or len(name) > _LONGEST_AGENCY:
        return None
    wide = name.replace("(", "（").replace(")", "）")
    return name if name in re.sub(r"\s+", "", title) else wide


def _glued(blocks: Sequence[Block]) -> Front | None:
    """A title inside a longer text (a page without its tags): the last one, and 引言 from its first sentence on."""
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if not isinstance(block, Paragraph):
            continue
        plain = half_width(block.text)
        for title in _TITLE.finditer(plain):
            words = _SPOKEN.sub("", title[0]).split()[-1]
            named = _named(words) if not _ABOUT.search(words) else None
            if named and named[0]:
                opening = _OPENING.search(plain, title.end())
                start = opening.start() if opening and len(plain) == len(block.text) else 0
                rest = block._replace(text=block.text[start:])
                return Front((words,) if opening else (), *named, (rest, *_preface(blocks[at + 1 :])))
    return None


def _preface(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if not isinstance(block, Paragraph) or not is_boilerplate(block.text))


def _after_page(blocks: Sequence[Block]) -> Sequence[Block]:
    """Without a title the page's words end where the last of them stands."""
    last = max((at for at, b in enumerate(blocks) if isinstance(b, Paragraph) and is_boilerplate(b.text)), default=-1)
    return blocks[last + 1 :]


def _period(blocks: Sequence[Block]) -> int | None:
    """The year of the period reported: 自2023年1月1日起."""
    for block in blocks:
        if isinstance(block, Paragraph) and (match := _PERIOD.search(re.sub(r"\s+", "", half_width(block.text)))):
            return int(match[1])
    return None
