"""Rows of running text whose figures may be another row's: labels piled up, figures a line above or below theirs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.importing.figure_runs import Run
from generator.importing.labels import RowLabel


class Match(NamedTuple):
    """A run that belongs to a row. ``label`` is how sure that is; ``printed`` the label as it was recognised.

    ``bounded``: rows whose labels are beside their figures stand before and behind, and as many rows of the form
    between them as here.
    """

    row: RowLabel
    run: Run
    label: float
    printed: str = ""
    bounded: bool = False


def without_strayed(
    runs: Sequence[Run], rows: Sequence[RowLabel], matches: list[Match], own: Sequence[int | None]
) -> list[Match]:
    """The matches without those whose figures may be another row's; ``own`` is the row whose label is beside each run.

    Two labels on top of each other and figures of one row: nobody knows whose. A row without figures before, and one
    without a label behind: what stands between them may have moved by one.
    """
    dropped = _shifted(runs, rows, own)
    named = {match.row.path for match in matches}
    beside = {id(run) for run, row in zip(runs, own, strict=True) if row is not None}
    return [
        match
        for match in matches
        if match.run.fixed
        or not (id(match.run) in dropped or (id(match.run) not in beside and _is_piled(match, rows, named)))
    ]


def _is_piled(match: Match, rows: Sequence[RowLabel], named: set[tuple[str, ...]]) -> bool:
    """Whether right above a row's label stands that of a row before it which has no figures."""
    above = match.run.before.removesuffix(match.printed)
    if not match.printed or above == match.run.before:
        return False
    before = rows[: rows.index(match.row)]
    return any(above.endswith(row.forms) for row in before if not row.is_group and row.path not in named)


def _shifted(runs: Sequence[Run], rows: Sequence[RowLabel], own: Sequence[int | None]) -> set[int]:
    """The runs beside a label between a place that has too few runs and one that has too many, by their identity."""
    anchors = [(at, row) for at, row in enumerate(own) if row is not None]
    if any(one[1] >= other[1] for one, other in pairwise(anchors)):
        return set()
    found: set[int] = set()
    since: list[int] = []
    lacking = 0
    for (start, above), (end, below) in pairwise(anchors):
        excess = end - start - 1 - sum(not row.is_group for row in rows[above + 1 : below])
        if excess and lacking * excess < 0:
            found.update((*since, id(runs[start])))
        lacking, since = (excess, []) if excess else (lacking, [*since, id(runs[start])])
    return found
