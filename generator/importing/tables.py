"""A table part read: each row's figures settled by position, by label and by the form's equations together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.form.model import Path
from generator.importing.aligning import EXACT, align
from generator.importing.blocks import Block
from generator.importing.column_order import with_columns
from generator.importing.constraints import settle
from generator.importing.doubled import named_twice
from generator.importing.equations import equations_of
from generator.importing.figure_runs import Run
from generator.importing.figures import Printed
from generator.importing.grouped import parted_groups
from generator.importing.labels import RowLabel, TableForm
from generator.importing.lines import Stretches, runs_of
from generator.importing.readings import Choices, Shape, Values, adds_up, choices
from generator.importing.sequence import solve_sequence
from generator.importing.strayed import Match
from generator.importing.streams import stream_of
from generator.importing.torn import uncut, unproven
from generator.importing.transposed import turned, upright
from generator.importing.units import in_row
from generator.importing.whole import solve_whole

_ENOUGH = 5
"""Rows found from which a table is the form's."""
_ENOUGH_WRONG = 3
"""Totals that contradict their rows, from which a table was read wrong rather than printed wrong."""


@dataclass(slots=True)
class RowRead:
    """A printed row. ``values`` are its figures as digits, the printed total last where the row has one.

    ``how`` as in :class:`Choices`, or 'missing', or 'order' in a table read by the order of its figures, or 'text'
    where the report's text told how digits that ran together are to be cut. ``label`` is
    how sure it is that this is the row. ``proven`` are the cells that were printed empty and must be 0 by the
    equations. ``readings`` counts how it could have been read.
    """

    row: RowLabel
    how: str
    values: Values
    marks: tuple[Printed, ...] = ()
    label: float = EXACT
    printed_label: str = ""
    place: str = ""
    readings: int = 1
    proven: frozenset[int] = frozenset()


@dataclass(slots=True)
class TableRead:
    """What was read of one table part: its rows by path, sums under the group's path. ``header`` is the text that
    stood above the first row. ``by_order``: the order and the sums of the figures gave the rows, not the labels.
    ``misread``: how many totals contradict their rows in a table that does not count; ``doubled``: the rows that two
    tables in one stream gave twice, of which none counts."""

    form: TableForm
    rows: dict[Path, RowRead] = field(default_factory=dict)
    header: str = ""
    by_order: bool = False
    misread: int = 0
    doubled: list[str] = field(default_factory=list)

    @property
    def is_found(self) -> bool:
        """Whether anything of the table was there."""
        return any(row.how != "missing" for row in self.rows.values())


def read_table(form: TableForm, blocks: Iterable[Block]) -> TableRead:
    """Read one table part from its blocks."""
    found = with_columns(runs_of(upright(form, blocks) if form.abreast else blocks, form), form)
    read = TableRead(form, header=found.header)
    if form.abreast:
        _read_abreast(read, found.runs)
    elif len(rows := named_twice(found.runs, form)) > 1:
        read.doubled = rows
    else:
        _read_rows(read, align(parted_groups(found.runs, form), form, found.tail))
        _drop_misread(read)
        _read_whole(read, found)
    for row in form.rows:
        if row.path not in read.rows and not row.is_group:
            read.rows[row.path] = RowRead(row, "missing", (None,) * row.width, readings=0)
    return read


def _drop_misread(read: TableRead) -> None:
    """A table most of whose own totals contradict its figures was misread, not misprinted: none of it counts."""
    totals = [row for row in read.rows.values() if row.row.total and row.values[-1] not in (None, "0")]
    whole = [row for row in totals if None not in row.values]
    wrong = [row for row in whole if not adds_up(row.values, _shape(row.row))]
    if len(wrong) >= _ENOUGH_WRONG and 2 * len(wrong) > len(whole):
        read.misread = len(wrong)
        for row in read.rows.values():
            row.values, row.proven = (None,) * row.row.width, frozenset()


def _read_whole(read: TableRead, found: Stretches) -> None:
    """The table as its figures' order and sums give it, where that says more than the labels, or something else."""
    most = sum(row.width for row in read.form.rows)
    if not found.stretches or sum(bool(mark.text) for run in found.stretches for mark in run.marks) > most:
        return
    stream = stream_of(found, read.form)
    solved = solve_whole(read.form, stream) if stream else solve_sequence(read.form, found)
    if not solved or all(path in read.rows and read.rows[path].values == row for path, row in solved.items()):
        return
    read.by_order, read.misread = True, 0
    place = found.stretches[0].place
    rows = {row.path: row for row in read.form.rows if row.path in solved}
    read.rows = {path: RowRead(rows[path], "order", values, place=place) for path, values in solved.items()}


def _shape(row: RowLabel, totals: bool = True) -> Shape:
    if row.total and not totals:
        return Shape(((row.width - 1, False),), row.amount)
    return Shape(((row.width, row.total),), row.amount)


def _without_totals(matches: Sequence[Match]) -> bool:
    """Whether a table was printed without its column of totals: every row is one figure short."""
    totalled = [match for match in matches if match.row.total]
    return len(totalled) >= _ENOUGH and all(
        sum(bool(mark.text) or mark.unread for mark in match.run.marks) == match.row.width - 1 for match in totalled
    )


def _read_rows(read: TableRead, matches: Sequence[Match]) -> None:
    found: dict[Path, tuple[Match, Choices]] = {}
    totals = not _without_totals(matches)
    for match in (_in_unit(read, match) for match in matches):
        columns = match.run.columns if len(match.run.columns) == match.row.width else ()
        options = choices(match.run.marks, _shape(match.row, totals), match.run.fixed, columns)
        if not totals and match.row.total:
            options = Choices(tuple((*values, None) for values in options.values), options.how)
        path = (*match.row.path, "") if match.row.is_sum else match.row.path
        found[path] = (match, options)
    _drop_subtotals(read.form, found)
    options_of = {path: options.values for path, (_, options) in found.items()}
    settled = settle(options_of, equations_of(read.form, options_of))
    for path in unproven(read.form, found, settled) | uncut(found):
        settled.pop(path, None)
    for path, (match, options) in found.items():
        values = settled.get(path, (None,) * match.row.width)
        read.rows[path] = RowRead(
            match.row,
            options.how,
            values,
            match.run.marks,
            match.label,
            match.printed,
            match.run.place,
            len(options.values),
        )
    _prove_empty(read)
    for row in read.form.rows:
        if row.is_sum and (*row.path, "") in read.rows:
            read.rows[row.path] = read.rows.pop((*row.path, ""))


def _in_unit(read: TableRead, match: Match) -> Match:
    run = match.run
    return match._replace(run=run._replace(marks=in_row(run.marks, match.row.amount, run.before, read.header)))


def _drop_subtotals(form: TableForm, found: dict[Path, tuple[Match, Choices]]) -> None:
    """A group's own row counts only where none of its rows was printed; else it repeats their sum."""
    for row in form.rows:
        if row.is_group and row.path in found and any(path[:-1] == row.path for path in found if path[-1]):
            del found[row.path]


def _prove_empty(read: TableRead) -> None:
    """Empty cells that can only be 0, because what is printed already makes up the printed sum."""
    for row in read.rows.values():
        if None in row.values and row.row.total and not _has_unread(row) and adds_up(row.values, _shape(row.row)):
            _put_zeros(row, [at for at, value in enumerate(row.values) if value is None])
    for equation in equations_of(read.form, read.rows):
        if all(path in read.rows for path in equation.rows):
            _prove_columns([read.rows[path] for path in equation.left], [read.rows[path] for path in equation.right])


def _prove_columns(left: list[RowRead], right: list[RowRead]) -> None:
    for column in range(left[0].row.width):
        sums = [row.values[column] for row in right]
        if None in sums:
            continue
        known = sum(int(row.values[column] or 0) for row in left)
        if known == sum(int(value or 0) for value in sums):
            for row in left:
                if row.values[column] is None and _may_be_zero(row, column):
                    _put_zeros(row, [column])


def _has_unread(row: RowRead) -> bool:
    return any(mark.unread for mark in row.marks)


def _may_be_zero(row: RowRead, column: int) -> bool:
    """Whether nothing was printed there that is unread, and the row's own printed total allows a 0."""
    if _has_unread(row):
        return False
    total = row.values[-1]
    if total is None or column == row.row.width - 1:
        return True
    cells = row.values[:-1]
    known = sum(int(value) for value in cells if value)
    return known < int(total) if cells.count(None) > 1 else known == int(total)


def _put_zeros(row: RowRead, columns: list[int]) -> None:
    row.values = tuple("0" if at in columns else value for at, value in enumerate(row.values))
    row.proven |= frozenset(columns)


def _read_abreast(read: TableRead, runs: list[Run]) -> None:
    """Rows that stand side by side: all their figures are one run."""
    rows = [row for row in read.form.rows if not row.is_group]
    shape = Shape(tuple((row.width, row.total) for row in rows))
    run = turned(runs, read.form, read.header)
    whole = [run for run in runs if len(run.marks) >= shape.width]
    if not run and len({tuple(mark.text for mark in each.marks) for each in whole}) > 1:
        return  # two years' figures, with nothing that says whose they are
    run = run or (whole[-1] if whole else None)
    by_label = [match for match in align(runs, read.form) if match.label > ALONE and not run]
    if len(by_label) == len(rows):
        _read_rows(read, by_label)
        return
    if run is None and runs:
        run = runs[0]._replace(marks=tuple(mark for each in runs for mark in each.marks))
    if run is None:
        return
    run = run._replace(marks=in_row(run.marks, False, run.before, read.header))
    options = choices(run.marks, shape, run.fixed)
    values = settle({("",): options.values}, ()).get(("",), (None,) * shape.width)
    at = 0
    for row in rows:
        part = values[at : at + row.width]
        marks = run.marks[at : at + row.width] if options.how == "cells" else run.marks
        at += row.width
        read.rows[row.path] = RowRead(row, options.how, part, marks, place=run.place, readings=len(options.values))
    _prove_empty(read)


ALONE = 0.9
"""A row that stands alone is only taken for one of several abreast when its label is there in full."""
