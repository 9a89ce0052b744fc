"""Templates as agencies have them: a report of ours restyled in Word, and one of their own."""

from __future__ import annotations

import io
from typing import Any

import docx as python_docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from generator.document.blocks import Document
from generator.render import docx
from generator.render.reference import RUN_IN, STYLE_NAMES

HEADER, FOOTER = "示例县水利局机关用笺", "示例县水利局印制，第 "
OWN_STYLES = {use: name for use, name in STYLE_NAMES.items() if name.startswith("年报")}


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def set_fonts(style: Any, east_asian: str) -> None:
    """One font for Han characters and Latin text."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), east_asian)


def with_bands(section: Any) -> None:
    """A header with the agency's name, a footer with the page's number."""
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    section.header.paragraphs[0].text = HEADER
    footer = section.footer.paragraphs[0]
    for run in list(footer.runs):
        footer._p.remove(run._r)
    for old in footer._p.findall(qn("w:fldSimple")):
        footer._p.remove(old)
    footer.add_run(FOOTER.strip())
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    footer._p.append(parse_xml(field))


def restyled(report: Document) -> bytes:
    """A report of ours as the guide says: other fonts, sizes and margins; then a page of their own across."""
    document = python_docx.Document(io.BytesIO(docx.render(report)))
    section = document.sections[0]
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = Mm(30)
    with_bands(section)
    set_fonts(document.styles["年报正文"], "黑体")
    document.styles["年报正文"].font.size = Pt(14)
    set_fonts(document.styles["Heading 1"], "楷体_GB2312")
    across = document.add_section(WD_SECTION.NEW_PAGE)
    across.orientation = WD_ORIENT.LANDSCAPE
    across.page_width, across.page_height = across.page_height, across.page_width
    document.add_paragraph("附表")
    return saved(document)


def blank() -> Any:
    """Word's own blank document: fonts by theme, its many styles, none of ours."""
    document = python_docx.Document()
    with_bands(document.sections[0])
    return document


def own(numbered: bool = False) -> bytes:
    """The same with the styles that a report needs; ``numbered``: Word counts the headings, 第1章, 第2章."""
    document = blank()
    for use, name in OWN_STYLES.items():
        kind = WD_STYLE_TYPE.CHARACTER if use == RUN_IN else WD_STYLE_TYPE.PARAGRAPH
        set_fonts(document.styles.add_style(name, kind), "宋体")
    if numbered:
        _number(document)
    return saved(document)


def _number(document: Any) -> None:
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>'
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>'
            '<w:lvlText w:val="第%1章"/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'),
    )
    properties = document.styles["Heading 1"].element.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = 90
