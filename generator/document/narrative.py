"""A text part: numbered subheadings, run in or on their own line, and their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.document.blocks import Block, Paragraph, Subheading
from generator.document.figures import ordinal
from generator.document.sentence import sentence_of
from generator.form.figure_sentences import sentence_items
from generator.form.model import Item
from generator.report.model import Narrative, Report
from generator.report.model import NarrativeEntry as Entry

_CLOSED = tuple("。：；，、！？…—.:;,!?")
_TYPED_SUBHEADING = re.compile(r"[（(][一二三四五六七八九十]+[）)].*?(?:[：。]|$)")


def narrative_blocks(report: Report, part: Item) -> Iterator[Block]:
    """The blocks of a text part: 概述 first, then its entries in file order, or its plain paragraphs."""
    narrative = report.narratives.get(part.key, Narrative())
    for paragraph in narrative.paragraphs:
        yield _plain(paragraph.text)
    entries = sorted(narrative.entries, key=lambda entry: entry.heading != "")
    headings = _headings(part, entries)
    for entry, heading in zip(entries, headings, strict=True):
        yield from _entry(report, entry, heading)


def _plain(line: str) -> Block:
    """A typed line; what it begins with, （一） up to the first ： or 。, is set as a subheading."""
    match = _TYPED_SUBHEADING.match(line)
    if not match:
        return Paragraph(line)
    lead, text = line[: match.end()], line[match.end() :]
    return Paragraph(text, lead) if text else Subheading(lead)


def _headings(part: Item, entries: list[Entry]) -> list[str]:
    """The printed subheading of each entry: numbered when there are several, '' for none."""
    texts = [_heading(part, entry) for entry in entries]
    numbered = [text for text in texts if text]
    if len(numbered) > 1:
        numbers = iter(range(1, len(numbered) + 1))
        return [text and ordinal(next(numbers)) + text for text in texts]
    said = {item.label for item in sentence_items(part)}
    return ["" if text in said and _has_text(entry) else text for text, entry in zip(texts, entries, strict=True)]


def _heading(part: Item, entry: Entry) -> str:
    """The heading as the report has it; the key of a topic given as figures stands for the form's full heading."""
    return next((item.label for item in sentence_items(part) if item.key == entry.heading), entry.heading)


def _has_text(entry: Entry) -> bool:
    return bool(entry.paragraphs or entry.sentence_figures)


def _entry(report: Report, entry: Entry, heading: str) -> Iterator[Block]:
    texts = [paragraph.text for paragraph in entry.paragraphs]
    if entry.sentence_figures:
        texts.insert(0, sentence_of(report, entry))
    run_in = report.run_in if entry.run_in is None else entry.run_in
    if heading and run_in and texts:
        yield Paragraph(texts.pop(0), heading if heading.endswith(_CLOSED) else f"{heading}：")
    elif heading:
        yield Subheading(heading)
    for text in texts:
        yield Paragraph(text)
