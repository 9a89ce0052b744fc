"""What a Word file still carries from its making: changes that nobody accepted or refused, and comments."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.importing.blocks import UnreadableError, Unsettled
from generator.importing.readers.docx_package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMES = "ins del moveFrom moveTo cellIns cellDel cellMerge numberingChange tblGridChange"
_LOOKS = "rPr pPr sectPr tblPr tblPrEx trPr tcPr"
"""What may have been made to look otherwise: the change stands in an element of its own (rPrChange)."""
_CHANGES = tuple(f"{{*}}{name}" for name in (*_NAMES.split(), *(f"{look}Change" for look in _LOOKS.split())))
_COMMENT = "{*}commentReference"


def revisions_in(roots: Iterable[_Element]) -> Unsettled:
    """How many changes and comments stand in these parts."""
    changes = comments = 0
    for root in roots:
        changes += sum(1 for _ in root.iter(*_CHANGES))
        comments += sum(1 for _ in root.iter(_COMMENT))
    return Unsettled(changes, comments)


def unsettled_in(data: bytes) -> Unsettled:
    """The same of a whole DOCX file with its headers and footers; nothing for what cannot be read as one."""
    try:
        with Package(data) as package:
            return revisions_in((package.document(), *package.bands()))
    except UnreadableError:
        return Unsettled()
