"""Inside ``{{ }}``: the names of the form and the functions, each with what it is worth in this report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.editing.answers import Completion, CompletionKind, Position
from generator.editing.expressions import value_in
from generator.editing.page import Page
from generator.findings import Span
from generator.report.expressions.catalogue import FUNCTIONS, Function
from generator.report.expressions.catalogue import names as names_of
from generator.report.expressions.functions import Takes
from generator.report.expressions.suggest import LAST_YEAR

_WORD = re.compile(r"[\w.．。]*$")
_OPEN = re.compile(r"[{｛]{2}")
_CLOSED = re.compile(r"[}｝]{2}")


def open_expression(before: str) -> str | None:
    """The word typed so far in an expression that is open at the end of ``before``; None outside of one."""
    opened = [match.end() for match in _OPEN.finditer(before)]
    if not opened or _CLOSED.search(before, opened[-1]):
        return None
    found = _WORD.search(before, opened[-1])
    return found[0] if found else ""


def names(page: Page, at: Position, word: str) -> Iterator[Completion]:
    """Names and functions in the place of ``word``; the expression is closed where it is not yet."""
    span = Span(at.line, at.column - len(word), at.line, at.column)
    rest = page.line(at.line)[at.column - 1 :]
    end = "" if _closes(rest) else " }}"
    gap = " " if page.line(at.line)[: span.column - 1].endswith(("{", "｛")) else ""
    has_last_year = page.last_year is not None
    for prefix in ("", f"{LAST_YEAR}.") if has_last_year else ("",):
        for name, way in names_of(page.edition).items():
            label = prefix + name
            yield Completion(label, f"{gap}{label}{end}", span, CompletionKind.NAME, value_in(page, label) or "", way)
        if not prefix:
            yield from (_function(function, span, gap, end) for function in FUNCTIONS)


def _closes(rest: str) -> bool:
    """Whether the expression is closed before another one opens."""
    closing, opening = _CLOSED.search(rest), _OPEN.search(rest)
    return closing is not None and (opening is None or closing.start() < opening.start())


def _function(function: Function, span: Span, gap: str, end: str) -> Completion:
    arguments = []
    for number, parameter in enumerate(function.parameters, 1):
        if parameter.takes is Takes.UNIT:
            arguments.append(f"'${{{number}:件}}'")
        elif parameter.default is None:
            arguments.append(f"${{{number}:{parameter.name}}}")
    text = f"{gap}{function.name}({', '.join(arguments)}){end}"
    return Completion(function.signature, text, span, CompletionKind.FUNCTION, "", function.meaning)
