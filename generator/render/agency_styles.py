"""The styles that a report needs, in an agency's document."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from generator.render.reference import RUN_IN, STYLE_NAMES
from generator.render.refusals import UnusableReferenceError

if TYPE_CHECKING:
    from docx.document import Document as Docx

_IN_CHINESE = {"Title": "标题", "heading 1": "标题 1", "heading 2": "标题 2"}
"""How Word shows its own styles in Chinese; some programs store that name too."""

_PRINTS = {
    "title": "报告的标题",
    "heading": "“一、总体情况”等各部分的标题",
    "subheading": "“（一）主动公开”等小标题",
    "body": "正文",
    RUN_IN: "与正文同段的小标题，要“字符”样式",
    "label": "表格里的项目名称",
    "centred": "表头和数字",
    "note": "表下的注",
    "signature": "落款",
}
_HALF_POINTS = 20
"""The size that Word takes where none is stated."""


def style_ids(document: Docx) -> SimpleNamespace:
    """The ids of the styles needed. Raises UnusableReferenceError that names all that are missing together."""
    there = {
        (style.name_val.strip().casefold(), style.type == WD_STYLE_TYPE.CHARACTER): style.styleId
        for style in document.styles.element.style_lst
        if style.name_val and style.styleId and style.type in (None, WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER)
    }
    ids = {use: _find(there, name, use == RUN_IN) for use, name in STYLE_NAMES.items()}
    missing = [use for use, found in ids.items() if not found]
    if missing:
        raise UnusableReferenceError(
            f"缺少样式{'、'.join(map(_shown, missing))}",
            "请在 Word 里新建这些样式。更简单的办法：先不用模板生成一份报告，在 Word 里打开它，"
            "改好样式、页边距、页眉和页脚，另存为新的模板。",
        )
    return SimpleNamespace(**ids)


def _shown(use: str) -> str:
    name = STYLE_NAMES[use]
    return f"“{_IN_CHINESE.get(name, name)}”（{_PRINTS[use]}）"


def _find(there: dict[tuple[str, bool], str], name: str, of_characters: bool) -> str | None:
    names = (name, _IN_CHINESE.get(name, name))
    return next((there[key] for n in names if (key := (n.casefold(), of_characters)) in there), None)


def without_numbering(document: Docx, styles: SimpleNamespace) -> None:
    """Switch off a list that Word would number those styles by: the report prints its own 一、 and （一）."""
    for name in vars(styles).values():
        if any(style.pPr is not None and style.pPr.numPr is not None for style in _with_bases(document, name)):
            numbering = document.styles.element.get_by_id(name).get_or_add_pPr().get_or_add_numPr()
            for child in list(numbering):
                numbering.remove(child)
            numbering.get_or_add_numId().val = 0


def character_width(document: Docx, style: str) -> int:
    """From one full character to the next in that style's type, in twips."""
    size = _of_type(document, style, "w:sz")
    return 10 * (_HALF_POINTS if size is None else size) + (_of_type(document, style, "w:spacing") or 0)


def _of_type(document: Docx, style: str, name: str) -> int | None:
    """A property of a style's type, from the style itself, those it is based on, or the document's defaults."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    types = [base.rPr for base in _with_bases(document, style)]
    types.append(defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}") if defaults is not None else None)
    for properties in types:
        found = properties.find(qn(name)) if properties is not None else None
        if found is not None and re.fullmatch(r"-?[0-9]{1,4}", value := found.get(qn("w:val"), "")):
            return int(value)
    return None


def _with_bases(document: Docx, name: str | None) -> list[Any]:
    """The style and those it is based on, nearest first; a circle of styles ends where it closes."""
    styles: list[Any] = []
    while name and (style := document.styles.element.get_by_id(name)) is not None and style not in styles:
        styles.append(style)
        name = style.basedOn_val
    return styles
