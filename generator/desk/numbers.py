"""The figures that a text can take from the tables: their names with what they are worth now."""

from __future__ import annotations

from typing import Any

from generator.editing.expressions import value_in
from generator.editing.page import Page
from generator.report.expressions.catalogue import names
from generator.report.expressions.suggest import LAST_YEAR


def numbers(path: str, text: str) -> list[dict[str, Any]]:
    """Every name with the way to it in the form and its present value ('' while that is not known)."""
    page = Page(path, text)
    prefixes = ("", f"{LAST_YEAR}.") if page.last_year is not None else ("",)
    return [
        {"name": prefix + name, "way": prefix + way, "value": value_in(page, prefix + name) or ""}
        for prefix in prefixes
        for name, way in names(page.edition).items()
    ]
