"""The same report for the peers, taken from nianbao's own DOCX (run in the peers' environment)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from benchmarks.prepared import BLOCKS, DOCX, TEMPLATE


def main() -> None:
    """Write the blocks as plain data, and the DOCX with a slot of docxtpl's in place of every text."""
    document = Document(DOCX)
    blocks = [_table(e) if e.tag == qn("w:tbl") else _paragraph(e, document) for e in document.element.body[:-1]]
    with open(BLOCKS, "w", encoding="utf-8") as file:
        json.dump(blocks, file, ensure_ascii=False)
    for number, node in enumerate(document.element.body.iter(qn("w:t"))):
        node.text = f"{{{{ t[{number}] }}}}"
    document.save(TEMPLATE)

    from benchmarks.ways.peers import compare_words  # now that its inputs are there

    compare_words()


def _paragraph(element: Any, document: Any) -> dict[str, Any]:
    names = {style.style_id: style.name for style in document.styles}
    return {"texts": [node.text for node in element.iter(qn("w:t"))], "style": names[element.pPr.pStyle.val]}


def _table(element: Any) -> dict[str, Any]:
    widths = [int(column.get(qn("w:w"))) for column in element.tblGrid.iter(qn("w:gridCol"))]
    return {"widths": widths, "rows": [list(_row(row)) for row in element.iter(qn("w:tr"))]}


def _row(row: Any) -> Iterator[tuple[str, int, int, str, str]]:
    """Text, width, columns, merge and style of each cell."""
    for cell in row.iter(qn("w:tc")):
        merge = cell.tcPr.find(qn("w:vMerge"))
        text = "".join(node.text for node in cell.iter(qn("w:t")))
        style = next(cell.iter(qn("w:pStyle"))).get(qn("w:val"))
        yield text, cell.width.twips, cell.grid_span, "" if merge is None else merge.get(qn("w:val")), style


if __name__ == "__main__":
    main()
