"""A page's elements in order → paragraphs and tables. One pass, no recursion: pages nest as they like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from generator.importing.blocks import Block, Paragraph
from generator.importing.readers.html_lists import HtmlNumbering
from generator.importing.readers.html_looks import HtmlStyle, Looks
from generator.importing.readers.html_tables import OpenTable, is_layout
from generator.importing.readers.html_text import TextBuffer
from generator.importing.readers.seen import (
    APART,
    FAINT,
    LOWERED,
    POP_DIRECTION,
    RAISED,
    RIGHT_TO_LEFT,
    STRUCK,
    may_be_mark,
    plain,
    wrapped,
)
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
        "title",
        "noframes",
        "progress",
        "meter",
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
_KINDS = {
    "sup": RAISED,
    "sub": LOWERED,
    "s": STRUCK,
    "strike": STRUCK,
    "del": STRUCK,
    "small": APART,
    **dict.fromkeys(("msup", "msubsup", "mover", "mroot", "mfrac"), RAISED),
    **dict.fromkeys(("msub", "munder"), LOWERED),
}
"""How an element's text is seen; in formulas what stands beside such a mark cannot be told from it."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BREAKS_IN_CELL = _BLOCKS - {"tr", "td", "th"}


class _Context(NamedTuple):
    """What an element hands on to those inside it. ``kind`` as in `seen`; ``painted``: a ground that is not white;
    ``turned``: letters run from right to left whatever they are.
    """

    heading: int = 0
    right: bool = False
    pre: bool = False
    kind: str = ""
    white: bool = False
    tiny: bool = False
    painted: bool = False
    turned: bool = False

    def within(self, tag: str, look: HtmlStyle) -> _Context:
        """What an element of this look hands on."""
        return _Context(
            _HEADINGS.get(tag, self.heading),
            self.right if look.right is None else look.right,
            tag == "pre" or (self.pre if look.pre is None else look.pre),
            self.kind if self.kind == STRUCK else look.kind or _KINDS.get(tag, self.kind),
            self.white if look.white is None else look.white,
            self.tiny if look.tiny is None else look.tiny,
            self.painted or look.painted,
            self.turned or look.turned,
        )


class HtmlWalk:
    """Reads a tree once. ``hidden``: what the looks hide is read as well."""

    def __init__(self, root: _Element, looks: Looks, hidden: bool = False) -> None:
        self._root, self._looks, self._hidden = root, looks, hidden
        self._contexts = [_Context()]
        self._text = TextBuffer()
        self._tables: list[OpenTable | None] = []
        self._numbering = HtmlNumbering()
        self._paragraphs = self._tables_found = self._inner = 0
        self._last = self._number = ""
        self.hidden_size = 0

    def blocks(self) -> Iterator[Block]:
        """Every block in the order of the page."""
        from generator.pure import etree

        walk = etree().iterwalk(self._root, events=("start", "end", "comment", "pi"))
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
        is_closed = element.tag == "dialog" and element.get("open") is None
        return not self._hidden and (is_closed or self._looks.of(element).hidden)

    def _start(self, element: _Element) -> Iterator[Block]:
        tag = str(element.tag)
        if tag in _BLOCKS:
            yield from self._boundary(tag)
        look, outer = self._looks.of(element), self._contexts[-1]
        self._contexts.append(outer.within(tag, look))
        if tag == "br":
            self._buffer().line_break()
        elif self._inner or (tag == "table" and self._in_cell()):
            self._inner += tag == "table"
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
        if self._inner:
            self._buffer().line_break()
            self._inner -= tag == "table"
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

    def _in_cell(self) -> bool:
        """Whether a table that begins now stands in a cell of figures: each of its cells is a line there."""
        return bool(self._tables) and (table := self._tables[-1]) is not None and table.in_cell

    def _buffer(self) -> TextBuffer:
        """Where text goes: the open cell, or the paragraph."""
        table = self._tables[-1] if self._tables else None
        return table.text if table is not None and table.in_cell else self._text

    def _add(self, text: str | None) -> None:
        if not text:
            return
        context = self._contexts[-1]
        kind = context.kind
        if not self._hidden and (context.tiny or (context.white and not context.painted)):
            if context.tiny or self._looks.knows_grounds:
                self.hidden_size += len(text.strip())
                return
            kind = kind or FAINT
        if kind == APART and not may_be_mark(text):
            kind = ""
        if context.turned and not text.isspace():
            text = f"{RIGHT_TO_LEFT}{text}{POP_DIRECTION}"
        if self._number and not text.isspace():
            self._buffer().add(self._number, pre=True)
            self._number = ""
        self._buffer().add(wrapped(text, kind), context.pre)

    def _boundary(self, tag: str) -> Iterator[Block]:
        """A block element begins or ends: a new line in a cell, a new paragraph elsewhere."""
        table = self._tables[-1] if self._tables else None
        if table is not None and table.in_cell:
            if self._inner or tag in _BREAKS_IN_CELL:
                table.text.line_break()
            return
        yield from self._flushed()

    def _caption(self) -> Iterator[Block]:
        """A table's caption, unless it only repeats the heading above the table."""
        text = plain(self._text.taken())
        shown = lines(text)
        if shown and "".join(shown) not in self._last:
            self._text.add(text, pre=True)
            yield from self._flushed()

    def _flushed(self) -> Iterator[Paragraph]:
        if not self._text:
            return
        context = self._contexts[-1]
        shown = lines(plain(self._text.taken()))
        if shown:
            self._paragraphs += 1
            self._last = shown[-1]
        for line in shown:
            yield Paragraph(line, f"第{self._paragraphs}段", context.heading, context.right)
