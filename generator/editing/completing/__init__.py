"""What may be typed at the cursor: missing entries, values, names in expressions, files."""

from __future__ import annotations

from generator.editing.answers import Completion, Position
from generator.editing.completing.entries import entries
from generator.editing.completing.names import names, open_expression
from generator.editing.completing.values import values
from generator.editing.page import Page
from generator.editing.place import Where, place_at

__all__ = ["completions"]


def completions(page: Page, at: Position) -> list[Completion]:
    """The completions at the cursor, in the order to be shown."""
    place = place_at(page, at)
    if place.where in {Where.TEXT, Where.VALUE}:
        started = open_expression(page.line(at.line)[: at.column - 1])
        if started is not None:
            return list(names(page, at, started))
    if place.where is Where.KEY:
        return list(entries(page, place, at))
    return [_apart(page, one) for one in values(page, place)] if place.where is Where.VALUE else []


def _apart(page: Page, value: Completion) -> Completion:
    """A value put in right behind its colon needs the blank between them."""
    behind_colon = page.line(value.span.line)[: value.span.column - 1].endswith(":")
    return value._replace(text=f" {value.text}") if behind_colon and not value.text.startswith("\n") else value
