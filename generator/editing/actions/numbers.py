"""A number typed in the text that agrees with the table, replaced by the expression that gives it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.sentences.numbers import MONEY_UNITS, Number
from generator.checks.disclosure.sentences.readings import Target
from generator.checks.disclosure.sentences.statements import statements
from generator.editing.answers import Action, ActionKind, Position
from generator.editing.page import Page
from generator.findings import Edit, Span
from generator.pipeline.opening import read_tree
from generator.report.model import Report


def numbers_to_expressions(page: Page, marked: Span) -> Iterator[Action]:
    """For each number in the marked stretch; what disagrees with the table is offered by its finding."""
    report = page.report
    if report is None:
        return
    for sentence, meant in statements(report):
        start, end = sentence.folded.origin(meant.number.start, meant.number.end)
        if sentence.passage.computed(start, end):
            continue
        span = sentence.passage.span(start, end)
        expression = next((found for t in meant.targets if (found := _expression(report, meant.number, t))), "")
        if expression and _touches(span, marked):
            edit = Edit(span, f"{{{{ {expression} }}}}")
            if _still_reads(page, edit):
                title = f"改为 {edit.text}，从表中取数，以后随表变化"
                yield Action(title, ActionKind.REWRITE, (edit,))


def _expression(report: Report, number: Number, target: Target) -> str:
    """The plainest reading that comes to exactly this number."""
    if not number.is_exact or number.unit in MONEY_UNITS:
        return ""
    for reading in target.readings:
        if reading.value(report) == number.value:
            expression = reading.expression(report.edition)
            return f"汉字({expression})" if number.is_chinese else expression
    return ""


def _touches(span: Span, marked: Span) -> bool:
    begin, end = Position(marked.line, marked.column), Position(marked.end_line, marked.end_column)
    return begin.within(span) or (begin <= (span.line, span.column) and (span.end_line, span.end_column) <= end)


def _still_reads(page: Page, edit: Edit) -> bool:
    """Whether braces may stand there: at the beginning of text without ``|`` they would mean something else."""
    line = page.line(edit.span.line)
    mended = line[: edit.span.column - 1] + edit.text + line[edit.span.end_column - 1 :]
    lines = (*page.lines[: edit.span.line - 1], mended, *page.lines[edit.span.line :])
    return len(read_tree("\n".join(lines).encode("utf-8", "surrogatepass")).findings) <= len(page.tree.findings)
