"""PDF with a text layer → blocks, by pypdfium2 (Chrome's PDF engine: quick, hardened against hostile files)."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from generator.extras import install_command
from generator.importing.blocks import Published
from generator.importing.readers.limits import collect
from generator.importing.readers.refusals import damaged, empty, encrypted, refuse, too_large

if TYPE_CHECKING:
    import pypdfium2

    from generator.importing.readers.pdf_page import PdfPage

_MAX_PAGES = 200
"""Pages of a file; a long report has 30."""
_MAX_MARKS = 400_000
"""Characters and rules of all pages together."""

_MIN_CHARS = 30
"""Fewer characters in the whole file are stamps and page numbers on a scan."""

_MAX_UNKNOWN = 0.3
"""The share of characters that no text is known for, from which on the text layer is of no use."""


def read(data: bytes) -> Published:
    """The blocks of a PDF, always ``loose``: where lines end and cells begin is told from their places alone."""
    from generator.importing.readers.pdf_blocks import blocks_of

    pages, title = _pages(data)
    chars = [char.text for page in pages for char in page.chars if char.text != " "]
    if len(chars) < _MIN_CHARS:
        raise empty("pdf")
    if sum(_is_unknown(char) for char in chars) > _MAX_UNKNOWN * len(chars):
        raise refuse("这个 PDF 的文字没有编码，读出来是乱码。")
    return Published(collect(blocks_of(pages)), title, loose=True)


def _pages(data: bytes) -> tuple[list[PdfPage], str]:
    """All pages and the title among the properties; a page that cannot be read makes the file unreadable."""
    from generator.importing.readers.pdf_page import read_page

    try:
        import pypdfium2
    except ImportError as problem:
        if sys.platform == "emscripten":
            raise refuse(
                "这个网页读不了 PDF。", "请用 nianbao.html（要新一些的浏览器），或者放进 Word、网页文件。"
            ) from problem
        raise refuse(
            "读取 PDF 要用的部件没有安装。", f"请运行下面的命令，再导入：{install_command('pdf')}"
        ) from problem
    try:
        with pypdfium2.PdfDocument(data) as document:
            if len(document) > _MAX_PAGES:
                raise too_large(f"{len(document)} 页")
            pages: list[PdfPage] = []
            marks = 0
            for number in range(len(document)):
                pages.append(read_page(document, number))
                marks += len(pages[-1].chars) + len(pages[-1].across) + len(pages[-1].down)
                if marks > _MAX_MARKS:
                    raise too_large("文字和线条太多")
            return pages, _title(document)
    except pypdfium2.PdfiumError as problem:
        raise (encrypted(" PDF 文件") if "password" in str(problem).lower() else damaged(" PDF 文件")) from problem


def _title(document: pypdfium2.PdfDocument) -> str:
    try:
        return str(document.get_metadata_value("Title") or "").strip()
    except UnicodeDecodeError:
        return ""


def _is_unknown(char: str) -> bool:
    return char in {"\0", "\ufffd", "\ufffe"} or "\ue000" <= char <= "\uf8ff"
