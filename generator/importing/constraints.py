"""Rows with several readings, decided together by the equations between rows: column by column, least violations.

The search is bounded; what it cannot decide in its budget, and what more than one solution leaves open, stays open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.form.model import Path
from generator.importing.readings import Values

_BUDGET = 8_000
"""Steps of the search in one table; more would only cost time."""
_MOST_SOLUTIONS = 200
"""Solutions of one table that are compared; with more of them nothing is told apart."""


class Equation(NamedTuple):
    """Column by column, the rows on the left together equal those on the right."""

    left: tuple[Path, ...]
    right: tuple[Path, ...]

    @property
    def rows(self) -> tuple[Path, ...]:
        """All rows in it."""
        return (*self.left, *self.right)


Readings = Mapping[Path, Sequence[Values]]


def settle(rows: Readings, equations: Sequence[Equation]) -> dict[Path, Values]:
    """For every row the figures on which all best solutions agree; None where they do not."""
    usable = [equation for equation in equations if all(rows.get(path) for path in equation.rows)]
    totals = {path for equation in usable for path in equation.right}
    order = sorted(
        (path for path, values in rows.items() if values), key=lambda path: (len(rows[path]) > 1, path not in totals)
    )
    if all(len(rows[path]) == 1 for path in order):
        return {path: rows[path][0] for path in order}
    solutions = _Search(order, rows, usable).solve()
    return {path: _agreed([s[path] for s in solutions] or rows[path]) for path in order}


def _agreed(readings: Sequence[Values]) -> Values:
    columns = zip(*readings, strict=True)
    return tuple(column[0] if len(set(column)) == 1 else None for column in columns)


class _Sums:
    """One equation while the search goes on: what is still missing on the left, column by column."""

    def __init__(self, equation: Equation, rows: Readings) -> None:
        self.signs = dict.fromkeys(equation.left, -1) | dict.fromkeys(equation.right, 1)
        self.missing = [0] * len(rows[equation.left[0]][0])
        self.left, self.right = len(equation.left), len(equation.right)
        self.columns = [
            column
            for column in range(len(self.missing))
            if all(values[column] is not None for path in self.signs for values in rows[path])
        ]

    def put(self, path: Path, values: Values, times: int = 1) -> None:
        """Count a row in (or out again: ``times`` −1)."""
        sign = self.signs[path]
        for column in self.columns:
            self.missing[column] += sign * times * int(values[column] or 0)
        if sign < 0:
            self.left -= times
        else:
            self.right -= times

    def violations(self) -> int:
        """In how many columns the equation can no longer hold."""
        if self.right:
            return 0
        if self.left:
            return sum(self.missing[column] < 0 for column in self.columns)
        return sum(self.missing[column] != 0 for column in self.columns)


class _Search:
    """Branch and bound over the rows in their order."""

    def __init__(self, order: list[Path], rows: Readings, equations: Sequence[Equation]) -> None:
        self.order, self.rows = order, rows
        self.budget, self.best = _BUDGET, -1
        self.known: dict[Path, Values] = {}
        self.solutions: list[dict[Path, Values]] = []
        self.sums = [_Sums(equation, rows) for equation in equations]
        self.of_row = {path: [sums for sums in self.sums if path in sums.signs] for path in order}

    def solve(self) -> list[dict[Path, Values]]:
        """The best solutions; none when the search could not be finished."""
        self._run(0)
        finished = self.budget > 0 and len(self.solutions) < _MOST_SOLUTIONS
        return self.solutions if finished else []

    def _run(self, at: int) -> None:
        self.budget -= 1
        violated = sum(sums.violations() for sums in self.sums)
        if self.budget <= 0 or 0 <= self.best < violated:
            return
        if at == len(self.order):
            self._found(violated)
            return
        path = self.order[at]
        for values in self.rows[path]:
            self.known[path] = values
            for sums in self.of_row[path]:
                sums.put(path, values)
            self._run(at + 1)
            for sums in self.of_row[path]:
                sums.put(path, values, -1)

    def _found(self, violated: int) -> None:
        if self.best < 0 or violated < self.best:
            self.best, self.solutions = violated, []
        if len(self.solutions) < _MOST_SOLUTIONS:
            self.solutions.append(dict(self.known))
