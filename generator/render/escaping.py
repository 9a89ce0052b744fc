"""Text made safe for its format, so that a reader shows exactly what was typed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold (and a delete character, which nobody means). Text is checked long before; this is the net."""

_ANYWHERE = re.compile(
    r"[\\`*_\[\]<>~|#$]|&(?=[#A-Za-z])|:(?=//|[\w+-]+:)|(?<=[wW])\.|(?<=[lL][tT][oO]):|(?<=[mM][pP][pP]):"
)
"""What means something in the middle of a line of GFM: markup, entities, bare addresses, emoji names, formulas."""

_AT_START = re.compile(r"[-+=]|\d{1,9}[.)]")
"""What means something at the start of a line: lists, rules, underlines of headings."""


def clean(text: str) -> str:
    """The text without the characters that no XML or HTML document may hold."""
    return _FORBIDDEN.sub("", text)


@lru_cache(maxsize=2048)
def markdown(text: str) -> str:
    """A line of text for GFM, with a backslash wherever a reader would see more than text."""
    text = _ANYWHERE.sub(r"\\\g<0>", clean(text))
    start = _AT_START.match(text)
    return f"{text[: start.end() - 1]}\\{text[start.end() - 1 :]}" if start else text


@lru_cache(maxsize=2048)
def markdown_cell(text: str) -> str:
    """Text for a cell of a pipe table: nothing at its start has a meaning there."""
    return _ANYWHERE.sub(r"\\\g<0>", clean(text))


def word_text(text: str) -> Markup:
    """Text for a ``w:t`` element; a tab becomes Word's own."""
    from markupsafe import Markup, escape

    safe = escape(clean(text))
    if "\t" not in safe:
        return safe
    return Markup(str(safe).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">'))
