"""From a name in the text to the figure it stands for, from 上年 to last year's file, and back to all uses."""

from __future__ import annotations

import os
from collections.abc import Iterator

from generator.editing.answers import Location, Position
from generator.editing.expressions import Use, expressions, name_of, places_of
from generator.editing.page import Page
from generator.editing.place import branch_at, entry_at
from generator.findings import Span
from generator.form import keys
from generator.form.edition import Edition
from generator.form.model import Path
from generator.pipeline.published import may_be_published
from generator.report.model import Report

_TOP = Span(1, 1, 1, 1)


def definition(page: Page, at: Position) -> list[Location]:
    """Where what the cursor touches is defined."""
    if use := _use_at(page, at):
        return list(_figures(page, use))
    entry = entry_at(page, at)
    if entry and entry.path == (keys.LAST_YEAR,) and (file := last_year_file(page)):
        return [Location(file, _TOP)]
    return []


def references(page: Page, at: Position, *, with_definition: bool) -> list[Location]:
    """The names in the text that stand for the figure under the cursor, or for one in or around it."""
    target = _target(page, at)
    if not target:
        return []
    places = list(_written(page.report, target)) if with_definition and page.report else []
    this_year = (use for e in expressions(page) for use in e.uses if not use.of_last_year)
    found = [use.span for use in this_year if _means(page, use, target)]
    return [Location(page.path, span) for span in [*places, *found]]


def last_year_file(page: Page) -> str | None:
    """The file of last year's report, where the text names one that exists."""
    name = page.report.last_year_file if page.report else None
    path = os.path.join(os.path.dirname(os.path.abspath(page.path)), name) if name else None
    return path if path and os.path.isfile(path) else None


def _use_at(page: Page, at: Position) -> Use | None:
    return next((use for e in expressions(page) for use in e.uses if at.within(use.span)), None)


def _figures(page: Page, use: Use) -> Iterator[Location]:
    report = page.report.last_year if page.report and use.of_last_year else page.report
    file = last_year_file(page) if use.of_last_year else page.path
    if report is None or file is None:
        return
    if use.of_last_year and (not use.path or may_be_published(file)):
        yield Location(file, _TOP)
        return
    for span in _written(report, _paths(use.path, report.edition)):
        yield Location(file, span)


def _paths(path: Path, edition: Edition) -> tuple[Path, ...]:
    name = name_of(path, edition)
    return places_of(name, edition) if name else ()


def _written(report: Report, paths: tuple[Path, ...]) -> Iterator[Span]:
    """The keys at these paths; where none of them is written, the nearest ones around them."""
    found = [path for path in paths if path in report.places.keys]
    yield from dict.fromkeys(report.places.key(path) for path in found or paths)


def _target(page: Page, at: Position) -> tuple[Path, ...]:
    if use := _use_at(page, at):
        return () if use.of_last_year else _paths(use.path, page.edition)
    branch = branch_at(page, at) or entry_at(page, at)
    return (branch.path,) if branch and page.edition.find(branch.path) else ()


def _means(page: Page, use: Use, target: tuple[Path, ...]) -> bool:
    """Whether a name's figures lie at the target, in it, or it in them as one of a sum's parts."""
    return any(_related(one, other) for one in _paths(use.path, page.edition) for other in target)


def _related(one: Path, other: Path) -> bool:
    shorter = min(len(one), len(other))
    return one == other or (shorter > 1 and one[:shorter] == other[:shorter])
