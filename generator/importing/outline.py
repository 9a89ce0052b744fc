"""A published report cut into what the form knows: front, parts, ending; lines put together, strays brought home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.form.edition import Edition
from generator.form.model import Item
from generator.importing.blocks import Block, Paragraph, Published, Table
from generator.importing.headings import Section, sections
from generator.importing.labels import TableForm, table_forms
from generator.importing.narrative import CLOSED
from generator.importing.page_breaks import rejoined, without_page_marks
from generator.importing.several import chosen
from generator.importing.signature_block import read_ending
from generator.importing.stray_tables import parted_tables, without_strays
from generator.importing.title_block import TitleBlock, read_front
from generator.importing.unwrapping import line_width, unwrapped
from generator.importing.words import squeezed, without_number

_ENOUGH_ROWS = 3
"""Labels of a table's rows that make a run of lines that table."""


@dataclass(slots=True)
class Outline:
    """The blocks of each part by its key, headings as published, and what stands around them."""

    front: TitleBlock
    bodies: dict[str, list[Block]] = field(default_factory=dict)
    headings: list[Section] = field(default_factory=list)
    signed_by: str | None = None
    day: date | None = None
    left_out: tuple[Paragraph, ...] = ()
    others: tuple[Paragraph, ...] = ()
    """The titles of further reports in the same file, which are not read."""
    strays: tuple[str, ...] = ()
    """The parts whose table stood under no heading of its own and was found by the labels of its rows."""


def outline_of(published: Published, edition: Edition) -> Outline:
    """Cut a report into its parts."""
    blocks = without_page_marks(published.blocks)
    paged = len(blocks) < len(published.blocks)
    cut, others = chosen(sections(tuple(parted_tables(blocks, edition)), edition), edition)
    cut, strays = without_strays(cut, edition)
    cut = [_whole(section) if paged else section for section in cut]
    before, *found = cut
    width = 0
    if published.loose and not any(isinstance(block, Table) for block in published.blocks):
        width = line_width(_narrative_blocks(cut))
    front = read_front(before.blocks, published.title, width)
    if paged:
        front = front._replace(preface=tuple(rejoined(front.preface)))
    outline = Outline(front, headings=found, others=others, strays=tuple(strays))
    if found:
        _read_ending(outline, found, width)
    for section in found:
        if section.part is None:
            continue
        is_done = section.part.table is not None or section is found[-1]
        body = list(section.blocks) if is_done else unwrapped(section.blocks, width)
        if section.topic:
            _put_topic_back(body, section)
        outline.bodies.setdefault(section.part.key, []).extend(body)
    for key, stray in strays.items():
        outline.bodies.setdefault(key, []).extend(stray)
    _bring_home(outline, edition)
    return outline


def _whole(section: Section) -> Section:
    """A section of text of a file made from pages, its paragraphs whole again."""
    is_text = section.part is not None and section.part.table is None
    return section if not is_text else section._replace(blocks=tuple(rejoined(section.blocks)))


def _put_topic_back(blocks: list[Block], section: Section) -> None:
    """A topic that stood as a part of its own, as the subheading that it is; text in the same paragraph stays there."""
    words = without_number(section.heading)
    first = blocks[0] if blocks else None
    if section.has_text and isinstance(first, Paragraph):
        closed = words if words.endswith(CLOSED) else f"{words}："
        blocks[0] = first._replace(text=f"（一）{closed}{first.text}")
    else:
        blocks.insert(0, Paragraph(f"（一）{words}", section.place, heading=1))


def _narrative_blocks(cut: Sequence[Section]) -> list[Block]:
    return [block for section in cut if section.part is None or not section.part.table for block in section.blocks]


def _read_ending(outline: Outline, found: list[Section], width: int) -> None:
    last = found[-1]
    is_table = last.part is not None and last.part.table is not None
    blocks = list(last.blocks) if is_table else unwrapped(last.blocks, width)
    ending = read_ending(blocks, outline.front.agency)
    found[-1] = last._replace(blocks=ending.blocks)
    outline.signed_by, outline.day, outline.left_out = ending.agency, ending.day, ending.left_out


def _bring_home(outline: Outline, edition: Edition) -> None:
    """Tables that stand under another part's heading, because their own was missing or moved, go to their part."""
    for form in table_forms(edition):
        for key, blocks in list(outline.bodies.items()):
            if key == form.part.key:
                continue
            moved = [block for block in blocks if isinstance(block, Table) and _belongs(block, form)]
            if moved:
                outline.bodies[key] = [block for block in blocks if block not in moved]
                outline.bodies.setdefault(form.part.key, []).extend(moved)


def _belongs(table: Table, form: TableForm) -> bool:
    """Whether a table has several of the form's row labels, or, where those stand abreast, their names as headers."""
    text = "".join(squeezed(cell.text) for row in table.rows for cell in row)
    names = {child.label for child in form.part.children} if form.abreast else {row.forms[0] for row in form.rows}
    found = sum(squeezed(name) in text for name in names if len(name) > 2)
    return found >= min(_ENOUGH_ROWS, len(names))


def missing_parts(outline: Outline, edition: Edition) -> list[Item]:
    """The parts of which nothing was found."""
    return [part for part in edition.parts if part.key not in outline.bodies]
