"""What a Word file still carries from its making: changes that nobody accepted or refused, and comments."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.importing.blocks import UnreadableError, Unsettled
from generator.importing.readers.docx_package import Package
from generator.importing.readers.docx_xml import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange"})
_FORMAT_CHANGE = "Change"
"""rPrChange, pPrChange, sectPrChange, tblPrChange …: changes of how something looks end with this."""
_COMMENT = "commentReference"


def revisions_in(roots: Iterable[_Element]) -> Unsettled:
    """How many changes and comments stand in these parts."""
    changes = comments = 0
    for root in roots:
        for element in root.iter():
            name = local(element)
            changes += name in _CHANGES or name.endswith(_FORMAT_CHANGE)
            comments += name == _COMMENT
    return Unsettled(changes, comments)


def unsettled_in(data: bytes) -> Unsettled:
    """The same of a whole DOCX file with its headers and footers; nothing for what cannot be read as one."""
    try:
        with Package(data) as package:
            return revisions_in((package.document(), *package.bands()))
    except UnreadableError:
        return Unsettled()
