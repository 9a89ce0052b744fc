"""The zip container of a DOCX: fixed times, so that the same report has the same bytes."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from generator.render.reference import Reference

if TYPE_CHECKING:
    from zipfile import ZipFile

_DRAFT = "rIdDraft"
_TYPES = "[Content_Types].xml"
_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_HEADER_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
_HEADERS = re.compile(r"<w:headerReference\b[^>]*/>")


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


def draft_parts(reference: Reference, header: str) -> dict[str, bytes]:
    """The reference's parts with a header that says 草稿."""
    folder, _, name = reference.document.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    relation = f'<Relationship Id="{_DRAFT}" Type="{_HEADER_RELATION}" Target="draft.xml"/>'
    override = f'<Override PartName="/{folder}/draft.xml" ContentType="{_HEADER_TYPE}"/>'
    return {
        **reference.parts,
        _TYPES: reference.parts[_TYPES].replace(b"</Types>", f"{override}</Types>".encode()),
        relations: reference.parts[relations].replace(b"</Relationships>", f"{relation}</Relationships>".encode()),
        f"{folder}/draft.xml": header.encode(),
    }


def draft_section(section: str) -> str:
    """The page with that header on every page, first and even ones included, in place of any other."""
    headers = "".join(f'<w:headerReference w:type="{on}" r:id="{_DRAFT}"/>' for on in ("default", "first", "even"))
    start, bare = re.match(r"<w:sectPr\b[^>]*>", section), _HEADERS.sub("", section)
    assert start, "a section begins with its own tag"
    return start[0] + headers + bare[start.end() :]


def _write(archive: ZipFile, name: str, data: bytes) -> None:
    from zipfile import ZIP_DEFLATED, ZipInfo

    info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.create_system = 3  # the same on every system
    archive.writestr(info, data, ZIP_DEFLATED, 6)
