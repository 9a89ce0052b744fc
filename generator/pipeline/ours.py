"""Which file is one that this program wrote: told by its content, never by its name.

DOCX by a seal that ends with the next saving, PDF, XLSX and whole pages by a mark, plain text by its header or keys.
"""

from __future__ import annotations

import io
import re
import zlib
from zipfile import BadZipFile, ZipFile

from generator.files.marks import MARK
from generator.render.package import is_sealed

_PACKAGE = b"PK\x03\x04"
_PDF = b"%PDF-"
_PDF_MARK = re.compile(rf"/Keywords ?\({MARK}\)|<pdf:Keywords>{MARK}</pdf:Keywords>".encode())
_PAGE_MARK = f'<meta name="generator" content="{MARK}">'
_PAGE_HEAD = 4096
"""Characters within which the head of a page of ours has its mark; it stands in the first 300."""
_FRAGMENT = re.compile(r'<div lang="zh-CN" style="(?:box-sizing:content-box;)?max-width:')
_WORKBOOK = "xl/workbook.xml"
_PROPERTIES = "docProps/core.xml"
_WORKBOOK_MARK = f"<cp:category>{MARK}</cp:category>"
_LONGEST_PROPERTIES = 1_000_000
"""Bytes of a workbook's properties; they have some 1 kB."""


def is_ours(data: bytes) -> bool:
    """Whether we wrote a file with this content, which nobody has saved since if it is a DOCX."""
    if data.startswith(_PACKAGE):
        return _is_our_package(data)
    if data.startswith(_PDF):
        return bool(_PDF_MARK.search(data))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    if _PAGE_MARK in text[:_PAGE_HEAD] or _FRAGMENT.match(text):
        return True
    from generator.pipeline.our_texts import is_our_text

    return is_our_text(text)


def is_word(data: bytes) -> bool:
    """Whether it is a DOCX, whoever wrote it."""
    return data.startswith(_PACKAGE) and b"word/" in data


def _is_our_package(data: bytes) -> bool:
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return is_sealed(archive) or _is_our_workbook(archive)
    except (BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return False


def _is_our_workbook(archive: ZipFile) -> bool:
    if not {_PROPERTIES, _WORKBOOK} <= set(archive.namelist()):
        return False
    if archive.getinfo(_PROPERTIES).file_size > _LONGEST_PROPERTIES:
        return False
    return _WORKBOOK_MARK in archive.read(_PROPERTIES).decode("utf-8", "replace")
