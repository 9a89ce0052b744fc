"""The text of a Word paragraph as it reads with all changes accepted, and the text boxes anchored in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.importing.readers.docx_looks import HIDDEN, RunStyles, kind_of
from generator.importing.readers.docx_xml import attribute, first, local
from generator.importing.readers.seen import wrapped

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    ("pPr", "rPr", "del", "moveFrom", "instrText", "delText", "delInstrText", "sdtPr", "sdtEndPr", "rt", "Fallback")
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class ParagraphText(NamedTuple):
    """A paragraph's text (forced breaks as ``\\n``) and its text boxes' contents."""

    text: str
    boxes: list[_Element]


def paragraph_text(paragraph: _Element, styles: RunStyles) -> ParagraphText:
    """Everything inside a ``w:p`` that shows; what is seen otherwise than ordinary text is wrapped as `seen` tells."""
    pieces: list[str] = []
    boxes: list[_Element] = []
    own = first(paragraph, "pPr")
    stack = [(child, "") for child in reversed(paragraph)]
    while stack:
        element, kind = stack.pop()
        name = local(element)
        if name == "t":
            pieces.append(wrapped(element.text or "", kind))
        elif name in _SIGNS:
            pieces.append(_SIGNS[name])
        elif name == "sym":
            pieces.append(_symbol(element))
        elif name == "txbxContent":
            boxes.append(element)
        elif name not in _SKIPPED:
            if name == "r":
                kind = kind_of(styles(first(element, "rPr"), own), element)
            if kind != HIDDEN:
                stack.extend((child, kind) for child in reversed(element))
    return ParagraphText("".join(pieces), boxes)


def is_mark_deleted(properties: _Element | None) -> bool:
    """Whether the break after the paragraph was deleted, so that the next one continues it."""
    return properties is not None and first(properties, "rPr", "del") is not None


def _symbol(element: _Element) -> str:
    """A character of a symbol font; those that only the font knows say nothing as text."""
    code = attribute(element, "char") or ""
    value = int(code, 16) if 0 < len(code) <= 6 and all(c in "0123456789abcdefABCDEF" for c in code) else 0
    return chr(value) if 0x20 <= value < 0xD800 else ""
