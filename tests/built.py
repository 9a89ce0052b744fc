"""Reports that were built, in the formats in which they are read back."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.blocks import Document, Paragraph, Signature, Table, Title
from generator.document.compose import compose
from generator.pipeline.opening import open_report
from generator.render import docx, html, markdown


def composed(text: str) -> Document:
    opened = open_report("例.yaml", text.encode())
    assert opened.report is not None, opened.findings
    assert not [f for f in opened.findings if f.code != "NB503"], opened.findings
    return compose(opened.report)


def copied(document: Document) -> bytes:
    """What is on the clipboard after copying the page: a line a paragraph, cells between tabs."""
    return "\n".join(_lines(document)).encode()


def _lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Title | Signature):
            yield from block.lines
        elif isinstance(block, Table):
            yield from ("\t".join(cell.text for cell in row) for row in block.rows)
        elif isinstance(block, Paragraph):
            yield block.lead + block.text
        else:
            yield block.text


FORMATS = {"docx": docx.render, "md": markdown.render, "html": html.render, "txt": copied}
