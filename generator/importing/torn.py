"""Tables whose labels and figures a converter tore apart: a row counts only when a balance proves it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.form.model import Path
from generator.importing.aligning import BY_ORDER
from generator.importing.constraints import Equation
from generator.importing.equations import equations_of
from generator.importing.figures import Printed
from generator.importing.labels import TableForm
from generator.importing.readings import Choices, Shape, Values, choices
from generator.importing.strayed import Match

_FEW = 3
"""From so many unread rows on a table is torn; fewer may be the report's own fault."""


def unproven(form: TableForm, found: Mapping[Path, tuple[Match, Choices]], settled: Mapping[Path, Values]) -> set[Path]:
    """The rows of running text that nothing proves, where that is needed.

    In a torn table a row needs a balance unless its figures stand behind its label, all of them in its line: its own
    sum does not say whose figures they are. A group printed as one row, and a row of which only a few zeros are left,
    need a balance anywhere. A row that contradicts itself and may be put together wrongly is not proven by one.
    """
    equations = equations_of(form, found)
    torn = _unread(form, settled) >= _FEW
    return {
        path
        for path, (match, options) in found.items()
        if match.row.total
        and path in settled
        and (
            _is_scattered(match, options, settled[path])
            or (_needs_proof(match, options, settled[path], torn) and not _is_balanced(path, settled, equations))
        )
    } | (_unnamed(found) & settled.keys())


def _unnamed(found: Mapping[Path, tuple[Match, Choices]]) -> set[Path]:
    """The rows without totals that only their order names, where one of them has not the figures of a row."""
    rows = {
        path: options.how
        for path, (match, options) in found.items()
        if not match.row.total and not match.run.fixed and match.label <= BY_ORDER
    }
    return set() if all(how == "cells" for how in rows.values()) else set(rows)


def uncut(found: Mapping[Path, tuple[Match, Choices]]) -> set[Path]:
    """The rows without totals whose figures are too few and are no run of digits for certain: with empty cells beside
    it, 120 is a figure. One that begins with 0 is not."""
    return {
        path
        for path, (match, options) in found.items()
        if options.how == "cut" and not match.row.total and not any(_is_glued(mark.text) for mark in match.run.marks)
    }


def _is_glued(digits: str) -> bool:
    return len(digits) > 1 and digits.startswith("0")


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
    beside = match.bounded or _is_beside(match)
    if is_zero and options.how == "short":
        return torn or not beside
    return torn and not (beside and options.how == "cells")


def _is_beside(match: Match) -> bool:
    """Whether the label, or as much of it as its line holds, stands in the figures' own line."""
    own = match.run.own
    return own.endswith(match.row.forms) or (len(own) > 1 and any(form.startswith(own) for form in match.row.forms))


def _is_scattered(match: Match, options: Choices, values: Values) -> bool:
    """Whether a row that contradicts its own total was put together from several lines: a number may be cut in two.

    Where each figure has a line of its own, the total may be the report's own fault, unless the digits would add up
    in other figures.
    """
    marks = [mark for mark in match.run.marks if mark.text]
    lines = {mark.place for mark in marks}
    if match.run.fixed or options.how != "cells" or None in values or len(lines) < 2 or _adds_up(values):
        return False
    if len(lines) < len(marks):
        return True
    texts = [mark.text for mark in marks]
    shape = Shape(((match.row.width, True),))
    joined = [[*texts[:at], "".join(texts[at : at + 2]), *texts[at + 2 :]] for at in range(len(texts) - 1)]
    return any(choices(tuple(map(Printed, row)), shape, fixed=False).values for row in joined)


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
