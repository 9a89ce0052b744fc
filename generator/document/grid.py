"""The tables as printed: the form's frames filled with a report's figures."""

from __future__ import annotations

from functools import cache, lru_cache

from generator.document.blocks import Cell, Table
from generator.document.figures import cell_texts
from generator.form.edition import Edition, edition_for
from generator.form.frame import FrameRow, frame_of
from generator.form.model import Item
from generator.report.model import Figures


def table_of(edition: Edition, part: Item, figures: Figures) -> Table:
    """The printed table of a table part, filled with a report's figures."""
    lines = frame_of(edition, part).lines
    return _blank(edition.first_year, part.key)._replace(rows=tuple(_filled(line, figures) for line in lines))


@cache
def _blank(first_year: int, key: str) -> Table:
    """The table before it is filled; an edition's first year names it, since hashing it whole would cost more."""
    edition = edition_for(first_year)
    frame = frame_of(edition, edition.root.by_key[key])
    return Table(
        caption=frame.part.label,
        columns=frame.columns,
        widths=frame.widths,
        header_rows=frame.header_rows,
        rows=(),
        label_columns=frame.label_columns,
        together=frame.together,
        sums=frame.sums,
        balances=frame.balances,
    )


def _filled(line: FrameRow, figures: Figures) -> tuple[Cell, ...]:
    cells = line.cells
    for path in line.paths:
        cells += tuple([_figure(text, line.columns) for text in cell_texts(figures, path)])
    return cells


@lru_cache(maxsize=2048)
def _figure(text: str, columns: int) -> Cell:
    return Cell(text, "figure", columns)
