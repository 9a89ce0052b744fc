"""A document as GitHub-flavoured Markdown; tables are pipe tables, a merged cell's text stands in its first cell."""

from __future__ import annotations

from generator.document.blocks import Document, Table
from generator.render.environment import kinds, template
from generator.render.layout import places, shape_of


def render(document: Document) -> bytes:
    """The document as UTF-8 Markdown."""
    text = template("report.md.j2").render(blocks=kinds(document), draft=document.draft, rows=_rows)
    return text.encode()


def _rows(table: Table) -> list[list[str]]:
    """Every row in full: the text in the first of the columns it spans, the others empty."""
    out = []
    for cells, row in zip(table.rows, places(shape_of(table), table.columns), strict=True):
        texts = [""] * table.columns
        for place in row:
            if place.cell is not None:
                texts[place.column] = cells[place.cell].text
        out.append(texts)
    return out
