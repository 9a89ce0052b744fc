"""DOCX → blocks, from the XML itself: python-docx does not see text boxes, content controls and tracked changes."""

from __future__ import annotations

from generator.importing.blocks import Published
from generator.importing.readers.docx_package import Package
from generator.importing.readers.limits import collect


def read(data: bytes) -> Published:
    """The blocks of a Word document as they read with all changes accepted; headers, footers and notes left out."""
    from generator.importing.readers.docx_body import DocxBody
    from generator.importing.readers.docx_numbering import DocxNumbering
    from generator.importing.readers.docx_revisions import revisions_in
    from generator.importing.readers.docx_styles import Styles

    with Package(data) as package:
        document = package.document()
        styles = Styles(package.related("styles"))
        numbering = DocxNumbering(package.related("numbering"))
        title = package.title()
        unsettled = revisions_in((document, *package.bands()))
    return Published(collect(DocxBody(styles, numbering).blocks(document)), title, unsettled=unsettled)
