"""One fact, one finding: which findings say again what another finding says better at the same place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.findings import Finding, Severity, Span

EXPRESSION = "NB106"
"""An expression that is wrong: all that stands in it was meant as an expression, not as text."""


def once(
    found: Iterable[Finding], superseded_by: Mapping[str, Sequence[str]], lines: Sequence[str] = ()
) -> list[Finding]:
    """The findings without those at whose place stands one, as severe or more, whose code supersedes theirs.

    ``superseded_by`` says by code which others do; ``lines`` are those of the file, to tell how far a wrong expression
    reaches.
    """
    every = list(found)
    better = {code for codes in superseded_by.values() for code in codes}
    places: defaultdict[str, list[tuple[Severity, Span]]] = defaultdict(list)
    for finding in every:
        if finding.code in better:
            places[finding.code].append((finding.severity, _reach(finding, lines)))
    if not places:
        return every
    return [
        finding
        for finding in every
        if not any(
            severity.rank <= finding.severity.rank and _overlap(finding.span, place)
            for code in superseded_by.get(finding.code, ())
            for severity, place in places.get(code, ())
        )
    ]


def _overlap(span: Span, other: Span) -> bool:
    """Whether two stretches share a character; an empty one lies where it stands."""
    start, end = (span.line, span.column), (span.end_line, span.end_column)
    other_start, other_end = (other.line, other.column), (other.end_line, other.end_column)
    return (start < other_end and other_start < end) or start == other_start


def _reach(finding: Finding, lines: Sequence[str]) -> Span:
    """A finding's place; of a wrong expression the whole expression, as far as its braces or its clause go."""
    span = finding.span
    if finding.code != EXPRESSION or span.line != span.end_line or span.line > len(lines):
        return span
    line = lines[span.line - 1]
    inside = span.column - 1 if line.startswith("{", span.column - 1) else line.rfind("{", 0, span.column - 1)
    while inside > 0 and line[inside - 1] == "{":
        inside -= 1
    if inside < 0:  # }} without its {{
        return span
    after = inside + len(line[inside:]) - len(line[inside:].lstrip("{"))
    ends = [at for mark in ("{", "。", "；") if (at := line.find(mark, after)) >= 0]
    closed = line.find("}", after)
    end = min([*ends, len(line)])
    if 0 <= closed < end:
        end = closed + (2 if line.startswith("}}", closed) else 1)
    return Span(span.line, inside + 1, span.line, max(end, span.end_column - 1) + 1)
