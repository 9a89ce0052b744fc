"""Laws of importing: what was built is read back as it was, in every format; reading again changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from strategies import reports

from generator.document.blocks import Document, Paragraph, Signature, Table, Title
from generator.document.compose import compose
from generator.importing.importing import import_published
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


@pytest.mark.parametrize("suffix", FORMATS)
@settings(max_examples=40)
@given(text=reports())
def test_building_then_importing_changes_nothing(suffix: str, text: str) -> None:
    document = composed(text)
    imported = import_published(f"报告.{suffix}", FORMATS[suffix](document))
    assert composed(imported.text).blocks == document.blocks
    assert not [doubt for doubt in imported.doubts if doubt.confidence < 0.9], imported.doubts


@settings(max_examples=20)
@given(text=reports())
def test_importing_building_importing_is_stable(text: str) -> None:
    first = import_published("报告.txt", copied(composed(text))).text
    again = import_published("报告.docx", docx.render(composed(first))).text
    assert composed(again).blocks == composed(first).blocks
    assert again == first
