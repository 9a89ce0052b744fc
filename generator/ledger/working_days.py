"""Chinese working days: the State Council's plan of each year (chinesecalendar), or an office's own year.

A year whose plan is not published is unknown: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from generator.ledger.answers import OfficeYear

_DAY = timedelta(days=1)


class UnknownYearError(Exception):
    """The plan of ``year`` is not known; ``missing`` that the package with all plans is not installed."""

    def __init__(self, year: int, *, missing: bool = False) -> None:
        super().__init__(str(year))
        self.year = year
        self.missing = missing


class WorkingDays:
    """Working days, with years that an office has added."""

    def __init__(self, own: Mapping[int, OfficeYear] | None = None) -> None:
        self._own = own or {}
        self._known: dict[date, bool] = {}
        self._plan: Callable[[date], bool] | None = None

    def is_working(self, day: date) -> bool:
        """Whether people work on a day. Raises UnknownYearError."""
        known = self._known.get(day)
        if known is None:
            known = self._known[day] = self._look_up(day)
        return known

    def _look_up(self, day: date) -> bool:
        if own := self._own.get(day.year):
            return day in own.on or (day.weekday() < 5 and day not in own.off)
        try:
            return bool(self._published()(day))
        except NotImplementedError as unknown:
            raise UnknownYearError(day.year) from unknown
        except ImportError as missing:
            raise UnknownYearError(day.year, missing=True) from missing

    def after(self, start: date, count: int, *, without: tuple[tuple[date, date], ...] = ()) -> date:
        """The ``count``-th working day after ``start``; days in ``without`` (first excluded, last included) do not
        count. Raises UnknownYearError."""
        day = start
        while count > 0:
            day += _DAY
            if self.is_working(day) and not any(first < day <= last for first, last in without):
                count -= 1
        return day

    def between(self, start: date, end: date) -> int:
        """How many working days there are after ``start`` up to ``end``. Raises UnknownYearError."""
        return sum(self.is_working(start + _DAY * at) for at in range(1, (end - start).days + 1))

    def _published(self) -> Callable[[date], bool]:
        if self._plan is None:
            from chinese_calendar import is_workday

            self._plan = is_workday
        return self._plan
