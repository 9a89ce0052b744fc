"""An agency's own DOCX as reference: its styles, page, header and footer, with our report for its text.

The easiest way to one: build a report, open it in Word, change what should look different, save it under another name.
"""

from __future__ import annotations

import io
from copy import deepcopy
from typing import TYPE_CHECKING
from zipfile import ZipFile

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from lxml import etree

from generator.render.agency_package import check_package, damaged
from generator.render.agency_styles import character_width, style_ids, without_numbering
from generator.render.environment import DRAFT_NOTICE
from generator.render.reference import Reference
from generator.render.refusals import UnusableReferenceError

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.opc.part import Part
    from docx.opc.rel import Relationships

_KEPT = {
    RT.STYLES,
    RT.SETTINGS,
    RT.FONT_TABLE,
    RT.THEME,
    RT.NUMBERING,
    RT.HEADER,
    RT.FOOTER,
    RT.WEB_SETTINGS,
    RT.FOOTNOTES,
    RT.ENDNOTES,
}
"""What of the agency's document a report keeps; pictures, links and comments belonged to its text."""

_NARROWEST = 3402
"""60 mm in twips: on a narrower page no cell of the table with 15 columns can hold two characters."""

_OWN_SETTINGS = ("w:attachedTemplate", "w:mailMerge", "w:saveThroughXslt", "w:documentProtection", "w:writeProtection")
"""Settings that tie a document to other files, or lock it."""


def read_reference(data: bytes) -> Reference:
    """Take an agency's DOCX apart.

    Raises UnusableReferenceError when it is no DOCX, or lacks a style that a report needs.
    """
    check_package(data)
    try:
        return _taken_apart(Document(io.BytesIO(data)))
    except UnusableReferenceError:
        raise
    except Exception as fault:  # there is no end to what damaged parts can make python-docx and lxml stumble on
        raise damaged() from fault


def _taken_apart(document: Docx) -> Reference:
    _refuse_draft(document)
    styles = style_ids(document)
    without_numbering(document, styles)
    section = _section(document)
    parts = _parts(document)
    body, core = (str(part.partname).lstrip("/") for part in (document.part, _core(document)))
    del parts[body], parts[core]
    reference = Reference(parts, body, core, section, styles, character_width(document, styles.signature))
    _refuse_narrow(reference)
    return reference


def _refuse_draft(document: Docx) -> None:
    """A draft of ours bears its notice in the header, which would come onto every report."""
    bands = [rel.target_part for rel in document.part.rels.values() if rel.reltype in (RT.HEADER, RT.FOOTER)]
    if any(DRAFT_NOTICE in "".join(band.element.itertext()) for band in bands):
        raise UnusableReferenceError(
            f"是用 --draft 生成的草稿，页眉里有“{DRAFT_NOTICE}”",
            "请用不带 --draft 生成的报告作模板；或者用 Word 打开它，删去页眉里的这几个字，另存后再试。",
        )


def _refuse_narrow(reference: Reference) -> None:
    if reference.text_width < _NARROWEST:
        raise UnusableReferenceError(
            f"版心只有{max(0, reference.text_width * 254 // 14400)}毫米宽，放不下表格",
            "请用 Word 打开它，检查纸张大小、左右页边距和装订线，另存为 .docx 后再试。",
        )


def _section(document: Docx) -> str:
    """The page of the first section: the others leave out the headers and footers that are as in the one before."""
    section = next(document.element.body.iter(qn("w:sectPr")), None)
    if section is None or section.find(qn("w:pgSz")) is None:
        raise UnusableReferenceError("没有页面设置", "请用 Word 打开它，设置纸张和页边距，另存为 .docx 后再试。")
    section = deepcopy(section)
    for old in section.findall(qn("w:sectPrChange")):
        section.remove(old)
    etree.cleanup_namespaces(section)
    return etree.tostring(section, encoding="unicode", with_tail=False)


def _core(document: Docx) -> Part:
    """The part with the properties; made when there is none."""
    _ = document.core_properties
    part: Part = document.part.package.part_related_by(RT.CORE_PROPERTIES)
    return part


def _parts(document: Docx) -> dict[str, bytes]:
    """All files of the document that a report keeps, and its own two."""
    _core(document)
    _drop_all_but(document.part.rels, _KEPT)
    _drop_all_but(document.part.package.rels, {RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES})
    settings = document.settings.element
    for name in _OWN_SETTINGS:
        for setting in settings.findall(qn(name)):
            settings.remove(setting)
    _drop_all_but(document.part.part_related_by(RT.SETTINGS).rels, set())
    saved = io.BytesIO()
    document.save(saved)
    with ZipFile(saved) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _drop_all_but(relations: Relationships, kept: set[str]) -> None:
    for key in [key for key, relation in relations.items() if relation.reltype not in kept]:
        del relations[key]
