"""Words between the text: the total of each row, how each column balances, the value of each expression."""

from __future__ import annotations

from collections.abc import Iterator

from generator.editing.answers import Hint, Position
from generator.editing.expressions import expressions
from generator.editing.figures import balance_rule, balances, figure_at, has_total, shown, sum_in_words
from generator.editing.page import Page
from generator.editing.skeleton import Branch
from generator.form.model import FIGURES, Kind


def hints(page: Page, first: int, last: int) -> list[Hint]:
    """The hints on the lines from ``first`` to ``last``, in the order of the file."""
    found = [*_totals(page), *_balances(page), *_values(page)]
    return sorted((h for h in found if first <= h.position.line <= last), key=lambda h: h.position)


def _totals(page: Page) -> Iterator[Hint]:
    """Of rows and groups that are filled in; a 0 says itself what it comes to."""
    for branch in page.branches:
        item = page.edition.find(branch.path)
        is_sum = item and item.kind in {Kind.ROW, Kind.GROUP} and item.kind not in FIGURES and has_total(item)
        report = page.figures(branch.path) if is_sum and branch.children else None
        total = figure_at(report, branch.path) if report else None
        if report and total is not None:
            yield Hint(_behind(page, branch), f"总计 {shown(total)}", sum_in_words(report, branch.path))


def _balances(page: Page) -> Iterator[Hint]:
    for table, closing, words in balances(page):
        branch = next((b for b in page.branches if b.path == closing), None)
        if branch:
            yield Hint(_end_of_line(page, branch.last_line), words, balance_rule(table))


def _values(page: Page) -> Iterator[Hint]:
    for expression in expressions(page):
        if expression.value is not None:
            at = Position(expression.span.end_line, expression.span.end_column)
            yield Hint(at, f"＝{expression.value}", f"{{{{ {expression.source} }}}}")


def _behind(page: Page, branch: Branch) -> Position:
    """Behind the closing brace, or behind the key where the entries stand on lines of their own."""
    on_lines = not branch.value and not branch.in_braces
    there = page.source((branch.path,)) if not on_lines else None
    value = there.report.places.values.get(branch.path) if there and there.report else None
    value = page.kept.span(value) if value and there is not page else value
    if value:
        return Position(value.end_line, value.end_column)
    return Position(branch.span.line, branch.span.end_column + 1)


def _end_of_line(page: Page, number: int) -> Position:
    return Position(number, len(page.line(number).rstrip()) + 1)
