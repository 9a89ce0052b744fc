"""A page's elements in order → paragraphs and tables. One pass, no recursion: pages nest as they like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from generator.importing.blocks import Block, Paragraph
from generator.importing.readers.html_lists import Numbering
from generator.importing.readers.html_looks import Looks
from generator.importing.readers.html_tables import OpenTable, is_layout
from generator.importing.readers.html_text import TextBuffer
from generator.importing.readers.trimming import lines

if TYPE_CHECKING:
    from lxml.etree import _Element

_DROPPED = frozenset(
    (
        "script",
        "style",
        "head",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "embed",
        "applet",
        "select",
        "option",
        "datalist",
        "button",
        "textarea",
        "canvas",
        "audio",
        "video",
        "map",
        "nav",
        "colgroup",
        "rp",
        "rt",
    )
)
"""What holds no text of the page, or only its controls."""

_PAGE_EDGES = frozenset({"header", "footer"})
"""What LibreOffice calls the page's header and footer."""

_BLOCKS = frozenset(
    (
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "center",
        "address",
        "figure",
        "figcaption",
        "fieldset",
        "legend",
        "hr",
        "details",
        "summary",
        "body",
        "html",
        "form",
        "table",
        "caption",
        "tr",
        "td",
        "th",
    )
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BREAKS_IN_CELL = _BLOCKS - {"tr", "td", "th"}


class _Context(NamedTuple):
    """What an element hands on to those inside it."""

    heading: int = 0
    right: bool = False
    pre: bool = False


class Flow:
    """Reads a tree once. ``hidden``: what the looks hide is read as well."""

    def __init__(self, root: _Element, looks: Looks, hidden: bool = False) -> None:
        self._root, self._looks, self._hidden = root, looks, hidden
        self._contexts = [_Context()]
        self._text = TextBuffer()
        self._tables: list[OpenTable | None] = []
        self._numbering = Numbering()
        self._paragraphs = self._tables_found = 0
        self._last = self._number = ""
        self.hidden_size = 0

    def blocks(self) -> Iterator[Block]:
        """Every block in the order of the page."""
        from lxml import etree

        walk = etree.iterwalk(self._root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                if self._is_dropped(element):
                    self._count_hidden(element)
                    self._contexts.append(self._contexts[-1])
                    walk.skip_subtree()
                else:
                    yield from self._start(element)
                    self._add(element.text)
                continue
            if event == "end":
                yield from self._end(element)
                self._contexts.pop()
            self._add(element.tail)
        yield from self._flushed()

    def _count_hidden(self, element: _Element) -> None:
        """How much text the looks hide."""
        if element.tag not in _DROPPED:
            self.hidden_size += sum(len(text.strip()) for text in element.itertext())

    def _is_dropped(self, element: _Element) -> bool:
        if element.tag in _DROPPED or (element.tag == "div" and element.get("title") in _PAGE_EDGES):
            return True
        return not self._hidden and self._looks.of(element).hidden

    def _start(self, element: _Element) -> Iterator[Block]:
        tag = str(element.tag)
        if tag in _BLOCKS:
            yield from self._boundary(tag)
        look, outer = self._looks.of(element), self._contexts[-1]
        right = outer.right if look.right is None else look.right
        pre = tag == "pre" or (outer.pre if look.pre is None else look.pre)
        self._contexts.append(_Context(_HEADINGS.get(tag, outer.heading), right, pre))
        if tag == "br":
            self._buffer().line_break()
        elif tag == "table":
            self._tables.append(None if is_layout(element) else OpenTable())
        elif tag in {"ul", "ol", "li"}:
            self._number = self._numbering.start(element)
        elif self._tables and (table := self._tables[-1]) is not None:
            if tag == "tr":
                table.start_row()
            elif tag in {"td", "th"}:
                table.start_cell(element)

    def _end(self, element: _Element) -> Iterator[Block]:
        tag = str(element.tag)
        if tag not in _BLOCKS or self._is_dropped(element):
            return
        if tag == "caption":
            yield from self._caption()
            return
        yield from self._boundary(tag)
        self._numbering.end(tag)
        table = self._tables[-1] if self._tables else None
        if tag == "table" and self._tables:
            self._tables.pop()
        if table is None:
            return
        if tag in {"td", "th"}:
            table.end_cell()
        elif tag == "table" and (finished := table.finished(self._tables_found + 1)) is not None:
            self._tables_found += 1
            yield finished

    def _buffer(self) -> TextBuffer:
        """Where text goes: the open cell, or the paragraph."""
        table = self._tables[-1] if self._tables else None
        return table.text if table is not None and table.in_cell else self._text

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if self._number and not text.isspace():
            self._buffer().add(self._number, pre=True)
            self._number = ""
        self._buffer().add(text, self._contexts[-1].pre)

    def _boundary(self, tag: str) -> Iterator[Block]:
        """A block element begins or ends: a new line in a cell, a new paragraph elsewhere."""
        table = self._tables[-1] if self._tables else None
        if table is not None and table.in_cell:
            if tag in _BREAKS_IN_CELL:
                table.text.line_break()
            return
        yield from self._flushed()

    def _caption(self) -> Iterator[Block]:
        """A table's caption, unless it only repeats the heading above the table."""
        text = self._text.taken()
        shown = lines(text)
        if shown and "".join(shown) not in self._last:
            self._text.add(text, pre=True)
            yield from self._flushed()

    def _flushed(self) -> Iterator[Paragraph]:
        if not self._text:
            return
        context = self._contexts[-1]
        shown = lines(self._text.taken())
        if shown:
            self._paragraphs += 1
            self._last = shown[-1]
        for line in shown:
            yield Paragraph(line, f"第{self._paragraphs}段", context.heading, context.right)
