"""Tables whose labels and figures a converter tore apart: a row counts only when its sum or a balance proves it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.form.model import Path
from generator.importing.aligning import Match
from generator.importing.constraints import Equation
from generator.importing.equations import equations_of
from generator.importing.labels import TableForm
from generator.importing.readings import Choices, Values

_FEW = 3
"""From so many unread rows on a table is torn; fewer may be the report's own fault."""


def unproven(form: TableForm, found: Mapping[Path, tuple[Match, Choices]], settled: Mapping[Path, Values]) -> set[Path]:
    """The rows of running text that nothing proves, where that is needed.

    In a torn table a row needs its own sum or a balance unless its figures stand behind its label, all of them. A
    group printed as one row, and a row of which only a few zeros are left, need a balance anywhere.
    """
    equations = equations_of(form, found)
    torn = _unread(form, settled) >= _FEW
    return {
        path
        for path, (match, options) in found.items()
        if match.row.total
        and path in settled
        and _needs_proof(match, options, settled[path], torn)
        and not _is_balanced(path, settled, equations)
    }


def _unread(form: TableForm, settled: Mapping[Path, Values]) -> int:
    """How many rows were not found or of which nothing was read."""
    groups = {row.path for row in form.rows if row.is_group and row.path in settled}
    rows = [(*row.path, "") if row.is_sum else row.path for row in form.rows if not row.is_group]
    return sum(not any(settled.get(path, ())) for path in rows if path[:-1] not in groups)


def _needs_proof(match: Match, options: Choices, values: Values, torn: bool) -> bool:
    if match.run.fixed or not any(values):
        return False
    is_zero = all(value == "0" for value in values)
    if match.row.is_group and is_zero and (torn or options.how != "cells"):
        return True
    beside = match.run.own.endswith(match.row.forms)
    if is_zero and options.how == "short":
        return torn or not beside
    if not torn or (beside and options.how == "cells"):
        return False
    return is_zero or options.how != "cells" or not _adds_up(values)


def _adds_up(values: Values) -> bool:
    figures = [int(value) for value in values if value is not None and value.isdigit()]
    return len(figures) == len(values) and sum(figures[:-1]) == figures[-1]


def _is_balanced(path: Path, settled: Mapping[Path, Values], equations: Sequence[Equation]) -> bool:
    """Whether the row stands in an equation of rows that were all read, and that holds in every column."""
    return any(_holds(equation, settled) for equation in equations if path in equation.rows)


def _holds(equation: Equation, settled: Mapping[Path, Values]) -> bool:
    if any(None in settled.get(path, (None,)) for path in equation.rows):
        return False
    left, right = (zip(*(settled[path] for path in side), strict=True) for side in (equation.left, equation.right))
    return all(_sum(one) == _sum(other) for one, other in zip(left, right, strict=True))


def _sum(values: Sequence[str | None]) -> int:
    return sum(int(value or 0) for value in values)
