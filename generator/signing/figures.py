"""Every figure that is signed for: what it is, where it comes from, how it differs from last year's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.document.figures import figure_text
from generator.findings import Path as FindingPath
from generator.form import keys
from generator.form.model import Path
from generator.form.placing import in_words
from generator.report.model import Figure, Report
from generator.report.plain import printed_figures

COMPUTED, LEFT_OUT = "程序合计", "没有写，算作 0"
NOT_READ = "没有读出"
NO_LAST_YEAR = "没有上年报告"
_SAME, _NEW = "持平", "上年没有读出"


class SignedFigure(NamedTuple):
    """A figure in words: its place, the figure, its source, last year's figure and the difference ('' if none)."""

    place: str
    value: str
    source: str
    before: str
    change: str


def signed_figures(report: Report, cases: Mapping[FindingPath, int] = {}) -> Iterator[SignedFigure]:
    """Every printed figure that is not 0, or could not be read, in the order of the form.

    ``cases``: of how many cases of the ledger a typed figure is the count.
    """
    last = dict(printed_figures(report.last_year)) if report.last_year else None
    for path, value in printed_figures(report):
        if value != 0:
            before = None if last is None else last.get(path)
            yield SignedFigure(
                in_words(path, report.edition),
                figure_text(value),
                _source(report, path, value) + _counted(path, cases),
                NO_LAST_YEAR if last is None else figure_text(before),
                "" if last is None else _change(value, before),
            )


def gone_to_zero(report: Report) -> tuple[str, ...]:
    """The figures that are 0 now and were not last year, in words; totals, which follow, are left out."""
    last = dict(printed_figures(report.last_year)) if report.last_year else {}
    return tuple(
        f"{in_words(path, report.edition)}（上年 {figure_text(last[path])}）"
        for path, value in printed_figures(report)
        if value == 0 and last.get(path) and keys.TOTAL not in path
    )


def _counted(path: Path, cases: Mapping[FindingPath, int]) -> str:
    return f"，台账 {cases[path]} 件" if cases.get(path) else ""


def _source(report: Report, path: Path, value: Figure) -> str:
    if value is None:
        return NOT_READ
    if keys.TOTAL in path:
        return COMPUTED
    line = report.places.values.get(path)
    typed = f"填写（第{line.line}行）" if line else LEFT_OUT
    return f"{typed}，等于上年“{_carried(report, path)}”" if _carried(report, path) else typed


def _carried(report: Report, path: Path) -> str:
    """What of last year's report a figure was carried over from, if it is equal; else ''."""
    if report.last_year is None:
        return ""
    last = dict(printed_figures(report.last_year))
    for part in report.edition.tables:
        for rollover in part.table.rollovers if part.table else ():
            place = (part.key, *rollover.place)
            if rollover.certain and path[: len(place)] == place:
                before = (part.key, *rollover.last, *path[len(place) :])
                return rollover.last[-1] if last.get(before) == dict(printed_figures(report)).get(path) else ""
    return ""


def _change(value: Figure, before: Figure) -> str:
    if value is None:
        return ""
    if before is None:
        return _NEW
    difference = value - before
    if not difference:
        return _SAME
    return f"增加 {figure_text(difference)}" if difference > 0 else f"减少 {figure_text(-difference)}"
