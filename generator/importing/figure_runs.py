"""Stretches of figures, and how those of several rows are parted into rows."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from generator.importing.figures import Printed, unread
from generator.importing.labels import TableForm

_SHORTEST_LABEL = 4
"""Characters of a label that ends a run of figures: 总计 and 其他 stand in several rows."""


class Run(NamedTuple):
    """Figures that stand together. ``before`` is the text since the figures before them, ``own`` what of it stands in
    the same row; both squeezed. ``fixed``: a table's row, where each mark is a cell, empty ones included. ``heads``:
    for each of its marks what is printed above it, from the top down, where the table says what stands above what."""

    before: str
    own: str
    marks: tuple[Printed, ...]
    place: str
    fixed: bool
    columns: tuple[int, ...] = ()
    heads: tuple[tuple[str, ...], ...] = ()


def without_shared(read: list[list[Printed]], form: TableForm) -> list[list[Printed]]:
    """Several figures in one cell are a row's only where no other cell has any, or where all cells together have
    exactly the figures of a whole row that adds up (columns that a converter took for one); else nobody knows."""
    if sum(any(mark.text for mark in marks) for marks in read) < 2:
        return read
    if whole := _rewrapped(read, form):
        return whole
    written = tuple(mark for marks in read for mark in marks if mark.text or mark.unread)
    if form.abreast:
        is_row = len(written) == sum(row.width for row in form.rows if not row.is_group)
    else:
        is_row = form.rows[0].total and len(written) == form.width and adds_up(written)
    if is_row:
        return read
    return [[unread(" ".join(m.printed for m in marks))] if len(marks) > 1 else marks for marks in read]


def _rewrapped(read: list[list[Printed]], form: TableForm) -> list[list[Printed]] | None:
    """Cells with exactly the figures of a row that add up once numbers broken over two lines of a cell are whole."""
    written = [marks for marks in read if any(mark.text or mark.unread for mark in marks)]
    widths = [row.width for row in form.rows if not row.is_group] if form.abreast else [form.width]
    if len(written) != sum(widths) or all(len(marks) == 1 for marks in written) or not form.rows[0].total:
        return None
    if not all(_is_broken(marks) for marks in written):
        return None
    whole = [_whole(marks) for marks in written]
    ends = list(accumulate(widths))
    if not all(adds_up(tuple(whole[end - width : end])) for width, end in zip(widths, ends, strict=True)):
        return None
    found = iter(whole)
    return [[next(found)] if any(mark.text for mark in marks) else marks for marks in read]


def _is_broken(marks: list[Printed]) -> bool:
    """Whether a cell holds digits only, in lines of their own."""
    lines = [mark.printed.strip() == mark.text and mark.text.isdigit() for mark in marks]
    return all(lines) and all(mark.printed.endswith("\n") for mark in marks[:-1])


def _whole(marks: list[Printed]) -> Printed:
    return marks[0]._replace(text="".join(mark.text for mark in marks), printed="".join(mark.printed for mark in marks))


def without_labels(read: list[list[Printed]], form: TableForm) -> list[list[Printed]]:
    """What begins with a number in front of a whole row that adds up is the row's label, misread (2的重复申请)."""
    first = next((at for at, marks in enumerate(read) if any(mark.text for mark in marks)), 0)
    written = tuple(mark for marks in read[first:] for mark in marks if mark.text or mark.unread)
    is_row = not form.abreast and form.rows[0].total and len(written) == form.width and adds_up(written)
    return (
        [[] if at < first and any(m.unread for m in marks) else marks for at, marks in enumerate(read)]
        if is_row
        else read
    )


def chunks(run: Run, form: TableForm) -> list[Run]:
    """Figures of several rows that follow one another without labels, a row at a time."""
    width, count = form.width, len(run.marks)
    if form.abreast or len({row.width for row in form.rows}) > 1 or count == width or count % width:
        return [run]
    pieces = [run.marks[at : at + width] for at in range(0, count, width)]
    if form.rows[0].total and (not all(adds_up(piece) for piece in pieces) or _may_be_columns(pieces)):
        return [run]
    names = _labels_in(run.before, form)
    own = [run.own, *("" for _ in pieces[1:])]
    if len(names) != len(pieces):
        names = own = _below_group(run.before, len(pieces), form)
    if len(names) != len(pieces):
        names, own = [run.before, *("" for _ in pieces[1:])], [run.own, *("" for _ in pieces[1:])]
    return [
        Run(name, beside, piece, piece[0].place, False) for name, beside, piece in zip(names, own, pieces, strict=True)
    ]


def _may_be_columns(pieces: list[tuple[Printed, ...]]) -> bool:
    """Whether figures that were not printed a row a line are rows too when they are read column by column."""
    lines = [{mark.place for mark in piece} for piece in pieces]
    if all(len(line) == 1 for line in lines) and len({place for line in lines for place in line}) == len(lines):
        return False
    marks = [mark for piece in pieces for mark in piece]
    columns = [tuple(marks[at :: len(pieces)]) for at in range(len(pieces))]
    read = [[[mark.text for mark in row] for row in rows] for rows in (pieces, columns)]
    return read[0] != read[1] and all(map(adds_up, columns))


def _below_group(text: str, count: int, form: TableForm) -> list[str]:
    """The labels of a group's rows, where the group's own label ends a text and has so many."""
    for group in form.rows:
        below = [row.forms[0] for row in form.rows if row.path[:-1] == group.path and not row.is_sum]
        if group.is_group and len(below) == count and text.endswith(group.forms):
            return below
    return []


def adds_up(marks: tuple[Printed, ...]) -> bool:
    """Whether the last of a row's figures is the sum of the others."""
    figures = [mark.text for mark in marks]
    return all(text.isdigit() for text in figures) and sum(map(int, figures[:-1])) == int(figures[-1])


def _labels_in(text: str, form: TableForm) -> list[str]:
    """The rows' labels in a text, in the order of the form; those too short to be told from other words left out."""
    found, at = [], 0
    for row in form.rows:
        name = next((name for name in row.forms if len(name) >= _SHORTEST_LABEL and name in text[at:]), "")
        if name and not row.is_group:
            at = text.index(name, at) + len(name)
            found.append(name)
    return found
