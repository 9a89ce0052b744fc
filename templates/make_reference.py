"""Makes ``reference.docx``: the page, the styles, the footer of a report, and nothing else.

    python templates/make_reference.py [OUTPUT.docx]

GB/T 9704-2012 as published reports apply it (A4; margins 37, 35, 28, 26 mm; 22 lines of 28 characters). The package is
opened and written by python-docx; what its blank document carries beyond that (theme, latent styles, its own styles,
custom XML, thumbnail) is taken out, because every report would carry it too. Word's own names are used for the
title and headings, so that they show in its navigation; the others are named in Chinese, as a clerk looks for them.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from lxml import etree

OUTPUT = Path(__file__).with_name("reference.docx")

LINE = 579
"""Exact line pitch in twips (28.95 pt): 22 lines of it fill the 225 mm between the margins."""

TIGHTER = -5
"""Character spacing in twentieths of a point: 28 characters of 16 pt need 158 mm, there are 156."""

EXACT = f'<w:spacing w:line="{LINE}" w:lineRule="exact"/>'
INDENT = '<w:ind w:firstLineChars="200" w:firstLine="630"/>'
HANGING = '<w:overflowPunct w:val="1"/>'
"""Punctuation may hang over the margin. That is Word's default; but LibreOffice (7.4) reads the switch the wrong way
round, and where punctuation hangs it leaves some out. Said like this, Word hangs it and LibreOffice prints it all."""

FOOTER_DISTANCE = 25.2
"""Millimetres below the footer's line of 20 pt: the dash in its middle is 7 mm below the text area (GB/T 9704 7.5)."""

KEEP = "<w:keepNext/><w:keepLines/>"


def fonts(east_asian: str, latin: str = "Times New Roman") -> str:
    """Fonts for every script, by name: a theme font would win over them, so none is left in the file."""
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east_asian}" w:cs="{latin}"/>'


def paragraph_style(style: str, name: str, paragraph: str, run: str = "", **relations: str) -> str:
    """A paragraph style; ``paragraph`` and ``run`` are its properties in schema order.

    ``based_on`` and ``following`` name other styles by id; without a base it is the default style.
    """
    based_on = relations.get("based_on", "Normal")
    parent = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    default = "" if based_on else ' w:default="1"'
    custom = "" if name in BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style}"><w:name w:val="{name}"/>{parent}'
        f'<w:next w:val="{relations.get("following", "ReportBody")}"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


BUILT_IN = {"Normal", "Title", "heading 1", "heading 2", "footer"}

# The document is Chinese, its Latin text counts as English by style: LibreOffice would break numbers of Chinese text
# anywhere at the end of a line.
LATIN = '<w:lang w:val="en-US"/>'
DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts('仿宋_GB2312')}"
    '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
)

STYLES = (
    paragraph_style(
        "Normal",
        "Normal",
        f'<w:widowControl w:val="0"/>{HANGING}<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>{EXACT}'
        '<w:jc w:val="both"/>',
        f'{fonts("仿宋_GB2312")}<w:spacing w:val="{TIGHTER}"/><w:kern w:val="0"/>{LATIN}',
        based_on="",
        following="Normal",
    ),
    paragraph_style(
        "Title",
        "Title",
        f'{KEEP}<w:snapToGrid w:val="0"/><w:spacing w:after="{LINE}" w:line="700" w:lineRule="exact"/>'
        '<w:jc w:val="center"/>',
        f'{fonts("方正小标宋简体")}<w:spacing w:val="0"/><w:sz w:val="44"/><w:szCs w:val="44"/>',
    ),
    paragraph_style("Heading1", "heading 1", f'{KEEP}{INDENT}<w:outlineLvl w:val="0"/>', fonts("黑体")),
    paragraph_style("Heading2", "heading 2", f'{KEEP}{INDENT}<w:outlineLvl w:val="1"/>', fonts("楷体_GB2312")),
    paragraph_style("ReportBody", "年报正文", INDENT),
    paragraph_style(
        "ReportTable",
        "年报表格",
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>'
        '<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>',
        f'{fonts("宋体")}<w:spacing w:val="0"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
        following="ReportTable",
    ),
    paragraph_style(
        "ReportTableCentred",
        "年报表格居中",
        '<w:jc w:val="center"/>',
        based_on="ReportTable",
        following="ReportTableCentred",
    ),
    paragraph_style(
        "ReportNote",
        "年报注",
        '<w:snapToGrid w:val="0"/><w:spacing w:before="60" w:line="240" w:lineRule="auto"/>',
        f'{fonts("宋体")}<w:spacing w:val="0"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
        following="ReportNote",
    ),
    paragraph_style(
        "ReportSignature",
        "年报落款",
        f'<w:keepLines/><w:spacing w:before="{LINE}"/><w:contextualSpacing/><w:jc w:val="center"/>',
        following="ReportSignature",
    ),
    paragraph_style(
        "Footer",
        "footer",
        '<w:snapToGrid w:val="0"/><w:spacing w:line="400" w:lineRule="exact"/><w:jc w:val="center"/>',
        f'{fonts("宋体", "宋体")}<w:spacing w:val="0"/><w:sz w:val="28"/><w:szCs w:val="28"/>',
        following="Footer",
    ),
    '<w:style w:type="character" w:default="1" w:styleId="Plain"><w:name w:val="Default Paragraph Font"/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="NormalTable"><w:name w:val="Normal Table"/></w:style>',
    '<w:style w:type="character" w:customStyle="1" w:styleId="ReportRunIn"><w:name w:val="年报同段小标题"/><w:qFormat/>'
    f"<w:rPr>{fonts('楷体_GB2312')}</w:rPr></w:style>",
)

SAMPLES = (
    ("Title", "标题的样式是“标题”"),
    ("Heading1", "一、部分标题的样式是“标题 1”"),
    ("Heading2", "（一）小标题的样式是“标题 2”"),
    ("ReportBody", "正文的样式是“年报正文”，与正文同段的小标题是“年报同段小标题”。"),
    ("ReportTable", "表格里项目名称的样式是“年报表格”"),
    ("ReportTableCentred", "表头和数字的样式是“年报表格居中”"),
    ("ReportNote", "表下注的样式是“年报注”"),
    ("ReportSignature", "落款的样式是“年报落款”"),
)

SETTINGS = (
    f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
    '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
)

LAST = ("docProps/core.xml", "word/document.xml")
IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"

SUBSTITUTES = (
    ("Times New Roman", "", "00", "roman"),
    ("宋体", "SimSun", "86", "auto"),
    ("黑体", "SimHei", "86", "modern"),
    ("仿宋_GB2312", "仿宋", "86", "modern"),
    ("楷体_GB2312", "楷体", "86", "modern"),
    ("方正小标宋简体", "宋体", "86", "script"),
)
"""Fonts in use: what Word takes when one is missing, the character set, the family."""

FOOTER = (
    f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>'
)


def make() -> bytes:
    """The reference document's bytes; the same on every run."""
    document = Document()
    _styles(document)
    _page(document)
    _samples(document)
    _only_needed_parts(document)
    return _packed(document)


def _styles(document: DocumentType) -> None:
    styles = document.styles.element
    for child in list(styles):
        styles.remove(child)
    for xml in (DEFAULTS, *STYLES):
        styles.append(parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))


def _page(document: DocumentType) -> None:
    section = document.sections[0]
    section._sectPr.attrib.clear()
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance, section.gutter = Mm(20), Mm(FOOTER_DISTANCE), Mm(0)
    grid = parse_xml(f'<w:docGrid {nsdecls("w")} w:type="lines" w:linePitch="{LINE}"/>')
    section._sectPr.replace(section._sectPr.find(grid.tag), grid)
    footer = section.footer
    footer.is_linked_to_previous = False
    element = footer._element
    element.replace(element.p_lst[0], parse_xml(FOOTER))


def _samples(document: DocumentType) -> None:
    body = document.element.body
    for style, text in SAMPLES:
        body.insert_element_before(
            parse_xml(
                f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
            ),
            "w:sectPr",
        )


def _only_needed_parts(document: DocumentType) -> None:
    """Drop what hangs on python-docx's blank document; put our settings and font table in."""
    part = document.part
    needed = {RT.STYLES, RT.SETTINGS, RT.FOOTER}
    _drop(part.rels, needed)
    _drop(part.package.rels, {RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES})
    document.core_properties.author = document.core_properties.comments = ""
    document.core_properties.title = "年报版式"
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    for child in list(parse_xml(SETTINGS)):
        settings.append(child)
    uri = PackURI("/word/fontTable.xml")
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
    part.relate_to(Part(uri, content, _font_table().encode(), part.package), RT.FONT_TABLE)


def _drop(rels: dict, needed: set[str]) -> None:
    for key in [key for key, rel in rels.items() if rel.reltype not in needed]:
        del rels[key]


def _font_table() -> str:
    fonts_xml = "".join(map(_font, SUBSTITUTES))
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {nsdecls("w")}>{fonts_xml}</w:fonts>'


def _font(font: tuple[str, str, str, str]) -> str:
    name, other, charset, family = font
    instead = f'<w:altName w:val="{other}"/>' if other else ""
    return f'<w:font w:name="{name}">{instead}<w:charset w:val="{charset}"/><w:family w:val="{family}"/></w:font>'


def _packed(document: DocumentType) -> bytes:
    """The package with fixed times, namespaces nobody uses taken out, the parts that change with each report last."""
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart):
            part.element.attrib.pop(IGNORABLE, None)
            etree.cleanup_namespaces(part.element)
    saved, out = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(out, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name in LAST, name)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            target.writestr(info, source.read(name), zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else OUTPUT).write_bytes(make())
