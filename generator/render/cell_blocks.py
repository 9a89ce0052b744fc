"""The tables' figures as blocks of cells (TSV), row by row as printed: to paste into a province's forms."""

from __future__ import annotations

from generator.document.figures import UNKNOWN, cell_texts
from generator.form import edition_for
from generator.form.edition import Edition
from generator.form.frame import columns_of, lines_of
from generator.form.model import Item
from generator.report.model import Figures, Report


def cell_blocks(report: Report, table: str = "") -> str:
    """The figures of the table with that number (二, 三, 四), else of all three with a blank line between them.

    Nothing but figures and their totals: the form that they are pasted into has the labels. ？ is one not known.
    """
    parts = [part for part in report.edition.tables if table in ("", part.number)]
    return "\n".join(_block(report.edition, part, report.figures) for part in parts)


def is_cell_block(text: str) -> bool:
    """Whether a text is such a block: figures alone, in the rows of the form."""
    edition = edition_for(None)
    shapes = [[_width(part, line) for line in _figure_rows(edition, part)] for part in edition.tables]
    every = [width for shape in shapes for width in [*shape, 0]][:-1]
    rows = [line.split("\t") if line else [] for line in text.removesuffix("\n").split("\n")]
    if not all(cell == UNKNOWN or cell.replace(".", "", 1).isdecimal() for row in rows for cell in row):
        return False
    return [len(row) for row in rows] in [*shapes, every]


def _block(edition: Edition, part: Item, figures: Figures) -> str:
    rows = ([text for path in line for text in cell_texts(figures, path)] for line in _figure_rows(edition, part))
    return "".join("\t".join(row) + "\n" for row in rows)


def _figure_rows(edition: Edition, part: Item) -> list[tuple[tuple[str, ...], ...]]:
    return [line.paths for line in lines_of(edition, part) if line.paths]


def _width(part: Item, paths: tuple[tuple[str, ...], ...]) -> int:
    return sum(len(columns_of(part, path)) for path in paths)
