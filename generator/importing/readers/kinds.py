"""What a file is: by its first bytes, and by its suffix where those leave doubt."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal

from generator.importing.blocks import UnreadableError
from generator.importing.readers.limits import MAX_BYTES
from generator.importing.readers.refusals import empty, encrypted, refuse, save_as_docx, spreadsheet, too_large

Kind = Literal["text", "markdown", "html", "docx", "pdf"]

_SUFFIXES: dict[str, Kind] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".shtml": "html",
    ".xhtml": "html",
    ".mhtml": "html",
    ".mht": "html",
}
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (
    (("EncryptedPackage",), encrypted(" Office 文件")),
    (("WordDocument",), save_as_docx("旧式的 Word 文件（.doc 或 .wps）")),
    (("Workbook", "Book"), spreadsheet("旧式的 Excel 表格（.xls 或 .et）")),
    (("PowerPoint Document",), refuse("这是幻灯片，不是年度报告。")),
)
"""Names in the directory of an OLE file, whatever its suffix says, and what they make it."""
_SHEETS = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv")
_DIRECTORY = 100_000
"""Bytes at the end of a zip archive that name its parts."""
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body", b"mime-version:")


def kind_of(name: str, data: bytes) -> Kind:
    """The format to read it as; raises UnreadableError for what is none of ours."""
    if len(data) > MAX_BYTES:
        raise too_large(f"{len(data) / 1_000_000:.0f} MB，超过 {MAX_BYTES // 1_000_000} MB")
    if not data.strip(b"\0 \t\r\n\x0c\xef\xbb\xbf"):
        raise empty("text")
    if (b"xl/workbook" in data[-_DIRECTORY:] and data.startswith(b"PK")) or _is_text_sheet(name, data):
        raise spreadsheet("Excel 表格" if data.startswith(b"PK") else "表格")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    refusal = _refusal(data)
    if refusal is not None:
        raise refusal
    suffix = PurePath(name).suffix.lower()
    if suffix in _SUFFIXES and _SUFFIXES[suffix] == "html":
        return "html"
    return "html" if _is_page(data) else _SUFFIXES.get(suffix, "text")


def _is_text_sheet(name: str, data: bytes) -> bool:
    return name.lower().endswith(_SHEETS) and not data.startswith(_OLE)


def _inside_ole(data: bytes) -> UnreadableError:
    """What an OLE file is: its directory names its streams in UTF-16, each ended by zeros."""
    for names, refusal in _STREAMS:
        if any(f"{name}\0".encode("utf-16-le") in data for name in names):
            return UnreadableError(refusal.message, refusal.hint)
    return save_as_docx("旧式的 Office 文件（.doc、.wps 之类）")


def _is_page(data: bytes) -> bool:
    """A whole page whatever its suffix says: what sites offer as .doc or .txt often is one."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<?xml", b"<!--")):
        return b"<html" in start
    return start.startswith(_PAGE_STARTS)


def _refusal(data: bytes) -> UnreadableError | None:
    if data.startswith(_OLE):
        return _inside_ole(data)
    if data.startswith(b"{\\rtf"):
        return save_as_docx("RTF 文件")
    if data.startswith(b"<?xml") and (b"Word.Document" in data[:2000] or b"pkg:package" in data[:2000]):
        return save_as_docx("存成 XML 的 Word 文件")
    if data.startswith(_PICTURES):
        return refuse("这是图片，里面没有可以读取的文字。")
    if data.startswith(_ARCHIVES):
        return refuse("这是压缩文件。", "请先解压，再导入里面的报告。")
    return None
