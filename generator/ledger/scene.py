"""What a case is judged by: the period, the answers, the working days; and what is found wrong on the way."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generator.ledger.answers import Answers
from generator.ledger.working_days import WorkingDays

COUNTS = "计入"
EACH = "各计一件"
OURS, OTHERS = "本机关", "其他机关"
DAY_WANTED = "年-月-日"
"""The choice that stands for a date."""


class Period(NamedTuple):
    """The days counted, both included."""

    first: date
    last: date

    @classmethod
    def of_year(cls, year: int) -> Period:
        """A whole year."""
        return cls(date(year, 1, 1), date(year, 12, 31))


class LedgerFault(NamedTuple):
    """Something wrong in the ledger: at ``cells``, with what to do. ``certain`` False: only worth a look."""

    message: str
    hint: str
    cells: tuple[str, ...]
    cases: tuple[str, ...] = ()
    certain: bool = True


class Scene(NamedTuple):
    """``bodies`` are the bodies that answer, '' for rows that name none; empty where there is but one."""

    period: Period
    answers: Answers
    days: WorkingDays
    bodies: frozenset[str]

    @property
    def year(self) -> int:
        """The year counted."""
        return self.period.first.year


def rolled_up(faults: Iterable[LedgerFault]) -> tuple[LedgerFault, ...]:
    """Equal faults as one, with all their cells."""
    found: dict[tuple[str, str], LedgerFault] = {}
    for one in faults:
        same = found.get((one.message, one.hint))
        if same is None:
            found[one.message, one.hint] = one
        else:
            cells = tuple(dict.fromkeys((*same.cells, *one.cells)))
            found[one.message, one.hint] = same._replace(cells=cells, cases=(*same.cases, *one.cases))
    return tuple(found.values())
