"""Row labels of tables as row headers, in the bytes of a tagged PDF.

typst tags as TH only what stands in a table's header; its call that marks other cells (``pdf.header-cell``) stands
behind a feature that its Python package does not switch on. So the tags are completed afterwards: each label becomes
a TH of scope Row, and each figure names the labels of its row beside the headers above it (PDF 1.7, 14.8.4.3.4 and
14.8.5.7). typst writes structure elements and the table of objects in plain text. Where they are not as expected,
nothing changes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from generator.document.blocks import Table
from generator.render.layout import places, shape_of

_CELL = re.compile(rb"(?<=\n)(\d+) 0 obj\n<</Type/StructElem/S/(T[DH])(/P \d+ 0 R.*?)>>\nendobj", re.DOTALL)
_HEADERS = re.compile(rb"/Headers\[([^]]*)\]")
_NAMES = b"/IDTree<</Names["
_ENTRIES = re.compile(rb"\nxref\n0 (\d+)\n((?:\d{10} \d{5} [fn]\r\n)+)trailer\n(.*?)\nstartxref\n(\d+)\n", re.DOTALL)
_ENTRY = 20
"""Bytes of an entry of the table of objects."""


class PdfEdit(NamedTuple):
    """A stretch of the file and what stands there instead."""

    start: int
    end: int
    text: bytes


class _TableCell(NamedTuple):
    """A cell as it is tagged: its role, its own name, the names of the labels that stand left of it in its row."""

    role: str
    name: bytes
    labels: tuple[bytes, ...]


def with_row_headers(data: bytes, tables: Sequence[Table]) -> bytes:
    """The PDF with the labels of these tables, which are all of its tables, as row headers."""
    cells = [cell for number, table in enumerate(tables, 1) for cell in _cells(number, table)]
    found = list(_CELL.finditer(data))
    names, objects = data.find(_NAMES), _ENTRIES.search(data, data.rfind(b"\nxref\n"))
    if names < 0 or objects is None or [_is_header(match) for match in found] != [c.role == "header" for c in cells]:
        return data
    changes: list[PdfEdit] = []
    added: list[tuple[bytes, bytes]] = []
    for cell, match in zip(cells, found, strict=True):
        if cell.role == "label":
            added.append((cell.name, match[1]))
        if cell.role == "label" or cell.labels:
            changes.append(PdfEdit(match.start(2), match.end(3), _tagged(cell, match[3])))
    named = b"".join(b"(%s)%s 0 R" % entry for entry in sorted(added))
    at = names + len(_NAMES)
    return _changed(data, sorted([*changes, PdfEdit(at, at, named)]), objects)


def _is_header(match: re.Match[bytes]) -> bool:
    return match[2] == b"TH"


def _cells(number: int, table: Table) -> Iterator[_TableCell]:
    """The table's cells in their order. Names sort before typst's own, which begin with U."""
    reaching: dict[int, tuple[int, bytes]] = {}
    for row, stretches in enumerate(places(shape_of(table), table.columns)):
        labels: list[bytes] = []
        for place in stretches:
            if place.cell is None:
                labels += [name for last, name in [reaching.get(place.column, (-1, b""))] if last >= row]
                continue
            name = b"R%dx%dy%d" % (number, place.column, row)
            yield _TableCell(place.role, name, () if place.role == "header" else tuple(labels))
            if place.role == "label":
                labels.append(name)
                reaching[place.column] = (row + place.rows - 1, name)


def _tagged(cell: _TableCell, rest: bytes) -> bytes:
    """The element's kind and what follows it, with the labels beside it among its headers."""
    labels = b"".join(b"(%s)" % name for name in cell.labels)
    if _HEADERS.search(rest):
        rest = _HEADERS.sub(lambda had: b"/Headers[%s%s]" % (had[1], labels), rest, count=1)
        if cell.role == "label":
            rest = rest.replace(b"/O/Table", b"/O/Table/Scope/Row", 1)
    else:
        scope = b"/Scope/Row" if cell.role == "label" else b""
        rest = rest.replace(b"/A[", b"/A[<</O/Table%s/Headers[%s]>>" % (scope, labels), 1)
    return b"TH%s/ID(%s)" % (rest, cell.name) if cell.role == "label" else b"TD" + rest


def _changed(data: bytes, changes: list[PdfEdit], objects: re.Match[bytes]) -> bytes:
    """The file with the changes made, and the places of its objects told anew."""
    starts = [change.start for change in changes]
    moved = [0, *accumulate(len(change.text) - (change.end - change.start) for change in changes)]

    def new(place: int) -> int:
        return place + moved[bisect_right(starts, place)]

    pieces, end = [], 0
    for change in changes:
        pieces += [data[end : change.start], change.text]
        end = change.end
    entries = objects[2]
    told = [entries[at : at + _ENTRY] for at in range(0, len(entries), _ENTRY)]
    renewed = [b"%010d%s" % (new(int(one[:10])), one[10:]) if one[17:18] == b"n" else one for one in told]
    pieces += [data[end : objects.start(2)], *renewed, data[objects.end(2) : objects.start(4)]]
    return b"".join([*pieces, b"%d" % new(int(objects[4])), data[objects.end(4) :]])
