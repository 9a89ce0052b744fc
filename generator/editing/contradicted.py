"""Which figures the sentences of a report give another number for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.sentences.contradictions import agrees
from generator.checks.disclosure.sentences.figure_refs import places_of
from generator.checks.disclosure.sentences.statements import statements
from generator.editing.figures import figure_at
from generator.editing.page import Page
from generator.form.model import Path
from generator.report.model import Report

_NOT_OF_ONE_NUMBER = frozenset({"NB307", "NB308", "NB309"})
"""Findings about figures that the text denies, about 信息处理费 and about sums; numbers are looked at one by one."""


def contradicted(page: Page) -> frozenset[tuple[Path, ...]]:
    """What a sentence gives another number for: a row, figure or group of the tables, or several that make up one."""
    tables = {table.key for table in page.edition.tables}
    related = (one.path for f in page.checked.findings if f.code in _NOT_OF_ONE_NUMBER for one in f.related)
    found = {(tuple(str(key) for key in path),) for path in related}
    numbers = set(_otherwise(page.report)) if page.report else set()
    return frozenset(places for places in found | numbers if places[0] and places[0][0] in tables)


def _otherwise(report: Report) -> Iterator[tuple[Path, ...]]:
    """What each typed number means most plainly, where another one stands there.

    The findings are more lenient: they want every reading to fail, and a row without all its figures may be anything.
    """
    for sentence, meant in statements(report):
        if sentence.passage.computed(*sentence.folded.origin(meant.number.start, meant.number.end)):
            continue
        for target in meant.targets:
            plainest = target.readings[:1]
            places = tuple(place for path in plainest[0].plus for place in places_of(report.edition, path))
            is_zero = meant.number.value and all(figure_at(report, place) == 0 for place in places)
            if is_zero or not agrees(report, meant.number, target._replace(readings=plainest)):
                yield places
