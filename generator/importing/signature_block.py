"""What stands after the last part's text: 落款, and what the page adds below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from generator.han.numerals import ORDINALS, YEAR, chinese_number, year_number
from generator.importing.blocks import Block, Paragraph
from generator.importing.boilerplate import is_boilerplate, without_tail
from generator.importing.names import is_whole_name
from generator.importing.words import half_width
from generator.report.agencies import is_named, same_agency
from generator.source.scalars import read_date

_NUMBER = rf"(\d{{1,2}}|[{ORDINALS}]{{1,3}})"
_DAY = re.compile(rf"({YEAR})\s*(?:年|-|/|\.)\s*{_NUMBER}\s*(?:月|-|/|\.)\s*{_NUMBER}\s*日?")
_LONGEST_NAME = 40
"""Characters of a signature's line; the longest names of agencies have under 40."""
_SENTENCE = re.compile(r"[。；：，！？:;!?,]")
_NUMBERED = re.compile(r"\s*[（(]?[一二三四五六七八九十\d]+[)）、.]")
_PLACES = tuple("省市县区旗州盟")


class Ending(NamedTuple):
    """The last part's own blocks, 落款 (either may be missing), and how much was left out after it."""

    blocks: tuple[Block, ...]
    agency: str | None = None
    day: date | None = None
    left_out: tuple[Paragraph, ...] = ()


def read_ending(blocks: Sequence[Block], agency: str | None) -> Ending:
    """Cut 落款 and the page's own words off the end."""
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if isinstance(block, Paragraph) and (signed := _dated(block.text)):
            return _signed(blocks, at, *signed, agency)
    body = list(blocks)
    cut = next((at for at, b in enumerate(body) if isinstance(b, Paragraph) and is_boilerplate(b.text)), len(body))
    body = body[:cut]
    end = len(body)
    start = _broken_name(body, end, agency)
    if start == end and body and isinstance(body[-1], Paragraph) and _is_name(body[-1], agency):
        start = end - 1
    return Ending(_trimmed(body[:start]), _joined(body[start:]))


def _signed(blocks: Sequence[Block], at: int, name: str, day: date, agency: str | None) -> Ending:
    start, rest = at, [b for b in blocks[at + 1 :] if isinstance(b, Paragraph)]
    before = blocks[at - 1] if at else None
    if not name and (broken := _broken_name(blocks, at, agency)) < at:
        name, start = _joined(blocks[broken:at]) or "", broken
    elif not name and isinstance(before, Paragraph) and _may_sign(before, blocks[at], blocks[: at - 1], agency):
        name, start = before.text, at - 1
    elif not name and rest and _is_name(rest[0], agency):
        name = rest.pop(0).text
    left_out = tuple(b for b in rest if "。" in b.text and not is_boilerplate(b.text))
    return Ending(_trimmed(list(blocks[:start])), _unspaced(name) or None, day, left_out)


def _broken_name(blocks: Sequence[Block], end: int, agency: str | None) -> int:
    """Where a name begins that was too long for its line and ends right above ``end``; else ``end``.

    It is the report's own, or stands on the right and was broken behind a place or before a bracket.
    """
    own, name, start = _unspaced(agency or ""), "", end
    while start and isinstance(above := blocks[start - 1], Paragraph):
        line = _unspaced(above.text)
        is_broken = not name or name.startswith(("（", "(")) or line.endswith(_PLACES)
        if not own.endswith(line + name) and not (above.aligned_right and is_broken and not _SENTENCE.search(line)):
            break
        name, start = line + name, start - 1
    return start if start < end - 1 else end


def _unspaced(text: str) -> str:
    return "".join(text.split())


def _joined(blocks: Sequence[Block]) -> str | None:
    return "".join(block.text for block in blocks if isinstance(block, Paragraph)) or None


def _may_sign(block: Paragraph, dated: Block, above: Sequence[Block], agency: str | None) -> bool:
    """Whether the line right above the date is a name that signs, and no text of the part.

    A name that has nothing to do with the report's agency is text where the date alone stands on the right, and where
    nothing else is below the heading above it.
    """
    if _is_own(block.text, agency) or block.aligned_right:
        return len(block.text) <= _LONGEST_NAME
    text = _unspaced(block.text)
    is_name = (
        len(block.text) <= _LONGEST_NAME
        and is_whole_name(text)
        and not _SENTENCE.search(block.text)
        and not _NUMBERED.match(block.text)
        and not is_boilerplate(block.text)
    )
    if not is_name or agency is None or is_named(text, agency):
        return is_name
    return not (isinstance(dated, Paragraph) and dated.aligned_right) and not _ends_in_heading(above)


def _ends_in_heading(blocks: Sequence[Block]) -> bool:
    """Whether a part's heading, or a subheading, is the last thing that was said."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph):
        return last is None
    is_closed = _SENTENCE.search(last.text.rstrip("：:")) is not None
    return bool(last.heading) or (_NUMBERED.match(last.text) is not None and not is_closed)


def _is_own(text: str, agency: str | None) -> bool:
    """Whether a line is the agency's name, or its usual short one (云溪县住建局)."""
    return agency is not None and (text == agency or (len(text) <= _LONGEST_NAME and same_agency(text, agency)))


def _is_name(block: Paragraph, agency: str | None) -> bool:
    text = _unspaced(block.text)
    return _is_own(text, agency) or (block.aligned_right and len(text) <= _LONGEST_NAME and not _SENTENCE.search(text))


def _trimmed(blocks: list[Block]) -> tuple[Block, ...]:
    """Without the page's words at the end, also where they are glued to the last sentence."""
    while blocks and isinstance(last := blocks[-1], Paragraph) and is_boilerplate(last.text):
        blocks.pop()
    if blocks and isinstance(last := blocks[-1], Paragraph):
        blocks[-1] = last._replace(text=without_tail(last.text))
    return tuple(blocks)


def _dated(text: str) -> tuple[str, date] | None:
    """What stands before the date, and the date, of a line that ends with one and says nothing else."""
    plain = half_width(text).strip().strip("()")
    if len(plain) > _LONGEST_NAME + 20:
        return None
    match = re.fullmatch(rf"(.*?)\s*{_DAY.pattern}", plain, re.DOTALL)
    if match is None:
        return None
    name = match[1].strip()
    found = read_date(f"{year_number(match[2])}-{_number(match[3]):02}-{_number(match[4]):02}")
    if not isinstance(found, date) or _SENTENCE.search(name) or len(name) == 1:
        return None
    return name, found


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else chinese_number(text) or 0
