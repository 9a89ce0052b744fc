"""The figures of one report by path, kept small: the paths are the form's, and thousands of reports share them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from generator.form import Edition, edition_for
from generator.form.model import Path
from generator.report.model import Figure, Report
from generator.report.plain import printed_figures, printed_paths


class YearFigures(Mapping[Path, Figure]):
    """Every figure and total of a report of one year by its full path. ``values_in_order`` is all it holds itself."""

    __slots__ = ("_places", "_year", "values_in_order")

    def __init__(self, year: int | None, values: Sequence[Figure]) -> None:
        """``values`` in the order of the form. Raises ValueError when they are not as many as the form has."""
        self._year = year
        self._places = _of_edition(edition_for(year))  # all reports of an edition share it
        if len(values) != len(self._places):
            raise ValueError(f"{len(values)} figures for {len(self._places)} places")
        self.values_in_order = tuple(values)

    @classmethod
    def of(cls, report: Report) -> YearFigures:
        """The figures of a report."""
        return cls(report.year, [value for _, value in printed_figures(report)])

    def __getitem__(self, path: Path) -> Figure:
        return self.values_in_order[self._places[path]]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self.values_in_order)

    def __reduce__(self) -> tuple[type[YearFigures], tuple[int | None, tuple[Figure, ...]]]:
        return YearFigures, (self._year, self.values_in_order)


@cache
def _of_edition(edition: Edition) -> dict[Path, int]:
    """Where each path stands."""
    return {path: place for place, path in enumerate(printed_paths(edition))}
