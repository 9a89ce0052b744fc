"""The outline and what can be folded away, from lines and indentation alone: they hold on half-typed text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.editing.answers import Fold, Symbol
from generator.editing.figures import figure_at, shown
from generator.editing.page import Page
from generator.editing.skeleton import Branch
from generator.findings import Span
from generator.form.model import FIGURES, Kind


def outline(page: Page) -> tuple[Symbol, ...]:
    """The entries of the file; the cells of a row are not listed."""
    return tuple(_symbol(page, branch) for branch in page.skeleton.children)


def folds(page: Page) -> list[Fold]:
    """Every entry of more than one line, and every run of comment lines."""
    entries = [Fold(b.span.line, b.last_line) for b in page.branches if b.last_line > b.span.line]
    return sorted({*entries, *_comments(page)})


def _symbol(page: Page, branch: Branch) -> Symbol:
    item = page.item(branch.path)
    is_row = item is not None and item.kind is Kind.ROW
    children = () if is_row else tuple(_symbol(page, child) for child in branch.children)
    end = len(page.line(branch.last_line)) + 1
    if branch.in_braces:
        end = max(branch.span.end_column, branch.value_column + len(branch.value), *_ends(branch))
    span = Span(branch.span.line, branch.span.column, branch.last_line, end)
    return Symbol(branch.key or "（空）", _detail(page, branch), span, branch.span, children)


def _ends(branch: Branch) -> Iterator[int]:
    """Where the entries in nested braces end; 0 so that there is always one."""
    yield 0
    for child in branch.children:
        if child.last_line == branch.last_line:
            yield max(child.span.end_column, child.value_column + len(child.value), *_ends(child))


def _detail(page: Page, branch: Branch) -> str:
    """A part's heading; what a row or group comes to; a short value."""
    item = page.item(branch.path)
    if item is None or item.kind in {Kind.TOPIC, Kind.NARRATIVE, Kind.TABLE}:
        return item.heading if item and item.number else ""
    report = page.figures(branch.path) if item.kind in {Kind.ROW, Kind.GROUP, *FIGURES} else None
    if report:
        total = figure_at(report, branch.path)
        return "" if total is None else shown(total)
    return branch.value if len(branch.value) <= 30 and not branch.holds_text else ""


def _comments(page: Page) -> Iterator[Fold]:
    in_text = {number for b in page.branches if b.holds_text for number in range(b.span.line + 1, b.last_line + 1)}
    first = 0
    for number, line in enumerate((*page.lines, ""), 1):
        if line.lstrip().startswith("#") and number not in in_text:
            first = first or number
            continue
        if first and number - 1 > first:
            yield Fold(first, number - 1, is_comment=True)
        first = 0
