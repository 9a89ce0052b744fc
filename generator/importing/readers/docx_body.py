"""The body of a Word document → blocks in order."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

from generator.importing.blocks import Block
from generator.importing.readers.docx_numbering import DocxNumbering
from generator.importing.readers.docx_runs import is_mark_deleted, paragraph_text
from generator.importing.readers.docx_styles import Styles
from generator.importing.readers.docx_tables import is_layout, read_table, unwrapped
from generator.importing.readers.docx_xml import first, local
from generator.importing.readers.seen import plain
from generator.importing.readers.trimming import paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPERS = frozenset(
    (
        "document",
        "body",
        "sdt",
        "sdtContent",
        "customXml",
        "ins",
        "moveTo",
        "smartTag",
        "txbxContent",
        "tbl",
        "tr",
        "tc",
        "AlternateContent",
        "Choice",
    )
)
"""What may stand around paragraphs; a table is among them when it only lays out the page."""


_IN_CELL = frozenset({"p", "tbl"})


class DocxBody:
    """Goes through a document once; numbers are counted on the way, in tables too."""

    def __init__(self, styles: Styles, numbering: DocxNumbering) -> None:
        self._styles, self._numbering = styles, numbering
        self._paragraphs = self._tables = 0
        self._pending = ""

    def blocks(self, root: _Element) -> Iterator[Block]:
        """Every paragraph and table; what a text box holds follows the paragraph it is anchored in."""
        stack = [root]
        while stack:
            element = stack.pop()
            name = local(element)
            if name == "p":
                boxes = yield from self._paragraph(element)
                stack.extend(reversed(boxes))
            elif name == "tbl" and not is_layout(element):
                table = read_table(element, f"第{self._tables + 1}个表格", self._cell)
                if table is not None:
                    self._tables += 1
                    yield table
            elif name in _WRAPPERS:
                stack.extend(reversed(element))

    def _paragraph(self, element: _Element) -> Generator[Block, None, list[_Element]]:
        """One paragraph's blocks; returns the text boxes in it."""
        properties = first(element, "pPr")
        text, boxes = self._text(element)
        if is_mark_deleted(properties):
            self._pending = text
            return boxes
        self._pending = ""
        look = self._styles.of(properties)
        self._paragraphs += 1
        yield from paragraphs(plain(text), f"第{self._paragraphs}段", look.heading or 0, look.right)
        return boxes

    def _text(self, element: _Element) -> tuple[str, list[_Element]]:
        """A paragraph's text with its automatic number, after the text of one whose end was deleted."""
        found = paragraph_text(element, self._styles.of_run)
        look = self._styles.of(first(element, "pPr"))
        text = found.text
        if look.list_id not in {None, "0"} and text.strip():
            text = self._numbering.next(look.list_id, look.level or 0) + text
        return self._pending + text, found.boxes

    def _cell(self, cell: _Element) -> str:
        """All a cell shows: what stands in a text box or in a small table inside is a line of its own."""
        self._pending = ""
        shown: list[str] = []
        stack = list(reversed(list(unwrapped(cell, _IN_CELL))))
        while stack:
            element = stack.pop()
            if local(element) != "p":
                stack.extend(reversed(list(unwrapped(element, _IN_CELL | {"tr", "tc"}))))
                continue
            text, boxes = self._text(element)
            shown.append(text)
            stack.extend(reversed(boxes))
        return "\n".join(shown)
