"""Where the parts of a report begin: headings by the form's labels and variants, whatever their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from generator.form.edition import Edition
from generator.form.model import Item, Kind
from generator.han.numerals import to_chinese
from generator.importing.blocks import Block, Paragraph
from generator.importing.labels import table_forms
from generator.importing.words import half_width, label_form, similarity

_PART_NUMBER = re.compile(
    r"\s*(?:第\s*([一二三四五六七八九十])\s*部分\s*[:,、]?|([一二三四五六七八九十])\s*[、.,:\s])\s*"
)
_DIGIT_NUMBER = re.compile(r"\s*([1-9])\s*[、.]\s*(?!\d)")
_OTHER_NUMBER = re.compile(r"\s*(?:[(]\s*[一二三四五六七八九十\d]+\s*[)]|[①-⑩])")
_LONGEST = 60
"""Characters of a heading; the form's longest has under 40."""
_ALIKE = 0.72
"""Likeness (0 to 1) from which a heading is the form's, misprinted; our choice."""
_GLUED = 200
"""Characters of a paragraph that may be a whole page with its tags stripped; a shorter one cannot hold parts."""
_CONTENTS = 3
"""Headings in a row, each again further down, from which they are a table of contents."""


class PartHeading(NamedTuple):
    """A heading: the part it opens, the topic where the part's topic stands as a heading of its own, and the text that
    follows it in the same paragraph. ``exact``: one of the form's labels or variants."""

    part: Item
    topic: str = ""
    rest: str = ""
    exact: bool = True


class Section(NamedTuple):
    """A part's blocks. ``heading`` as published; ``topic`` as in :class:`PartHeading`; ``has_text``: the
    first block is the rest of the heading's own paragraph."""

    part: Item | None
    heading: str
    blocks: tuple[Block, ...]
    topic: str = ""
    place: str = ""
    exact: bool = True
    has_text: bool = False


def sections(blocks: tuple[Block, ...], edition: Edition) -> list[Section]:
    """The blocks cut at the headings of parts; what stands before the first one has no part."""
    whole = [piece for block in blocks for piece in _unglued(block, edition)]
    found = [(at, heading) for at, block in enumerate(whole) if (heading := _heading(block, edition))]
    if not found:
        found = [(at, heading) for at, block in enumerate(whole) if (heading := _in_brackets(block, edition))]
    found = _without_own_topics(_without_contents(found), whole)
    first = found[0][0] if found else len(whole)
    result = [Section(None, "", tuple(whole[:first]))]
    for number, (at, heading) in enumerate(found):
        end = found[number + 1][0] if number + 1 < len(found) else len(whole)
        block = whole[at]
        assert isinstance(block, Paragraph)
        rest = (block._replace(text=heading.rest),) if heading.rest else ()
        body = (*rest, *whole[at + 1 : end])
        printed = block.text.removesuffix(heading.rest).rstrip() if heading.rest else block.text
        result.append(
            Section(heading.part, printed, body, heading.topic, block.place, heading.exact, bool(heading.rest))
        )
    return result


def _without_own_topics(found: list[tuple[int, PartHeading]], blocks: list[Block]) -> list[tuple[int, PartHeading]]:
    """Without the topics that a part numbers 1、2、 within itself: they are its subheadings, no parts of their own."""
    kept: list[tuple[int, PartHeading]] = []
    for at, heading in found:
        block = blocks[at]
        is_within = bool(heading.topic and kept and kept[-1][1].part is heading.part)
        if not (is_within and isinstance(block, Paragraph) and _DIGIT_NUMBER.match(half_width(block.text))):
            kept.append((at, heading))
    return kept


def _without_contents(found: list[tuple[int, PartHeading]]) -> list[tuple[int, PartHeading]]:
    """Without a table of contents: several headings with nothing between them that all come again."""
    kept: list[tuple[int, PartHeading]] = []
    number = 0
    while number < len(found):
        end = number + 1
        while end < len(found) and found[end][0] == found[end - 1][0] + 1 and not found[end - 1][1].rest:
            end += 1
        later = {heading.part.key for _, heading in found[end:]}
        if end - number < _CONTENTS or not all(heading.part.key in later for _, heading in found[number:end]):
            kept += found[number:end]
        number = end
    return kept


def _heading(block: Block, edition: Edition) -> PartHeading | None:
    if not isinstance(block, Paragraph) or not block.text:
        return None
    text = half_width(block.text).lstrip("#* \t").rstrip("* ")
    number, length = _number(text)
    if number or length:
        return _numbered(block.text, text, number, length, edition)
    if len(text) > _LONGEST or _OTHER_NUMBER.match(text) or text.startswith(":"):
        return None
    form = label_form(text)
    part = next((part for part in edition.parts if form == label_form(part.label)), None)
    return PartHeading(part) if part else None


def _in_brackets(block: Block, edition: Edition) -> PartHeading | None:
    """A part's own name numbered （一）, as where all headings are one level lower than the form's."""
    if not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
        return None
    text = half_width(block.text).lstrip("#* \t").rstrip("* ")
    match = _OTHER_NUMBER.match(text)
    name = label_form(text[match.end() :]) if match else ""
    return next((PartHeading(part) for part in edition.parts if name and name == label_form(part.label)), None)


def _number(text: str) -> tuple[str, int]:
    """The part's number at the start of a heading, and where the words begin."""
    if match := _PART_NUMBER.match(text):
        return match[1] or match[2], match.end()
    if match := _DIGIT_NUMBER.match(text):
        return to_chinese(int(match[1])), match.end()
    return "", 0


def _numbered(typed: str, text: str, number: str, start: int, edition: Edition) -> PartHeading | None:
    words = text[start:]
    head = re.split(r"[:。]", words, maxsplit=1)[0]
    rest = words[len(head) + 1 :].strip()
    if len(head) > _LONGEST:
        return None
    heading = _named(label_form(head), number, edition)
    if heading is None or (text.lstrip()[:1].isdigit() and not heading.exact):
        return None
    if rest and len(typed) >= len(rest):
        rest = typed[-len(rest) :]
    return heading._replace(rest=rest)


def _named(form: str, number: str, edition: Edition) -> PartHeading | None:
    """The part or topic that a numbered heading names; rows of the tables that are numbered alike are none."""
    names = _names(edition.first_year, edition)
    fitting = [(part, topic) for name, part, topic in names if name == form]
    fitting.sort(key=lambda pair: (pair[0].number != number, pair[1] != ""))
    if fitting:
        return PartHeading(*fitting[0])
    if len(form) < 4 or form in _row_forms(edition.first_year, edition):
        return None
    scored = [(similarity(form, name), part.number == number, part) for name, part, topic in names if not topic]
    score, _, part = max(scored, key=lambda item: item[:2])
    if score < _ALIKE or any(similarity(form, row) > score for row in _row_forms(edition.first_year, edition)):
        return None
    return PartHeading(part, exact=False)


@cache
def _names(_first_year: int, edition: Edition) -> tuple[tuple[str, Item, str], ...]:
    """Every name of a part, and every name of a topic with the part it belongs to."""
    return tuple(dict.fromkeys(_all_names(edition)))


def _all_names(edition: Edition) -> Iterator[tuple[str, Item, str]]:
    for part in edition.parts:
        for name in (part.label, part.key, *part.variants):
            yield label_form(name), part, ""
        for topic in part.children:
            if topic.kind is Kind.TOPIC:
                for name in (topic.label, *topic.variants):
                    yield label_form(name), part, topic.key


@cache
def _row_forms(_first_year: int, edition: Edition) -> frozenset[str]:
    forms = {form for table in table_forms(edition) for row in table.rows for form in row.forms}
    return frozenset(forms | {label_form(child.label) for part in edition.tables for child in part.children})


def _unglued(block: Block, edition: Edition) -> list[Block]:
    """A page whose tags were stripped is one paragraph: cut it at headings of parts and at numbered subheadings."""
    if not isinstance(block, Paragraph) or len(block.text) < _GLUED:
        return [block]
    marks = _glued_headings(edition.first_year, edition)
    starts = list(marks.finditer(block.text))
    if len(starts) < 3:
        return [block]
    cuts = [0]
    for match in starts:
        cuts += [match.start(1), match.end(1)]
    cuts.append(len(block.text))
    pieces = [block.text[a:b].strip() for a, b in pairwise(cuts)]
    texts = [line for piece in pieces for line in _SUBHEADING.split(piece)]
    return [block._replace(text=text.strip()) for text in texts if text.strip()]


_SUBHEADING = re.compile(r"(?<=[。；;!！])(?=\s*[（(][一二三四五六七八九十]{1,2}[)）])")


@cache
def _glued_headings(_first_year: int, edition: Edition) -> re.Pattern[str]:
    """A number followed by a part's name, anywhere in a text."""
    names = sorted({name for part in edition.parts for name in (part.label, *part.variants)}, key=len, reverse=True)
    spaced = "|".join(r"\s*".join(map(re.escape, name)) for name in names)
    return re.compile(rf"([一二三四五六七八九十]\s*、\s*(?:{spaced}))")
