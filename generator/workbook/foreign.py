"""What a file is that calls itself a workbook, before any of it is unpacked."""

from __future__ import annotations

import io
import zipfile

OLE = b"\xd0\xcf\x11\xe0"
_STREAMS = {
    "EncryptedPackage": "设有密码",
    "Workbook": "是旧式的 Excel 表格（.xls 或 .et）",
    "Book": "是旧式的 Excel 表格（.xls 或 .et）",
    "WordDocument": "是旧式的 Word 文件（.doc 或 .wps），不是表格",
}


def what_ole_is(data: bytes) -> str:
    """What an OLE file is, whatever its suffix says: its directory names its streams in UTF-16."""
    for name, what in _STREAMS.items():
        if f"{name}\0".encode("utf-16-le") in data:
            return what
    return "是旧式的 Office 文件"


def unpacked_size(data: bytes) -> int:
    """Bytes that a package says it unpacks to. Raises ValueError for what is no package."""
    return sum(size for _, size in parts(data))


def parts(data: bytes) -> list[tuple[str, int]]:
    """The parts of a package with the bytes that each says it unpacks to. Raises ValueError for what is no package."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return [(part.filename, part.file_size) for part in package.infolist()]
    except (zipfile.BadZipFile, OSError) as problem:
        raise ValueError("not a package") from problem
