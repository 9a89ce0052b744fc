"""The rows of a group whose labels are lost: all their figures stand behind the group's own label."""

from __future__ import annotations

from collections.abc import Sequence

from generator.importing.figure_runs import Run, adds_up
from generator.importing.figures import Printed
from generator.importing.labels import RowLabel, TableForm


def parted_groups(runs: Sequence[Run], form: TableForm) -> list[Run]:
    """The runs; one with as many figures as a group's rows have together is those rows, where each adds up."""
    return [piece for run in runs for piece in _parted(run, form)]


def _parted(run: Run, form: TableForm) -> list[Run]:
    written = tuple(mark for mark in run.marks if mark.text or mark.unread)
    if len(written) <= form.width or form.abreast:
        return [run]
    for group in form.rows:
        below = [row for row in form.rows if row.path[:-1] == group.path and not row.is_sum]
        if group.is_group and run.before.endswith(group.forms) and len(written) == len(below) * form.width:
            pieces = [written[at : at + form.width] for at in range(0, len(written), form.width)]
            if all(map(adds_up, pieces)):
                return [_row(run, row, piece) for row, piece in zip(below, pieces, strict=True)]
    return [run]


def _row(run: Run, row: RowLabel, marks: tuple[Printed, ...]) -> Run:
    return run._replace(before=row.forms[0], own=row.forms[0], marks=marks, heads=(), columns=())
