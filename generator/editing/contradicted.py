"""Which figures the sentences of a report give another number for."""

from __future__ import annotations

from generator.editing.page import Page
from generator.form.model import Path

_NUMBERS_IN_TEXT = frozenset(f"NB30{number}" for number in range(1, 10))
"""Findings about a number in the text that the tables contradict."""


def contradicted(page: Page) -> frozenset[Path]:
    """The rows and figures of the tables that a sentence gives another number for."""
    tables = {table.key for table in page.edition.tables}
    related = (one.path for f in page.checked.findings if f.code in _NUMBERS_IN_TEXT for one in f.related)
    places = (tuple(str(key) for key in path) for path in related)
    return frozenset(place for place in places if place and place[0] in tables)
