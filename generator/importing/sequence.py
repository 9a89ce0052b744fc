"""A table of few rows that do not add up (table 2), read by the order of its figures and checked by its labels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import NamedTuple

from generator.form.model import Path
from generator.importing.figures import Printed
from generator.importing.labels import RowLabel, TableForm
from generator.importing.lines import Stretches
from generator.importing.readings import Values
from generator.importing.units import in_row


class _Figure(NamedTuple):
    """A figure, the stretch it stands in and what stands before that, and how many labels of the form's rows, in their
    order, stand before it."""

    mark: Printed
    stretch: int
    before: str
    labels: int


def solve_sequence(form: TableForm, found: Stretches) -> dict[Path, Values] | None:
    """Every row's figures where exactly as many are printed as the form has, each behind the label of the row before.

    Rows of a band whose labels are piled up may be given row by row or column by column, and these in any order: what
    all readings say is taken.
    """
    rows = tuple(row for row in form.rows if not row.is_group)
    figures = _figures(rows, found)
    if figures is None or len(figures) != sum(row.width for row in rows) or any(row.total for row in rows):
        return None
    solved: dict[Path, Values] = {}
    number = at = 0
    for band in _bands(form, rows):
        width = band[0].width
        part = figures[at : at + width * len(band)]
        before, after = figures[at - 1 : at], figures[at + len(part) :][:1]
        if not _fits(part, band, number) or not _parted(before, part) or not _parted(part, after):
            return None
        piled = _is_piled(part, number + len(band))
        for place, row in enumerate(band):
            by_row = part[place * width : (place + 1) * width]
            if not piled and place and not _parted(part[: place * width], by_row):
                return None
            readings = _columns(part, place, len(band)) if piled and not _in_lines(part, width) else []
            solved[row.path] = _agreed([by_row, *readings], row, found.header)
        at, number = at + len(part), number + len(band)
    return solved


def _bands(form: TableForm, rows: Sequence[RowLabel]) -> list[list[RowLabel]]:
    """The rows that stand below the same heads."""
    bands = form.part.table.bands if form.part.table else ()
    return [[row for row in rows if row.path[1] in band.keys] for band in bands]


def _parted(before: Sequence[_Figure], after: Sequence[_Figure]) -> bool:
    """Whether words stand between figures."""
    return not before or not after or before[-1].stretch != after[0].stretch


def _figures(rows: Sequence[RowLabel], found: Stretches) -> list[_Figure] | None:
    """All figures, or None when the labels are not all there in the form's order, or one stands against a figure."""
    figures: list[_Figure] = []
    labels, text = 0, ""
    for number, run in enumerate(found.stretches):
        text += run.before
        labels, text = _counted(rows, labels, text)
        written = [mark for mark in run.marks if mark.text or mark.unread]
        if any(not mark.text for mark in written) or not _starts_there(rows, run.own, len(figures)):
            return None
        figures += (_Figure(mark, number, run.before, labels) for mark in written)
    labels, _ = _counted(rows, labels, text + found.tail)
    return figures if labels == len(rows) else None


def _starts_there(rows: Sequence[RowLabel], own: str, at: int) -> bool:
    """Whether the row whose label stands in the figures' own line begins with the figure number ``at``."""
    ends = [max((len(form) for form in row.forms if own.endswith(form)), default=0) for row in rows]
    if not any(ends):
        return True
    number = ends.index(max(ends))
    return sum(row.width for row in rows[:number]) == at


def _counted(rows: Sequence[RowLabel], labels: int, text: str) -> tuple[int, str]:
    """How many rows' labels have come by now, and the text that is left behind the last."""
    while labels < len(rows):
        found = next((form for form in rows[labels].forms if form in text), "")
        if not found:
            break
        labels, text = labels + 1, text[text.index(found) + len(found) :]
    return labels, text


def _in_lines(part: Sequence[_Figure], width: int) -> bool:
    """Whether each row's figures stand in a line of their own."""
    lines = [{figure.mark.place for figure in part[at : at + width]} for at in range(0, len(part), width)]
    return width > 1 and all(len(line) == 1 for line in lines) and len(set[str]().union(*lines)) == len(lines)


def _columns(part: Sequence[_Figure], place: int, height: int) -> list[tuple[_Figure, ...]]:
    """A row's figures where all came column by column, and the columns in any order: programs do not keep theirs."""
    return list(permutations(part[place::height]))


def _fits(figures: Sequence[_Figure], rows: Sequence[RowLabel], number: int) -> bool:
    """Whether each row's figures come behind the label of the row before."""
    piled, width = _is_piled(figures, number + len(rows)), rows[0].width
    return all(piled or figure.labels >= number + at // width for at, figure in enumerate(figures))


def _is_piled(figures: Sequence[_Figure], labels: int) -> bool:
    """Whether all figures stand together behind the labels of all their rows."""
    return len({figure.stretch for figure in figures}) == 1 and figures[0].labels >= labels


def _agreed(readings: Sequence[Sequence[_Figure]], row: RowLabel, header: str) -> Values:
    """What all readings say, in the unit of the form."""
    columns = zip(*([_in_unit(figure, row, header) for figure in reading] for reading in readings), strict=True)
    return tuple(column[0] if len(set(column)) == 1 else None for column in columns)


def _in_unit(figure: _Figure, row: RowLabel, header: str) -> str | None:
    (mark,) = in_row((figure.mark,), row.amount, figure.before, header)
    return mark.text if mark.text.isdigit() or (mark.text and row.amount) else None
