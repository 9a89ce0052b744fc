"""The text of a Word paragraph as it reads with all changes accepted, and the text boxes anchored in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.importing.readers.docx_looks import HIDDEN, RunStyles, kind_of
from generator.importing.readers.docx_xml import attribute, first, local
from generator.importing.readers.seen import (
    APART,
    LOWERED,
    POP_DIRECTION,
    RAISED,
    RIGHT_TO_LEFT,
    SIGN,
    may_be_mark,
    wrapped,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    ("pPr", "rPr", "del", "moveFrom", "instrText", "delText", "delInstrText", "sdtPr", "sdtEndPr", "rt", "Fallback")
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_FORMULAS = {**dict.fromkeys(("sSup", "sSubSup", "sPre", "f", "rad"), RAISED), "sSub": LOWERED}
"""Powers, fractions, roots of a formula (OMML): what stands beside such a mark cannot be told from it."""
_USUAL_SIZE = 20
"""Half-points: Word's own size, where nothing says another."""


class ParagraphText(NamedTuple):
    """A paragraph's text (forced breaks as ``\\n``) and its text boxes' contents."""

    text: str
    boxes: list[_Element]


def paragraph_text(paragraph: _Element, styles: RunStyles) -> ParagraphText:
    """Everything inside a ``w:p`` that shows; what is seen otherwise than ordinary text is wrapped as `seen` tells."""
    pieces: list[str] = []
    boxes: list[_Element] = []
    sizes: dict[int, int] = {}
    own, size = first(paragraph, "pPr"), _USUAL_SIZE
    stack: list[tuple[_Element | None, str]] = [(child, "") for child in reversed(paragraph)]
    while stack:
        element, kind = stack.pop()
        if element is None:
            pieces.append(kind)
            continue
        name = local(element)
        if (text := _text_of(element, name, kind)) is not None:
            if name == "t" and not kind:
                sizes[len(pieces)] = size
            pieces.append(text)
        elif name == "txbxContent":
            boxes.append(element)
        elif name not in _SKIPPED:
            if name == "r":
                look = styles(first(element, "rPr"), own)
                kind = kind if kind in _FORMULAS.values() else kind_of(look, element)
                size = look.size or _USUAL_SIZE
            elif name == "bdo" and attribute(element) == "rtl":
                pieces.append(RIGHT_TO_LEFT)
                stack.append((None, POP_DIRECTION))
            kind = _FORMULAS.get(name, kind)
            if kind != HIDDEN:
                stack.extend((child, kind) for child in reversed(element))
    _set_apart(pieces, sizes)
    return ParagraphText("".join(pieces), boxes)


def _text_of(element: _Element, name: str, kind: str) -> str | None:
    """What an element prints itself; None where only those inside it do."""
    if name == "t":
        return wrapped(element.text or "", kind)
    return _symbol(element, kind) if name == "sym" else _SIGNS.get(name)


def _set_apart(pieces: list[str], sizes: dict[int, int]) -> None:
    """Wrap what could be a mark in letters of three quarters or less of the largest beside it."""
    largest = max(sizes.values(), default=0)
    for index, size in sizes.items():
        if size * 4 <= largest * 3 and may_be_mark(pieces[index]):
            pieces[index] = wrapped(pieces[index], APART)


def is_mark_deleted(properties: _Element | None) -> bool:
    """Whether the break after the paragraph was deleted, so that the next one continues it."""
    return properties is not None and first(properties, "rPr", "del") is not None


def _symbol(element: _Element, kind: str) -> str:
    """A character of a symbol font; one that only the font knows says nothing as text, but it stands there."""
    code = attribute(element, "char") or ""
    value = int(code, 16) if 0 < len(code) <= 6 and all(c in "0123456789abcdefABCDEF" for c in code) else 0
    if 0x20 <= value < 0xD800:
        return chr(value)
    return "" if kind == RAISED else wrapped("□", SIGN)
