"""An agency's own DOCX as reference: its styles, page, header and footer, with our report for its text.

The easiest way to one: build a report, open it in Word, change what should look different, save it under another name.
"""

from __future__ import annotations

import io
from copy import deepcopy
from types import SimpleNamespace
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from generator.render.reference import RUN_IN, STYLE_NAMES, Reference, UnusableReferenceError

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

_SHOWN = {"Title": "标题", "heading 1": "标题 1", "heading 2": "标题 2"}
"""How Word shows its own styles in Chinese."""


def read_reference(data: bytes) -> Reference:
    """Take an agency's DOCX apart.

    Raises UnusableReferenceError when it is no DOCX, or lacks a style that a report needs.
    """
    document = _opened(data)
    styles = _styles(document)
    section = document.element.body.sectPr
    if section is None:
        raise UnusableReferenceError("版式文件里没有页面设置。请用 Word 打开它，另存为 .docx 后再试。")
    parts = _parts(document)
    body, core = (str(part.partname).lstrip("/") for part in (document.part, _core(document)))
    del parts[body], parts[core]
    section = deepcopy(section)
    etree.cleanup_namespaces(section)
    return Reference(parts, body, core, etree.tostring(section, encoding="unicode", with_tail=False), styles)


def _opened(data: bytes) -> Docx:
    try:
        return Document(io.BytesIO(data))
    except (BadZipFile, PackageNotFoundError, ValueError, KeyError, etree.XMLSyntaxError):
        raise UnusableReferenceError("版式文件不是 .docx 文档。请用 Word 打开它，另存为 .docx 后再试。") from None


def _styles(document: Docx) -> SimpleNamespace:
    """The ids of the styles needed; all that are missing are named together."""
    there = {
        (style.name_val.casefold(), style.type == WD_STYLE_TYPE.CHARACTER): style.styleId
        for style in document.styles.element.style_lst
        if style.name_val and style.type in (None, WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER)
    }
    ids = {use: there.get((name.casefold(), use == RUN_IN)) for use, name in STYLE_NAMES.items()}
    missing = [STYLE_NAMES[use] for use, found in ids.items() if not found]
    if missing:
        listed = "、".join(f"“{_SHOWN.get(name, name)}”" for name in missing)
        raise UnusableReferenceError(
            f"版式文件里缺少样式{listed}。请先不用版式文件生成一份报告，在 Word 里打开它，改好样式、页边距和页脚，"
            "另存为新的版式文件再用。"
        )
    return SimpleNamespace(**ids)


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
    saved = io.BytesIO()
    document.save(saved)
    with ZipFile(saved) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _drop_all_but(relations: Relationships, kept: set[str]) -> None:
    for key in [key for key, relation in relations.items() if relation.reltype not in kept]:
        del relations[key]
