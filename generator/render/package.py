"""The zip container of a DOCX: fixed times, so that the same report has the same bytes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipFile


def zipped(parts: dict[str, bytes]) -> bytes:
    """Parts as a zip archive."""
    from zipfile import ZipFile

    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            _write(archive, name, data)
    return buffer.getvalue()


def append(archive_bytes: bytes, parts: dict[str, str]) -> bytes:
    """The archive with further parts; what is in it is not compressed again."""
    from zipfile import ZipFile

    buffer = io.BytesIO(archive_bytes)
    with ZipFile(buffer, "a") as archive:
        for name, text in parts.items():
            _write(archive, name, text.encode())
    return buffer.getvalue()


def _write(archive: ZipFile, name: str, data: bytes) -> None:
    from zipfile import ZIP_DEFLATED, ZipInfo

    info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.create_system = 3  # the same on every system
    archive.writestr(info, data, ZIP_DEFLATED, 6)
