"""A published report as it was found: paragraphs and tables in their order, whatever format it came in."""

from __future__ import annotations

from typing import NamedTuple


class Cell(NamedTuple):
    """A table cell as found: its text (line breaks inside it kept as ``\\n``) and how far it spans.

    ``aside`` says in words what was seen in the cell beside its text or as a mark in it (a raised number, something
    struck out). Where it does, ``bare`` is the text without the marks; '' where nobody can tell what belongs together.
    """

    text: str
    columns: int = 1
    rows: int = 1
    bare: str = ""
    aside: str = ""


class Paragraph(NamedTuple):
    """A paragraph, trimmed, never empty. ``place`` is for people: 第12行, 第3段, 第2页.

    ``heading`` is the level the source marks it with (1–9), 0 for ordinary text. ``aligned_right`` as the source says.
    ``indent``: in text whose lines were broken by a page, the columns of blank before the line (a Chinese character is
    two), which tells a paragraph's first line from those that follow; 0 where the source has real paragraphs.
    """

    text: str
    place: str = ""
    heading: int = 0
    aligned_right: bool = False
    indent: int = 0


class Table(NamedTuple):
    """A table with cells; rows hold the cells that start in them. ``place`` is for people."""

    rows: tuple[tuple[Cell, ...], ...]
    place: str = ""


Block = Paragraph | Table


class Unsettled(NamedTuple):
    """Changes that were tracked and neither accepted nor refused, and comments, in a Word file."""

    changes: int = 0
    comments: int = 0

    @property
    def words(self) -> str:
        """How much of what, in words; '' where there is nothing."""
        changes = f"{self.changes} 处修订没有接受或者拒绝" if self.changes else ""
        comments = f"{self.comments} 条批注" if self.comments else ""
        return "，还有 ".join(filter(None, (changes, comments)))


class Published(NamedTuple):
    """A published file: its blocks in order, and its title where the format names one (HTML's <title>, DOCX's core
    properties). ``loose``: the blocks come from copied or extracted text, where table rows may be paragraphs of
    figures separated by tabs, blanks or nothing. ``unsettled``: what a Word file still carries from its making."""

    blocks: tuple[Block, ...]
    title: str = ""
    loose: bool = False
    unsettled: Unsettled = Unsettled()


class UnreadableError(Exception):
    """The file cannot be read as a published report; the message says why in Chinese, ``hint`` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
