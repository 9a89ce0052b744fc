"""The zip container of a DOCX: fixed times, so that the same report has the same bytes, and a seal of all parts."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.files.marks import seal_in

if TYPE_CHECKING:
    from zipfile import ZipFile

_LONGEST_PROPERTIES = 100_000
"""Bytes of the properties; ours have less than 1 kB."""


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


def checksum(data: bytes) -> int:
    """The checksum of a part that a zip archive keeps of it anyway."""
    return zlib.crc32(data)


def seal(checksums: Mapping[str, int]) -> str:
    """What stands for parts as they are: their names and checksums, in 8 hexadecimal digits."""
    listed = "\n".join(f"{name} {number:08x}" for name, number in sorted(checksums.items()))
    return f"{zlib.crc32(listed.encode()):08x}"


def is_sealed(archive: ZipFile) -> bool:
    """Whether we wrote a DOCX and nobody has saved it since: its last part, the properties, holds the others' seal.

    Word, WPS and every other program write the parts anew. Raises what damaged archives make zipfile raise.
    """
    parts = archive.infolist()
    if not parts or parts[-1].file_size > _LONGEST_PROPERTIES:
        return False
    found = seal_in(archive.read(parts[-1]).decode("utf-8", "replace"))
    return found is not None and found == seal({part.filename: part.CRC for part in parts[:-1]})


def _write(archive: ZipFile, name: str, data: bytes) -> None:
    from zipfile import ZIP_DEFLATED, ZipInfo

    info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.create_system = 3  # the same on every system
    archive.writestr(info, data, ZIP_DEFLATED, 6)
