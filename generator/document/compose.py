"""A report as the blocks that are printed, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.document.blocks import Block, Document, Heading, Note, Paragraph, Signature, Title
from generator.document.figures import UNKNOWN, day_text, figure_text
from generator.document.grid import table_of
from generator.document.name_lines import name_lines
from generator.document.narrative import narrative_blocks
from generator.document.title import title_lines
from generator.form.edition import NOTE
from generator.form.model import Item
from generator.report.model import Report

_NOTED = re.compile(f"{NOTE.label}[：:]")
"""A note that says itself what it is."""

_SIGNED = 24
"""Characters of a line of 落款: 28 less two on each side (GB/T 9704 7.3.5.2 右空二字)."""


def compose(report: Report, draft: bool = False) -> Document:
    """The whole report ready to be set; what is not known is printed as ？."""
    lines = title_lines(report)
    return Document(
        title="".join(lines),
        agency=report.agency or UNKNOWN,
        year=figure_text(report.year),
        blocks=(Title(lines), *_body(report)),
        draft=draft,
        page_numbers="outside" if report.page_numbers_outside else "centred",
    )


def _body(report: Report) -> Iterator[Block]:
    for paragraph in report.preface:
        yield Paragraph(paragraph.text)
    for part in report.edition.parts:
        yield Heading(part.heading)
        yield from _table(report, part) if part.table else narrative_blocks(report, part)
    yield from _signature(report)


def _table(report: Report, part: Item) -> Iterator[Block]:
    yield table_of(report.edition, part, report.figures)
    for number, paragraph in enumerate(report.notes.get(part.key, ())):
        yield Note(paragraph.text if number or _NOTED.match(paragraph.text) else f"{NOTE.label}：{paragraph.text}")


def _signature(report: Report) -> Iterator[Block]:
    signed = report.signature
    if not signed:
        return
    lines = (*name_lines(signed.agency or "", _SIGNED), signed.day and day_text(signed.day))
    if any(lines):
        yield Signature(tuple(line for line in lines if line))
