"""The way in: a line of text with its expressions carried out."""

from __future__ import annotations

from generator.findings import Finding
from generator.report.expressions.context import Context
from generator.report.model import Paragraph
from generator.source.nodes import TextLine

_BRACES = "{}｛｝"


def carry_out(line: TextLine, context: Context) -> tuple[Paragraph, list[Finding]]:
    """The paragraph, each expression replaced by what it prints; one that is wrong is a finding NB106, and prints ？.

    The findings stand at their place in the source; the caller adds file and path. Most lines have no braces, and for
    them nothing more is even imported.
    """
    text = line.text
    if not any(brace in text for brace in _BRACES):
        return Paragraph(text, line.pieces), []
    from generator.report.expressions.mixed import carried_out

    return carried_out(line, context)
