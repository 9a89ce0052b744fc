"""The blocks of a printed report. Text in them is final: renderers escape it, and change nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Title:
    """The report's title, one string a printed line."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A part's heading, 一、总体情况."""

    text: str


@dataclass(frozen=True, slots=True)
class Subheading:
    """A subheading on its own line, （一）主动公开."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text; ``lead`` is a run-in subheading before it (（一）主动公开：), in the subheading's type."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table grid. ``role`` says what it is: a heading of columns, a label of rows, or a figure."""

    text: str
    role: Literal["header", "label", "figure"]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a grid. ``rows[r]`` holds the cells that *start* in row r, left to right; spans fill the rest.

    ``header_rows`` counts the rows at the top that repeat on each page. ``widths`` are the columns' shares of the
    text width, in thousandths, together 1000. ``caption`` names the table for readers that cannot see it.
    ``label_columns`` counts the columns on the left that hold labels. ``together``: the table has further headers
    below its first ones, so a page break with repeated headers would mislead; it is kept on one page.
    """

    caption: str
    columns: int
    widths: tuple[int, ...]
    header_rows: int
    rows: tuple[tuple[Cell, ...], ...]
    label_columns: int = 0
    together: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph of 注 under a table."""

    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """落款: lines set to the right at the end."""

    lines: tuple[str, ...]


Block = Title | Heading | Subheading | Paragraph | Table | Note | Signature


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report ready to be set. ``title`` is the title on one line, for metadata and file names.

    ``draft``: 草稿 must be visible on every page.
    """

    title: str
    agency: str
    year: str
    blocks: tuple[Block, ...]
    draft: bool = False
