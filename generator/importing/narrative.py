"""A text part's paragraphs as entries: subheadings on their own line or run in, by topic names and by their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.form.edition import member
from generator.form.model import Item, Kind
from generator.han.numerals import chinese_number
from generator.han.variants import in_usual
from generator.importing.blocks import Block, Paragraph, Table
from generator.importing.words import half_width

CLOSED = tuple("。：；，、！？…—.:;,!?")
"""The marks that end a subheading by themselves; without one a run-in subheading is closed by ：."""

_NUMBERED = re.compile(
    r"\s*(?:[（(]\s*(?P<chinese>[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）][、.．]?|(?P<comma>[一二三四五六七八九十]{1,3})、)\s*"
)
_DIGITS = re.compile(r"\s*(\d{1,2})[、.](?!\d)\s*")
_RUN_IN_END = re.compile(r"[：:。]")
_LONGEST_HEADING = 60
"""Characters of a subheading on a line of its own; our choice."""
_LONGEST_RUN_IN = 45
"""Characters of a subheading that its text follows on the same line; our choice."""


@dataclass(slots=True)
class PrintedEntry:
    """A subheading and its paragraphs. ``heading`` as printed without its number, '' for what stands before the first;
    ``run_in`` whether text follows it in the same paragraph."""

    heading: str
    run_in: bool = False
    lines: list[Paragraph] = field(default_factory=list)
    place: str = ""


@dataclass(slots=True)
class PartText:
    """A part's entries in their order, and the tables that stood among its text."""

    part: Item
    entries: list[PrintedEntry]
    tables: list[Table]

    @property
    def has_headings(self) -> bool:
        """Whether there is any subheading."""
        return any(entry.heading for entry in self.entries)


def read_narrative(part: Item, blocks: Sequence[Block]) -> PartText:
    """The entries of a text part."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    tables = [block for block in blocks if isinstance(block, Table)]
    entries, last = [PrintedEntry("")], 0
    single = _single_topic(part, paragraphs)
    number_of = _digit if _counts_in_digits(part, paragraphs) else _number
    for paragraph in paragraphs:
        number, start = number_of(paragraph.text)
        heading = None
        if number and (number > last or _starts_over(part, paragraph.text[start:], number)):
            heading = _heading(paragraph, start)
            last = number if heading else last
        elif paragraph is single or _stands_alone(part, paragraph):
            heading = _heading(paragraph, 0)
        if heading is None:
            entries[-1].lines.append(paragraph)
        else:
            entries.append(heading)
    if not entries[0].lines:
        entries.pop(0)
    return PartText(part, entries, tables)


def _number(text: str) -> tuple[int, int]:
    """The number in front of a subheading, and where its words begin; 0 for none."""
    match = _NUMBERED.match(text)
    if not match:
        return 0, 0
    numeral = match["chinese"] or match["comma"]
    if numeral.isdigit():
        return (0, 0) if half_width(text).lstrip()[0] == "(" else (int(numeral), match.end())
    return chinese_number(numeral) or 0, match.end()


def _digit(text: str) -> tuple[int, int]:
    """The same for subheadings numbered 1、2、."""
    match = _DIGITS.match(half_width(text))
    return (int(match[1]), match.end()) if match else (0, 0)


def _counts_in_digits(part: Item, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the part's subheadings are numbered 1、2、: one of them is a topic, and none is numbered otherwise."""
    if any(_number(paragraph.text)[0] for paragraph in paragraphs):
        return False
    return any(
        number and _starts_over(part, p.text[start:], number) for p in paragraphs for number, start in [_digit(p.text)]
    )


def _starts_over(part: Item, words: str, number: int) -> bool:
    """A number that does not go on counting still heads an entry when a topic of the form follows it."""
    head = _RUN_IN_END.split(words, maxsplit=1)[0]
    return number > 0 and len(head) <= _LONGEST_RUN_IN and member(part, in_usual(head)) is not None


def _heading(paragraph: Paragraph, start: int) -> PrintedEntry | None:
    """A paragraph that begins an entry: the whole of it, or its words up to the first ： or 。; None for mere text."""
    words = paragraph.text[start:].strip()
    end = _RUN_IN_END.search(words)
    if not words or (end and end.end() < len(words)):
        return _run_in(paragraph, words, end)
    if len(words) > _LONGEST_HEADING:
        return None
    return PrintedEntry(words, place=paragraph.place)


def _run_in(paragraph: Paragraph, words: str, end: re.Match[str] | None) -> PrintedEntry | None:
    if end is None or end.start() > _LONGEST_RUN_IN or not end.start():
        return None
    text = paragraph._replace(text=words[end.end() :].strip())
    return PrintedEntry(words[: end.end()], True, [text], paragraph.place)


def _single_topic(part: Item, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The only paragraph that names a topic without a number: a single subheading is not numbered."""
    if any(_number(paragraph.text)[0] for paragraph in paragraphs):
        return None
    named = [paragraph for paragraph in paragraphs if _topic(part, paragraph)]
    return named[0] if len(named) == 1 else None


def _topic(part: Item, paragraph: Paragraph) -> Item | None:
    head = _RUN_IN_END.split(paragraph.text, maxsplit=1)[0]
    item = member(part, in_usual(head)) if len(head) <= _LONGEST_RUN_IN else None
    return item if item and item.kind is not Kind.TEXT else None


def _stands_alone(part: Item, paragraph: Paragraph) -> bool:
    """A subheading without a number on its own line: marked as one by the source, or a topic's name and no more."""
    text = paragraph.text.rstrip("：:。")
    if paragraph.heading:
        return len(text) <= _LONGEST_HEADING and not _RUN_IN_END.search(text)
    return not _RUN_IN_END.search(text) and _topic(part, paragraph) is not None
