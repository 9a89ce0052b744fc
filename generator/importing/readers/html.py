"""HTML → blocks: a fragment, a saved page with its menus, what Word and LibreOffice write.

lxml (libxml2) reads it: it is there already for DOCX, is fast, and repairs what pages get wrong. Everything visible is
kept, menus and footers included; where the report begins and ends is not told here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.importing.blocks import Block, Paragraph, Published, Table
from generator.importing.readers.decoding import decode_page
from generator.importing.readers.html_archive import page_of_archive
from generator.importing.readers.limits import check_attributes, check_cells, check_tags, collect
from generator.importing.readers.refusals import refuse

if TYPE_CHECKING:
    from lxml.etree import _Element


_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
"""What libxml2 reads nothing after; browsers go on, and pages put together from several have more than one."""

_MOSTLY = 2
"""Text hidden by the looks, in shares of what is shown, from which on a script must be meant to show it."""


def read(data: bytes) -> Published:
    """The blocks of a page; its ``<title>`` is the title."""
    page = page_of_archive(data)
    text = decode_page(data) if page is None else page
    root = _parse(text)
    if root is None:
        return Published(())
    title = " ".join((root.findtext(".//title") or "").split())
    return Published(collect(_blocks(root)), title)


def blocks_of(markup: str) -> Iterator[Block]:
    """The blocks of a piece of HTML."""
    root = _parse(markup)
    return iter(()) if root is None else _blocks(root)


def _parse(text: str) -> _Element | None:
    """The page's tree; refused when the parser gave up, so that nothing after that point is lost unseen."""
    from generator.pure import etree as door

    etree = door()
    check_tags(text)
    check_attributes(text)
    check_cells(text.lower().count("<td"))
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, recover=True)
    # A declaration of another encoding inside the page is not looked at: the parser is told what it gets.
    data = _ENDS.sub("", text.replace("\0", "")).encode("utf-8", "replace")
    try:
        root: _Element | None = etree.fromstring(data, parser)
    except etree.ParserError:
        return None
    except etree.XMLSyntaxError:
        root = None
    if root is None and not text.strip():
        return None
    if root is None or any(_is_fatal(entry) for entry in parser.error_log):
        raise refuse(
            "这个网页太大，或者标记套得太深，读不完整。",
            "请在浏览器里打开它，全选、复制，粘贴到 Word 里存为 .docx 再导入。",
        )
    return root


def _is_fatal(entry: object) -> bool:
    """Errors after which libxml2 reads no further."""
    return "depth" in str(getattr(entry, "message", "")).lower() or "huge" in str(getattr(entry, "message", "")).lower()


def _blocks(root: _Element) -> Iterator[Block]:
    """What is shown; or everything, when most of the text is hidden until a script shows it."""
    from generator.importing.readers.html_flow import HtmlWalk
    from generator.importing.readers.html_looks import Looks

    looks = Looks(root)
    flow = HtmlWalk(root, looks)
    shown = collect(flow.blocks())
    if flow.hidden_size > _MOSTLY * _size(shown):
        return iter(collect(HtmlWalk(root, looks, hidden=True).blocks()))
    return iter(shown)


def _size(blocks: tuple[Block, ...]) -> int:
    """Characters of text."""
    texts = (
        [block.text] if isinstance(block, Paragraph) else [cell.text for row in block.rows for cell in row]
        for block in blocks
        if isinstance(block, Paragraph | Table)
    )
    return sum(len(text) for group in texts for text in group)
