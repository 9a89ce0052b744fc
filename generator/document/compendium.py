"""Many agencies' texts topic by topic, each under its agency's name: what a government's own text is written from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from generator.document.blocks import Block, Document, Heading, Paragraph, Subheading, Title
from generator.form.edition import Edition, member
from generator.form.model import Item

NAME = "各单位年度报告文字汇编"
"""What such a document is called; it stands in its title."""
_FURTHER = "其他小标题"
_UNDIVIDED = "没有分小标题的"
_ENDS = "。．.：:；;，,、 "
"""What a heading may end with as its agency has typed it: none stands before the colon that follows it here."""


class Told(NamedTuple):
    """What an agency wrote under one subheading; ``topic`` is '' for none of the form's, ``heading`` as printed."""

    agency: str
    part: str
    topic: str
    heading: str
    paragraphs: tuple[str, ...]


def compendium(edition: Edition, agency: str, year: int, texts: Iterable[Told]) -> Document:
    """The texts that ``agency``'s report of ``year`` is written from, in the order of the form and of ``texts``."""
    by_place: dict[tuple[str, str], list[Told]] = {}
    for told in texts:
        place = (told.part, told.topic or (_FURTHER if told.heading else _UNDIVIDED))
        by_place.setdefault(place, []).append(told)
    blocks: list[Block] = [Title((agency, f"{year}年{NAME}"))]
    for part in edition.narratives:
        for topic in (_UNDIVIDED, *(child.key for child in part.children), _FURTHER):
            blocks += _topic(part, topic, by_place.get((part.key, topic), []))
    return Document(f"{agency}{year}年{NAME}", agency, str(year), tuple(blocks))


def _topic(part: Item, topic: str, texts: list[Told]) -> Iterator[Block]:
    if texts:
        yield Heading(f"{part.heading}：{topic}")
    for agency, those in groupby(texts, key=lambda told: told.agency):
        yield Subheading(agency)
        for told in those:
            yield from _text(told, part)


def _text(told: Told, part: Item) -> Iterator[Block]:
    """The paragraphs as they are; before them the subheading where it is the agency's own."""
    heading = told.heading.rstrip(_ENDS)
    item = member(part, heading)
    own = heading if item is None or item.key != told.topic else ""
    if own and not told.paragraphs:
        yield Paragraph(own)
    for number, text in enumerate(told.paragraphs):
        yield Paragraph(text, f"{own}：" if own and number == 0 else "")
