"""The blocks of a printed report. Text in them is final: renderers escape it, and change nothing else.

Named tuples, because every build imports them: nine dataclasses take 8 ms to make, these 2.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from generator.form.frame import Cell
from generator.form.frame_sums import FrameBalance, FrameSum, Position

__all__ = [
    "Block",
    "Cell",
    "Document",
    "FrameBalance",
    "FrameSum",
    "Heading",
    "Note",
    "Paragraph",
    "Position",
    "Signature",
    "Subheading",
    "Table",
    "Title",
]

DRAFT = "草稿"
"""The mark on every page of a report that is not fit to be published yet, and in its file's name."""


class Title(NamedTuple):
    """The report's title, one string a printed line."""

    lines: tuple[str, ...]


class Heading(NamedTuple):
    """A part's heading, 一、总体情况."""

    text: str


class Subheading(NamedTuple):
    """A subheading on its own line, （一）主动公开."""

    text: str


class Paragraph(NamedTuple):
    """A paragraph of text; ``lead`` is a run-in subheading before it (（一）主动公开：), in the subheading's type."""

    text: str
    lead: str = ""


class Table(NamedTuple):
    """A table as a grid. ``rows[r]`` holds the cells that *start* in row r, left to right; spans fill the rest.

    ``header_rows`` counts the rows at the top that repeat on each page. ``widths`` are the columns' shares of the
    text width, in thousandths, together 1000. ``caption`` names the table for readers that cannot see it.
    ``label_columns`` counts the columns on the left that hold labels. ``together``: the table has further headers
    below its first ones, so a page break with repeated headers would mislead; it is kept on one page.
    ``divided_at``: the row with which its second page begins, labels that reach over it said again; 0 where that is
    not told. ``sums`` and ``balances`` say how its figures hang together.
    """

    caption: str
    columns: int
    widths: tuple[int, ...]
    header_rows: int
    rows: tuple[tuple[Cell, ...], ...]
    label_columns: int = 0
    together: bool = False
    divided_at: int = 0
    sums: tuple[FrameSum, ...] = ()
    balances: tuple[FrameBalance, ...] = ()


class Note(NamedTuple):
    """A paragraph of 注 under a table."""

    text: str


class Signature(NamedTuple):
    """落款: agency, date, or one of them, set to the right; where exactly, ``measuring.signature_span`` says."""

    lines: tuple[str, ...]


Block = Title | Heading | Subheading | Paragraph | Table | Note | Signature


class Document(NamedTuple):
    """A whole report ready to be set. ``title`` is the title on one line, for metadata and file names.

    ``draft``: 草稿 must be visible on every page. ``page_numbers``: centred on each page, or outside as GB/T 9704 has
    it (7.5: right on odd pages, left on even ones, one character in); formats without pages know none. ``meta`` are the
    tags of a web page, name and content, in their order.
    """

    title: str
    agency: str
    year: str
    blocks: tuple[Block, ...]
    draft: bool = False
    page_numbers: Literal["centred", "outside"] = "centred"
    meta: tuple[tuple[str, str], ...] = ()
