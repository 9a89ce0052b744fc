"""Two tables of one kind whose rows came in one stream: rows named twice, with other figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.importing.aligning import own_row
from generator.importing.figure_runs import Run
from generator.importing.labels import TableForm
from generator.importing.outcome import Doubt


def named_twice(runs: Iterable[Run], form: TableForm) -> list[str]:
    """The rows that have two different sets of figures in lines with their label; of a misprint there is one."""
    found: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for run in runs:
        figures = tuple(mark.text for mark in run.marks if mark.text)
        row = own_row(run, form.rows)
        if row is not None and len(figures) == form.rows[row].width:
            found[row].add(figures)
    return [form.rows[row].path[-1] for row, sets in found.items() if len(sets) > 1]


def doubled(form: TableForm, rows: list[str]) -> Doubt:
    """What is told of such a table, none of which counts."""
    message = (
        f"表{form.part.number}有{len(rows)}行印了两次，数字不同（{'、'.join(rows)}），"
        "分不清哪一次是这一年的，整张表留空，请照原文填写"
    )
    return Doubt((form.part.key,), message, "", "", 0.0)
