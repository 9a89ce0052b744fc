"""A document as DOCX: the body from ``document.xml.j2``, everything else from a reference document.

The parts that never change are zipped once; each report only adds its body and its properties.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.document.blocks import Document, Table
from generator.render.environment import kinds, template
from generator.render.layout import Place, Shape, places, shape_of
from generator.render.package import append, draft_parts, draft_section, zipped
from generator.render.reference import Reference, built_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

Cells = list[tuple["Markup", str]]


class Setting(NamedTuple):
    """What a table's markup depends on besides its shape."""

    columns: tuple[int, ...]
    header_rows: int
    together: bool
    label: str
    centred: str


def render(document: Document, reference: bytes | None = None) -> bytes:
    """The document as DOCX.

    ``reference`` is an agency's own DOCX, whose styles, page, header and footer are used instead of ours; raises
    :class:`generator.render.reference.UnusableReferenceError` when it lacks something.
    """
    used = _agency(reference) if reference is not None else built_in()
    module = _module()
    body = module.document(
        blocks=kinds(document),
        styles=used.styles,
        section=_safe(draft_section(used.section) if document.draft else used.section),
        width=used.text_width,
        rows=lambda table: _rows(table, used),
    )
    properties = module.properties(document.title, document.agency)
    return append(_static(used, document.draft), {used.document: body, used.core: properties})


@lru_cache(maxsize=4)
def _static(reference: Reference, draft: bool) -> bytes:
    parts = draft_parts(reference, _module().draft_header()) if draft else reference.parts
    return zipped(parts)


@lru_cache(maxsize=2)
def _agency(reference: bytes) -> Reference:
    from generator.render.agency_reference import read_reference

    return read_reference(reference)


def _module() -> Any:
    return template("document.xml.j2").module


def _safe(markup: str) -> Markup:
    from markupsafe import Markup

    return Markup(markup)


def _rows(table: Table, reference: Reference) -> Iterator[tuple[Markup, Cells]]:
    """Row by row: its opening, and for each cell everything up to its text, and its text."""
    setting = Setting(
        _widths(table.widths, reference.text_width),
        table.header_rows,
        table.together,
        reference.styles.centred if table.label_columns == 1 else reference.styles.label,
        reference.styles.centred,
    )
    for cells, (opening, row) in zip(table.rows, _frame(shape_of(table), setting), strict=True):
        yield opening, [(markup, "" if cell is None else cells[cell].text) for markup, cell in row]


@lru_cache(maxsize=32)
def _frame(shape: Shape, setting: Setting) -> list[tuple[Markup, list[tuple[Markup, int | None]]]]:
    """A table's markup without its texts, which is the same in every report."""
    module = _module()
    last = len(shape) - 1
    rows = []
    for number, row in enumerate(places(shape, len(setting.columns))):
        header = number < setting.header_rows
        keep = header or (setting.together and number < last)
        opening = module.row_opening(() if number else setting.columns, header)
        rows.append((opening, [(_cell(place, setting, keep), place.cell) for place in row]))
    return rows


def _cell(place: Place, setting: Setting, keep: bool) -> Markup:
    width = sum(setting.columns[place.column : place.column + place.columns])
    merge = "continue" if place.cell is None else "restart" if place.rows > 1 else ""
    style = setting.label if place.role == "label" else setting.centred
    opening: Markup = _module().cell_opening(width, place.columns, merge, style, keep)
    return opening


@lru_cache(maxsize=32)
def _widths(shares: tuple[int, ...], total: int) -> tuple[int, ...]:
    """Shares in thousandths as twips that add up to the total exactly."""
    edges = [0, *(share * total // 1000 for share in accumulate(shares))]
    return tuple(end - start for start, end in pairwise(edges))
