"""A workbook as plain data.

Rows and columns are counted from 0; widths are in characters of Latin text, heights in points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple


class Formula(NamedTuple):
    """A formula without its ``=``, and its value, which programs that do not calculate show."""

    text: str
    value: int | Decimal | str


Value = str | int | Decimal | Formula | None
"""What stands in a cell. Text is always text, whatever it begins with; None is an empty cell."""


class CellStyle(NamedTuple):
    """How a cell is set. ``number`` is Excel's number format; ``fill`` and ``colour`` are #RRGGBB, '' for none."""

    align: Literal["left", "center", "right"] = "left"
    bold: bool = False
    fill: str = ""
    colour: str = ""
    number: str = "General"
    border: bool = True
    size: int = 10


class Row(NamedTuple):
    """A row: each value with its look. ``height`` None: what its texts need, none of them merged."""

    values: Sequence[Value]
    looks: Sequence[CellStyle]
    height: float | None = None


class Area(NamedTuple):
    """A rectangle of cells."""

    row: int
    column: int
    rows: int
    columns: int


class Spanned(NamedTuple):
    """A cell of a grid that spans columns and rows, to be laid out by :func:`generator.workbook.spread`."""

    value: Value
    look: CellStyle
    columns: int = 1
    rows: int = 1


class CellChoice(NamedTuple):
    """Cells in which one of these words is to be chosen."""

    area: Area
    words: tuple[str, ...]


class Sheet(NamedTuple):
    """A sheet. ``rows`` may be an iterator: a long sheet is never held in memory as a whole.

    ``header`` are the first and last row of the headers: all up to the last stay in view, they alone repeat on each
    printed page. ``kept_columns`` on the left stay in view and repeat likewise. ``filtered``: the last header row gets
    filters over all rows below. ``pages``: scaled to so many pages across and down when printed (0: as many as it
    takes), None: to ``scale`` percent, with page breaks before the columns in ``breaks``. ``choice``: cells in which a
    word is to be chosen. ``heading`` is printed on top of each page.
    """

    name: str
    rows: Iterable[Row]
    widths: Sequence[float]
    merged: Sequence[Area] = ()
    header: tuple[int, int] | None = None
    kept_columns: int = 0
    filtered: bool = False
    pages: tuple[int, int] | None = (1, 0)
    scale: int = 100
    breaks: Sequence[int] = ()
    choice: CellChoice | None = None
    heading: str = ""
