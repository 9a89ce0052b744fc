"""An agency's file before python-docx reads it: whether it is a DOCX, and not one that would not stop growing."""

from __future__ import annotations

import io
from zipfile import BadZipFile, ZipFile, ZipInfo

from generator.render.refusals import UnusableReferenceError

_MAX_BYTES = 30_000_000
_MAX_UNPACKED = 100_000_000
"""Pictures in a header may be large, but are packed already."""

_MAX_XML = 20_000_000
"""All XML; the styles of a real template have some 100 kB, its text seldom more than 1 MB."""

_MAX_TAGS = 500_000
"""All tags, each to become an object; a hundred pages have some 100,000, 30 MB of pictures as many such signs."""

_MAX_PARTS = 2000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WITH_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_TYPES = "[Content_Types].xml"
_RELATIONS = "_rels/.rels"
_OTHER_KINDS = {
    b"wordprocessingml.template.main+xml": "是 Word 的模板格式（.dotx）",
    b"template.macroEnabledTemplate.main+xml": "是带宏的 Word 模板（.dotm）",
    b"document.macroEnabled.main+xml": "是带宏的 Word 文档（.docm）",
}
_SAVE_AS = "请用 Word 或 WPS 打开它，另存为 .docx 后再试。"


def check_package(data: bytes) -> None:
    """Raises UnusableReferenceError when the file is no DOCX, or has a password, or is far larger than any template."""
    _check_kind(data)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            _check_content(archive)
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        raise damaged() from None


def _tags(archive: ZipFile, parts: list[ZipInfo]) -> int:
    """At most how many tags there are, whatever the parts are called."""
    return sum(archive.read(part).count(b"<") for part in parts)


def damaged() -> UnusableReferenceError:
    """It says that it is a DOCX, but cannot be taken apart."""
    return UnusableReferenceError(
        "文件已经损坏，或者缺少组成部分", "请重新复制一份，或者用 Word 打开它，另存为 .docx 后再试。"
    )


def _check_kind(data: bytes) -> None:
    if data.startswith(_OLE):
        if _WITH_PASSWORD in data:
            raise UnusableReferenceError("文档设了打开密码", "请打开它，取消密码后另存一份再试。")
        raise UnusableReferenceError("是旧的 .doc 文件，不是 .docx 文档", _SAVE_AS)
    if len(data) > _MAX_BYTES:
        raise UnusableReferenceError("文件太大（超过 30 MB）", "请删去正文和大图片，只留样式、页眉和页脚。")
    if not data.startswith(b"PK"):
        raise UnusableReferenceError("不是 .docx 文档", _SAVE_AS)


def _check_content(archive: ZipFile) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise UnusableReferenceError("文档设了打开密码", "请打开它，取消密码后另存一份再试。")
    size, xml = (sum(p.file_size for p in parts if p.filename.endswith(end)) for end in ("", (".xml", ".rels")))
    if len(parts) > _MAX_PARTS or size > _MAX_UNPACKED or xml > _MAX_XML or _tags(archive, parts) > _MAX_TAGS:
        raise UnusableReferenceError("解开后的内容太多", "请删去正文和大图片，只留样式、页眉和页脚。")
    if _TYPES not in archive.namelist():
        raise UnusableReferenceError("不是 .docx 文档", _SAVE_AS)
    types = archive.read(_TYPES)
    for mark, kind in _OTHER_KINDS.items():
        if mark in types:
            raise UnusableReferenceError(kind, _SAVE_AS)
    if b"wordprocessingml.document.main+xml" not in types or _RELATIONS not in archive.namelist():
        raise UnusableReferenceError("不是 .docx 文档", _SAVE_AS)
    if b"purl.oclc.org/ooxml" in archive.read(_RELATIONS):
        raise UnusableReferenceError("是“Strict Open XML”格式", "请用 Word 打开它，另存为“Word 文档（*.docx）”后再试。")
