"""The printed tables without figures, exactly as the form has them: cells, spans, whose figures stand where.

A table's frame is computed once per edition. Who prints a table fills it; who sums many tables reads its places.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from generator.form import keys
from generator.form.edition import Edition, edition_for
from generator.form.frame_sums import FrameBalance, FrameSum, Position, balances_of, sums_of
from generator.form.model import FIGURES, WORDS, Band, Item, Kind, Path, Table

_LABEL_WIDTHS = {0: (), 1: (250,), 2: (150, 350), 3: (75, 90, 290)}
"""Shares of the width for the label columns, in thousandths; what is left is for the figures, evenly.

In table 3 (one, two and three label columns deep) the deepest labels are the long ones."""


class Cell(NamedTuple):
    """A cell of a table grid. ``role`` says what it is: a heading of columns, a label of rows, or a figure.

    ``breaks`` are the places in ``text`` after which a printed line ends (商业|企业).
    """

    text: str
    role: Literal["header", "label", "figure"]
    columns: int = 1
    rows: int = 1
    breaks: tuple[int, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The text divided at its breaks."""
        if not self.breaks:
            return (self.text,)
        edges = (0, *self.breaks, len(self.text))
        return tuple(self.text[start:end] for start, end in pairwise(edges))


class FrameRow(NamedTuple):
    """A row of the frame: its fixed cells, and whose figures follow them, each ``columns`` wide."""

    cells: tuple[Cell, ...]
    paths: tuple[Path, ...] = ()
    columns: int = 1


class Frame(NamedTuple):
    """A table without its figures.

    ``header_rows`` counts the rows at the top that repeat on each page, ``label_columns`` the columns on the left that
    hold labels. ``widths`` are the columns' shares of the text width, in thousandths, together 1000. ``together``: the
    table has further headers below its first ones, so a page break with repeated headers would mislead. ``sums`` and
    ``balances`` say how its figures hang together.
    """

    part: Item
    columns: int
    widths: tuple[int, ...]
    header_rows: int
    label_columns: int
    together: bool
    lines: tuple[FrameRow, ...]
    sums: tuple[FrameSum, ...]
    balances: tuple[FrameBalance, ...]


def frame_of(edition: Edition, part: Item) -> Frame:
    """The frame of a table part."""
    return _frames(edition.first_year)[part.key]


def lines_of(edition: Edition, part: Item) -> tuple[FrameRow, ...]:
    """The rows of a table part's frame: whose figures stand where."""
    return frame_of(edition, part).lines


def columns_of(part: Item, path: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The keys below ``path`` that lead to each of its cells; a group's sums stand under its 总计."""
    item = part.at(path[1:])
    if item.kind in FIGURES | WORDS:
        return [()]
    above: tuple[str, ...] = ()
    while item.kind is Kind.GROUP:
        above = (keys.TOTAL,)
        item = item.children[0]
    last = [(*above, item.total.key)] if item.total else []
    return [(*above, child.key) for child in item.children] + last


@cache
def _frames(first_year: int) -> dict[str, Frame]:
    """The frames of one edition, which its first year names: hashing a whole edition would cost more than filling."""
    tables = edition_for(first_year).tables
    return {part.key: _frame(part, part.table) for part in tables if part.table}


def _frame(part: Item, form: Table) -> Frame:
    lines = tuple(line for band in form.bands for line in _band(part, form, band))
    places = dict(_places(form, lines))
    return Frame(
        part=part,
        columns=form.label_columns + form.figure_columns,
        widths=_widths(form),
        header_rows=len(form.bands[0].header),
        label_columns=form.label_columns,
        together=len(form.bands) > 1,
        lines=lines,
        sums=tuple(sums_of(part, places)),
        balances=tuple(balances_of(part, places)),
    )


def _places(form: Table, lines: tuple[FrameRow, ...]) -> Iterator[tuple[Path, tuple[Position, ...]]]:
    """Where the figures of each path stand: right of all label columns, evenly."""
    for row, line in enumerate(lines):
        columns = range(form.label_columns, form.label_columns + form.figure_columns, line.columns)
        places = tuple((row, column) for column in columns)
        each = len(places) // max(1, len(line.paths))
        for number, path in enumerate(line.paths):
            yield path, places[number * each : (number + 1) * each]


def _band(part: Item, form: Table, band: Band) -> Iterator[FrameRow]:
    for row in band.header:
        yield FrameRow(tuple(Cell(header.text, "header", header.columns, header.rows, header.breaks) for header in row))
    items = [part.by_key[key] for key in band.keys]
    if band.abreast:
        yield FrameRow((), tuple((part.key, item.key) for item in items))
        return
    for item in items:
        yield from _lines(form, item, (part.key, item.key), depth=0)


def _lines(form: Table, item: Item, path: Path, depth: int) -> list[FrameRow]:
    """The rows of one item; a group's label stands beside all of its rows, its total below the others."""
    rest = form.label_columns - depth
    if item.kind is not Kind.GROUP:
        return [
            FrameRow(
                (Cell(item.label, "label", rest, 1, item.breaks if rest == 1 else ()),),
                (path,),
                form.figure_columns // _figure_count(item),
            )
        ]
    lines = [line for child in item.children for line in _lines(form, child, (*path, child.key), depth + 1)]
    if item.total:
        lines.append(FrameRow((Cell(item.total.label, "label", rest - 1),), (path,)))
    first = lines[0]
    label = Cell(item.label, "label", 1, len(lines), item.breaks)
    return [FrameRow((label, *first.cells), first.paths, first.columns), *lines[1:]]


def _figure_count(item: Item) -> int:
    return 1 if item.kind in FIGURES | WORDS else len(item.children) + (item.total is not None)


def _widths(form: Table) -> tuple[int, ...]:
    """Widths of all columns, together exactly 1000."""
    labels = _LABEL_WIDTHS[form.label_columns]
    left, count = 1000 - sum(labels), form.figure_columns
    edges = [left * i // count for i in range(count + 1)]
    return (*labels, *(end - start for start, end in pairwise(edges)))
