"""Text of paragraphs and cells as blocks keep it: trimmed at the edges, untouched inside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.importing.blocks import Paragraph

_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\\s\u00ad\u200b-\u200f\u2060]*")


def clean(text: str) -> str:
    """Without the control characters that mean nothing; every kind of line break becomes ``\\n``."""
    return _BREAKS.sub("\n", _UNWANTED.sub("", text)) if not text.isprintable() else text


def lines(text: str) -> list[str]:
    """The lines that show something, each trimmed of blanks of any width."""
    return [line.strip() for line in clean(text).split("\n") if not _INVISIBLE.fullmatch(line)]


def cell_text(text: str) -> str:
    """A cell's text: its lines, blank ones dropped."""
    return "\n".join(lines(text))


def paragraphs(text: str, place: str, heading: int = 0, aligned_right: bool = False) -> Iterator[Paragraph]:
    """One paragraph a line: a forced line break in a source separates paragraphs as well."""
    for line in lines(text):
        yield Paragraph(line, place, heading, aligned_right)
