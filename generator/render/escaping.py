"""Text made safe for its format, so that a reader shows exactly what was typed."""

from __future__ import annotations

import re
from functools import lru_cache

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold (and a delete character, which nobody means). Text is checked long before; this is the net."""

_ANYWHERE = re.compile(
    r"[\\`*_\[\]<>~|#$]|\{(?=\.)|&(?=[#A-Za-z])|:(?=//|[\w+-]+:)|(?<=[wW])\.|(?<=[lL][tT][oO]):|(?<=[mM][pP][pP]):"
)
"""What means something in the middle of a line of GFM: markup, entities, bare addresses, emoji names, formulas, a
heading's attributes (pandoc)."""

_AT_START = re.compile(r"[-+=:]|\d{1,9}[.)]")
"""What means something at the start of a line: lists, rules, underlines of headings, captions of tables."""


_TAB = " " * 4
"""For formats without tabs."""

_HAN = "\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_STUCK = re.compile(f"(?:(?![{_HAN}][{_HAN}])[^ \t\u3000]){{28,}}")
"""Text that may have no place where a line can end: words, addresses, rows of signs, together wider than a line."""

_PIECES = re.compile(".{1,18}", re.DOTALL)
"""What certainly fits on a line, even in the type of the title."""


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


def xml(text: str) -> str:
    """Text for an XML element or attribute."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def word_text(text: str) -> str:
    """Text for a ``w:t`` element; a tab becomes Word's own."""
    return xml(text).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')


@lru_cache(maxsize=2048)
def typst_string(text: str) -> str:
    """Text as a string literal of typst, where only the backslash and the quotation mark mean anything."""
    text = clean(text).replace("\t", _TAB).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'


def typst_run(text: str) -> str:
    """Text as string literals between commas: one, or several where it has long stretches without a place to break."""
    return ", ".join(map(typst_string, _STUCK.sub(_divided, text).split("\0")))


def _divided(stretch: re.Match[str]) -> str:
    return "\0".join(_PIECES.findall(stretch[0]))


word_cell = lru_cache(maxsize=2048)(word_text)
"""The same for the short texts of tables, which come again in every report."""
