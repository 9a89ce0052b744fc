"""Changes that can be asked for at a place: what findings offer, zeros, missing rows, expressions, silences."""

from __future__ import annotations

from generator.editing.actions.fixes import fix_all, of_findings
from generator.editing.actions.numbers import numbers_to_expressions
from generator.editing.actions.rows import carry_over, write_missing
from generator.editing.actions.silences import silences
from generator.editing.actions.zeros import table_zeros, zeros
from generator.editing.answers import Action, Position
from generator.editing.page import Page
from generator.findings import Span

__all__ = ["actions", "fix_all"]


def actions(page: Page, span: Span) -> list[Action]:
    """All changes for the place or stretch that is marked, the likeliest first."""
    findings = [finding for finding in page.checked.findings if _touch(finding.span, span)]
    at = Position(span.line, span.column)
    found = [
        *of_findings(page, findings),
        *carry_over(page, at),
        *zeros(page, at),
        *write_missing(page, at),
        *numbers_to_expressions(page, span),
        *silences(page, findings),
    ]
    return [*found, *table_zeros(page, at, found)]


def _touch(one: Span, other: Span) -> bool:
    ends = (one.end_line, one.end_column), (other.end_line, other.end_column)
    return (one.line, one.column) <= ends[1] and (other.line, other.column) <= ends[0]
