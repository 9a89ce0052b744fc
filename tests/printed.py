"""What a document says, in a form that any reader's reading can be put beside."""

from __future__ import annotations

from generator.document import blocks

Grid = list[list[tuple[str, int, int]]]
"""Row by row the cells that start there: text, columns, rows."""


def composed(document: blocks.Document) -> list[str | Grid]:
    """Each line of text, each table with its spans."""
    out: list[str | Grid] = []
    for block in document.blocks:
        if isinstance(block, blocks.Title | blocks.Signature):
            out += block.lines
        elif isinstance(block, blocks.Table):
            out.append([[(cell.text, cell.columns, cell.rows) for cell in row] for row in block.rows])
        elif isinstance(block, blocks.Paragraph):
            out.append(block.lead + block.text)
        else:
            out.append(block.text)
    return out
