"""The mark that our own files carry, so that a later run knows which file it may replace. Any room may import it."""

from __future__ import annotations

import re

MARK = "nianbao"
"""In a page the generator, in a PDF a keyword, in a workbook the category."""

_SEAL = re.compile(rf"<dc:identifier>{MARK}:([0-9a-f]{{8}})</dc:identifier>")


def identifier(seal: str) -> str:
    """What a DOCX has as its identifier: the mark, and the seal of its other parts as they were written."""
    return f"{MARK}:{seal}"


def seal_in(properties: str) -> str | None:
    """The seal that the properties of a DOCX hold; None where they carry no mark."""
    found = _SEAL.search(properties)
    return found and found[1]
