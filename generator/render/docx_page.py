"""What a report changes on its reference's page: a header for drafts, page numbers on the outside."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from generator.render.reference import FOOTER, FOOTER_STYLE, Reference

_TYPES = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BEFORE_PAGE_PARITY = b"<w:characterSpacingControl "
"""What stands in our settings right behind the place that the schema gives to evenAndOddHeaders."""


class _Band(NamedTuple):
    """A header or footer added to a document: which of the two, its file beside the document, its id there."""

    kind: str
    file: str
    id: str


_DRAFT = _Band("header", "draft.xml", "rIdDraft")
_EVEN = _Band("footer", "even.xml", "rIdEven")


def drafted(reference: Reference, header: str) -> Reference:
    """The reference with that header on every page, first and even ones included, in place of any other."""
    band = _unused(_DRAFT, reference)
    pages = ("default", "first", "even")
    references = "".join(f'<w:headerReference w:type="{on}" r:id="{band.id}"/>' for on in pages)
    return replace(
        reference,
        parts=_with_band(reference, band, header.encode()),
        section=_first_in(re.sub(r"<w:headerReference\b[^>]*/>", "", reference.section), references),
    )


def numbered_outside(ours: Reference) -> Reference:
    """Our own reference with page numbers as GB/T 9704 7.5 has them: 单页码居右空一字，双页码居左空一字."""
    footer, settings = ours.parts[FOOTER], "word/settings.xml"
    parity = ours.parts[settings].replace(_BEFORE_PAGE_PARITY, b"<w:evenAndOddHeaders/>" + _BEFORE_PAGE_PARITY)
    return replace(
        ours,
        parts={**_with_band(ours, _EVEN, _aside(footer, "left")), FOOTER: _aside(footer, "right"), settings: parity},
        section=_first_in(ours.section, f'<w:footerReference w:type="even" r:id="{_EVEN.id}"/>'),
    )


def _aside(footer: bytes, side: str) -> bytes:
    """Our footer set to one side of the page, one character (14 pt) in from the margin."""
    style = FOOTER_STYLE.encode()
    return footer.replace(style, style + f'<w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/>'.encode())


def _unused(band: _Band, reference: Reference) -> _Band:
    """The band under names that are free: a template made from a draft of ours may still have the first ones."""
    folder = reference.document.rpartition("/")[0]
    relations = reference.parts[_relations(reference)]
    while f"{folder}/{band.file}" in reference.parts or f'Id="{band.id}"'.encode() in relations:
        band = band._replace(file=f"new-{band.file}", id=f"{band.id}New")
    return band


def _relations(reference: Reference) -> str:
    folder, _, name = reference.document.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _with_band(reference: Reference, band: _Band, xml: bytes) -> dict[str, bytes]:
    """The reference's parts and that header or footer, with its content type and relation."""
    folder, relations = reference.document.rpartition("/")[0], _relations(reference)
    relation = f'<Relationship Id="{band.id}" Type="{_RELATION}/{band.kind}" Target="{band.file}"/>'
    override = f'<Override PartName="/{folder}/{band.file}" ContentType="{_WORD}.{band.kind}+xml"/>'
    return {
        **reference.parts,
        _TYPES: reference.parts[_TYPES].replace(b"</Types>", f"{override}</Types>".encode()),
        relations: reference.parts[relations].replace(b"</Relationships>", f"{relation}</Relationships>".encode()),
        f"{folder}/{band.file}": xml,
    }


def _first_in(section: str, references: str) -> str:
    """The section with those references at its beginning, where the schema wants them."""
    start = re.match(r"<w:sectPr\b[^>]*>", section)
    assert start, "a section begins with its own tag"
    return start[0] + references + section[start.end() :]
