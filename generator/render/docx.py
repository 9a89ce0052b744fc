"""A document as DOCX: the body from ``document.xml.j2``, everything else from a reference document.

The parts that never change are zipped once; each report only adds its body and its properties.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from generator.document.blocks import Cell, Document, Signature, Table
from generator.document.figures import UNKNOWN
from generator.document.measuring import signature_span
from generator.document.page_measures import CELL_PADDING, TABLE_TYPE, TEXT_WIDTH, WHOLE_GROUP
from generator.files.marks import identifier
from generator.render.docx_page import drafted, numbered_outside
from generator.render.environment import kinds, template
from generator.render.escaping import word_cell, xml
from generator.render.layout import (
    KEPT_ROWS,
    LABEL_ROWS,
    CellPlace,
    Shape,
    figure_size,
    laid_out,
    places,
    shape_of,
)
from generator.render.package import append, checksum, seal, zipped
from generator.render.reference import Reference, built_in
from generator.render.refusals import UnusableReferenceError

__all__ = ["check_reference", "render"]

_SLOT = "\0"
"""Stands for a text while a table's markup is made; no text can hold it."""


_RUN = re.compile("<w:r>(<w:rPr>.*?</w:rPr>)?(.*?)</w:r>", re.DOTALL)
"""A run of text, its looks apart."""


class TableSetting(NamedTuple):
    """What a table's markup depends on besides its shape."""

    columns: tuple[int, ...]
    header_rows: int
    labelled: bool
    together: bool
    divided_at: int
    label: str
    centred: str


def render(document: Document, reference: bytes | None = None) -> bytes:
    """The document as DOCX.

    ``reference`` is an agency's own DOCX, whose styles, page, header and footer are used instead of ours, page numbers
    included; raises :class:`UnusableReferenceError` when it lacks something.
    """
    used = _reference(reference, document.page_numbers == "outside", document.draft)
    module = _module()
    body = module.document(
        blocks=kinds(document, dividing=True),
        styles=used.styles,
        section=used.section,
        table=lambda table: _table(table, used),
        indent=lambda signature: _before_signature(signature, used),
    )
    body = _doubts_marked(body) if document.draft else body
    sealed = seal({**_checksums(used), used.document: checksum(body.encode())})
    properties = module.properties(document.title, document.agency, identifier(sealed))
    return append(_static(used), {used.document: body, used.core: properties})


def _doubts_marked(body: str) -> str:
    """A draft's body with each ？, which stands for what is not known, marked in colour."""
    return _RUN.sub(_with_marks, body)


def _with_marks(run: re.Match[str]) -> str:
    if UNKNOWN not in run[2]:
        return run[0]
    looks = run[1] or ""
    marked = f'<w:r><w:rPr>{looks[7:-8]}<w:highlight w:val="yellow"/></w:rPr><w:t>{UNKNOWN}</w:t></w:r>'
    again = f'<w:r>{looks}<w:t xml:space="preserve">'
    parted = f"<w:r>{looks}{run[2].replace(UNKNOWN, f'</w:t></w:r>{marked}{again}')}</w:r>"
    return parted.replace(f"{again}</w:t></w:r>", "").replace(f"<w:r>{looks}<w:t></w:t></w:r>", "")


def check_reference(reference: bytes) -> None:
    """Raises :class:`UnusableReferenceError` when an agency's own DOCX cannot serve, as :func:`render` would."""
    _reference(reference, False, False)


@lru_cache(maxsize=4)
def _reference(agency: bytes | None, outside: bool, draft: bool) -> Reference:
    """The reference to use; where the page numbers stand in an agency's own one is its affair."""
    used = _agency(agency) if agency is not None else numbered_outside(built_in()) if outside else built_in()
    return drafted(used, _module().draft_header()) if draft else used


@lru_cache(maxsize=4)
def _static(reference: Reference) -> bytes:
    return zipped(reference.parts)


@lru_cache(maxsize=4)
def _checksums(reference: Reference) -> dict[str, int]:
    return {name: checksum(data) for name, data in reference.parts.items()}


def _agency(reference: bytes) -> Reference:
    try:
        from generator.render.agency_reference import read_reference
    except ImportError as problem:  # lxml has no build for this machine, and python-docx needs it
        raise UnusableReferenceError(
            "这里没有 lxml，读不了自己的 Word 模板（--reference）", "请不加 --reference 生成，再在 Word 里套用样式"
        ) from problem
    return read_reference(reference)


def _before_signature(signature: Signature, reference: Reference) -> int:
    """The indent on the left of 落款, in twips: what remains of a line beside it."""
    return max(0, reference.text_width - round(signature_span(signature.lines) * reference.character))


def _module() -> Any:
    return template("document.xml.j2").module


def _table(table: Table, reference: Reference) -> str:
    """A table's markup: the pattern of its shape, which is made once, filled with its texts."""
    setting = TableSetting(
        _widths(table.widths, reference.text_width),
        table.header_rows,
        table.label_columns > 0,
        table.together,
        table.divided_at,
        reference.styles.centred if table.label_columns == 1 else reference.styles.label,
        reference.styles.centred,
    )
    texts = [_run(cell, share) for row in laid_out(table) for cell, share in row]
    return _pattern(shape_of(table), setting) % (xml(table.caption), *texts)


@lru_cache(maxsize=4096)
def _run(cell: Cell, share: int) -> str:
    """A cell's text; a figure too long for its share of the width (thousandths) in smaller type."""
    if cell.breaks:
        return _broken(cell, share)
    looks = ""
    if cell.role == "figure" and (size := figure_size(cell.text, share)) < TABLE_TYPE:
        looks = f'<w:rPr><w:sz w:val="{2 * size:.0f}"/><w:szCs w:val="{2 * size:.0f}"/></w:rPr>'
    return f"<w:r>{looks}<w:t>{word_cell(cell.text)}</w:t></w:r>"


def _broken(cell: Cell, share: int) -> str:
    """A label whose lines end at its breaks: room behind each line's last character leaves none for the next.

    A line break would be read as two words by whoever reads the file. Centred lines all get as little as will do.
    """
    room = share * TEXT_WIDTH / 1000 - CELL_PADDING
    lines, centred = cell.lines, cell.role == "header"
    spaced = lines if centred else lines[:-1]
    runs = ""
    for line in lines:
        left = room - TABLE_TYPE * len(line)
        behind = max(0.0, left - TABLE_TYPE + 1 if centred else left - 1)
        runs += f"<w:r><w:t>{word_cell(line[:-1])}</w:t></w:r>" if line in spaced else ""
        looks = f'<w:rPr><w:spacing w:val="{20 * behind:.0f}"/></w:rPr>' if line in spaced else ""
        runs += f"<w:r>{looks}<w:t>{word_cell(line[-1] if line in spaced else line)}</w:t></w:r>"
    return runs


@lru_cache(maxsize=32)
def _pattern(shape: Shape, setting: TableSetting) -> str:
    """The markup of every table of that shape, ``%s`` for its name and for the run of each cell in turn."""
    kept = _kept_rows(shape, setting)
    rows = [
        (number < setting.header_rows, number in kept, [_cell(place, setting) for place in row])
        for number, row in enumerate(places(shape, len(setting.columns)))
    ]
    markup: str = _module().table(setting.columns, setting.labelled, rows, _SLOT)
    return markup.replace("%", "%%").replace(_SLOT, "%s")


def _kept_rows(shape: Shape, setting: TableSetting) -> set[int]:
    """The rows that stay on one page with the next one."""
    if setting.together:
        return set(range(len(shape) - 1))
    if setting.divided_at:
        return set(range(len(shape) - 1)) - {setting.divided_at - 1}
    kept = set(range(setting.header_rows + KEPT_ROWS))
    for number, row in enumerate(shape):
        for _, rows, role in row:
            whole = rows if rows <= WHOLE_GROUP else LABEL_ROWS
            if role == "label":
                kept.update(range(number, number + whole - 1))
    return kept


def _cell(place: CellPlace, setting: TableSetting) -> tuple[int, int, str, str, bool]:
    width = sum(setting.columns[place.column : place.column + place.columns])
    merge = "continue" if place.cell is None else "restart" if place.rows > 1 else ""
    return (
        width,
        place.columns,
        merge,
        setting.label if place.role == "label" else setting.centred,
        place.role == "figure",
    )


@lru_cache(maxsize=32)
def _widths(shares: tuple[int, ...], total: int) -> tuple[int, ...]:
    """Shares in thousandths as twips that add up to the total exactly."""
    edges = [0, *(share * total // 1000 for share in accumulate(shares))]
    return tuple(end - start for start, end in pairwise(edges))
