"""Formulas over cells of the same sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.workbook.model import Formula
from generator.workbook.text import name_of_cell

Places = Sequence[tuple[int, int]]
"""Cells as row and column."""

CHECKED_BESIDE = "勾稽检查（表外）"
"""What stands before a row of :func:`equality` below a table that is printed without it."""
_EQUAL = "平"
_UNEQUAL = "差"


def sum_of(places: Places) -> str:
    """The sum of cells; those that lie in one row or one column without a gap as a range."""
    return f"SUM({','.join(_ranges(places))})"


def equality(left: Places, right: Places, numbers: Mapping[tuple[int, int], int | Decimal]) -> Formula | None:
    """Whether two sums of cells are equal: 平, or 差 and by how much; None where one of the numbers is unknown."""
    if any(place not in numbers for place in (*left, *right)):
        return None
    difference = sum(numbers[place] for place in left) - sum(numbers[place] for place in right)
    one, other = _added(left), _added(right)
    return Formula(
        f'IF({one}={other},"{_EQUAL}","{_UNEQUAL}"&({one}-({other})))',
        f"{_UNEQUAL}{difference}" if difference else _EQUAL,
    )


def _added(places: Places) -> str:
    """Cells added one by one, as a person would write it."""
    return "+".join(name_of_cell(*place) for place in places)


def _ranges(places: Places) -> Iterator[str]:
    start = 0
    while start < len(places):
        end = start + 1
        while end < len(places) and _steps(places[start : end + 1]) in ({(0, 1)}, {(1, 0)}):
            end += 1
        first, last = name_of_cell(*places[start]), name_of_cell(*places[end - 1])
        yield first if end == start + 1 else f"{first}:{last}"
        start = end


def _steps(places: Places) -> set[tuple[int, int]]:
    """How each cell lies to the one before it."""
    return {(below[0] - above[0], below[1] - above[1]) for above, below in pairwise(places)}
