"""PDF with a text layer → blocks, by pypdfium2 (Chrome's PDF engine: quick, hardened against hostile files)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.importing.blocks import Published
from generator.importing.readers.limits import collect
from generator.importing.readers.refusals import damaged, empty, encrypted, refuse, too_large

if TYPE_CHECKING:
    import pypdfium2

_MAX_PAGES = 200
_MIN_CHARS = 30
"""Fewer characters in the whole file are stamps and page numbers on a scan."""

_MAX_UNKNOWN = 0.3
"""The share of characters that no text is known for, from which on the text layer is of no use."""


def read(data: bytes) -> Published:
    """The blocks of a PDF, always ``loose``: where lines end and cells begin is told from their places alone."""
    from generator.importing.readers.pdf_blocks import blocks_of
    from generator.importing.readers.pdf_page import read_page

    document = _opened(data)
    try:
        if len(document) > _MAX_PAGES:
            raise too_large(f"{len(document)} 页")
        pages = [read_page(document, number) for number in range(len(document))]
        title = str(document.get_metadata_value("Title") or "").strip()
    finally:
        document.close()
    chars = [char.text for page in pages for char in page.chars]
    if len(chars) < _MIN_CHARS:
        raise empty("pdf")
    if sum(_is_unknown(char) for char in chars) > _MAX_UNKNOWN * len(chars):
        raise refuse("这个 PDF 的文字没有编码，读出来是乱码。")
    return Published(collect(blocks_of(pages)), title, loose=True)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        import pypdfium2
    except ImportError as problem:
        raise refuse("读取 PDF 要用的部件没有安装。", '请运行 pip install "nianbao[pdf]"，再导入。') from problem
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        raise (encrypted(" PDF 文件") if "password" in str(problem).lower() else damaged(" PDF 文件")) from problem


def _is_unknown(char: str) -> bool:
    return char in {"\0", "\ufffd", "\ufffe"} or "\ue000" <= char <= "\uf8ff"
