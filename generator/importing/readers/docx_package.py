"""The parts of a DOCX file, taken out of the ZIP with an eye on what they claim and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from generator.importing.blocks import UnreadableError
from generator.importing.readers.docx_xml import children, first, text_of
from generator.importing.readers.limits import check_tags
from generator.importing.readers.refusals import damaged, encrypted, refuse, save_as_docx, too_large

if TYPE_CHECKING:
    from zipfile import ZipFile

    from lxml.etree import _Element

_MAX_UNPACKED = 200_000_000
"""Bytes of all parts together, unpacked."""
_MAX_RATIO = 400
"""A table of zeros shrinks to a hundredth; a bomb to a thousandth."""

_MAX_PART = 30_000_000
"""Bytes of one part, unpacked."""
_MAX_PARTS = 5000
"""Parts of the package; a report with pictures has some dozens."""
_DOCUMENT = "word/document.xml"
_BAND = re.compile(r"word/(?:header|footer|footnotes|endnotes)[0-9]*\.xml")


class Package:
    """An open DOCX file."""

    def __init__(self, data: bytes) -> None:
        from zipfile import BadZipFile, ZipFile

        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError) as problem:
            raise damaged(" Word 文件（.docx）") from problem
        self._names = {name.lower(): name for name in self._zip.namelist()}
        _check(self._zip)
        self._check_kind()
        self._document = self._main_part()

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def document(self) -> _Element:
        """The root of the text."""
        root = self._part(self._document)
        if root is None:
            raise damaged(" Word 文件（.docx）")
        return root

    def related(self, kind: str) -> _Element | None:
        """The root of the document's styles or numbering; None if it has none or they cannot be read."""
        target = self._target(self._document, kind)
        try:
            return self._part(target) if target else None
        except UnreadableError:
            return None

    def bands(self) -> Iterator[_Element]:
        """The roots of headers, footers and notes, as far as they can be read."""
        for name in self._names:
            if _BAND.fullmatch(name):
                try:
                    root = self._part(name)
                except UnreadableError:
                    continue
                if root is not None:
                    yield root

    def title(self) -> str:
        """The title among the properties, '' if none."""
        target = self._target("", "core-properties") or "docProps/core.xml"
        try:
            root = self._part(target)
        except UnreadableError:
            return ""
        title = first(root, "title") if root is not None else None
        return " ".join(text_of(title).split()) if title is not None else ""

    def _main_part(self) -> str:
        return self._target("", "officeDocument") or _DOCUMENT

    def _target(self, source: str, kind: str) -> str:
        """The part that ``source`` names as its ``kind``."""
        folder, name = dirname(source), source.rpartition("/")[2]
        relations = self._part(join(folder, "_rels", f"{name}.rels"))
        for relation in children(relations) if relations is not None else ():
            if str(relation.get("Type", "")).endswith("/" + kind) and relation.get("TargetMode") != "External":
                target = str(relation.get("Target", ""))
                return target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
        return ""

    def _check_kind(self) -> None:
        """Other things that come as ZIP are named."""
        names = self._names
        if any(name.startswith("word/") for name in names):
            return
        if any(name.startswith("xl/") for name in names):
            raise refuse("这是 Excel 表格，不是年度报告。", "请把报告存为 .docx 再导入。")
        if "ofd.xml" in names:
            raise refuse("这是 OFD 版式文件，不能直接读取。", "请用阅读软件把它导出为 PDF 或 .docx 再导入。")
        if "content.xml" in names:
            raise save_as_docx("OpenDocument 文件（.odt）")
        raise refuse("这是压缩文件，不是 Word 文件。", "请先解压，再导入里面的报告。")

    def _part(self, name: str) -> _Element | None:
        """A part's root, None if the package lacks it."""
        actual = self._names.get(name.lower())
        return None if actual is None else _parse(self._bytes(actual))

    def _bytes(self, name: str) -> bytes:
        from zipfile import BadZipFile
        from zlib import error

        try:
            with self._zip.open(name) as part:
                data = part.read(_MAX_PART + 1)
        except RuntimeError as problem:
            raise encrypted(" Word 文件") from problem
        except (BadZipFile, error, EOFError, OSError, NotImplementedError, ValueError) as problem:
            raise damaged(" Word 文件（.docx）") from problem
        if len(data) > _MAX_PART:
            raise too_large("文字太多")
        return data


def _check(file: ZipFile) -> None:
    """Refuses what would not stop growing when it is unpacked."""
    parts = file.infolist()
    total = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if any(part.flag_bits & 1 for part in parts):
        raise encrypted(" Word 文件")
    if len(parts) > _MAX_PARTS or total > _MAX_UNPACKED or total > _MAX_RATIO * max(packed, 10_000):
        raise too_large("解开后的内容太多")


def _parse(data: bytes) -> _Element:
    from generator.pure import etree as door

    etree = door()
    check_tags(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root: _Element = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise damaged(" Word 文件（.docx）") from problem
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise damaged(" Word 文件（.docx）")
    return root
