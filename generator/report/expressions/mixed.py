"""A text line with braces: what is an expression is carried out, what was meant as one is reported.

An expression that failed is one figure that is not known: no rule reads the signs and names in it as text.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding
from generator.report.expressions import braces
from generator.report.expressions.context import Context
from generator.report.expressions.evaluate import evaluate
from generator.report.expressions.places import pieces_of, span_of
from generator.report.expressions.printing import UNKNOWN, printed
from generator.report.expressions.problems import ExpressionProblem
from generator.report.expressions.scan import BraceMark, BracePair, Gap, scan
from generator.report.model import Paragraph
from generator.source.nodes import Piece, TextLine

MOST_PROBLEMS = 50
"""A line with more faults than this is not text; the rest of it is left as typed."""


def carried_out(line: TextLine, context: Context) -> tuple[Paragraph, list[Finding]]:
    """The paragraph of a line that has braces, and its findings NB106."""
    text = line.text
    output = _Output(line)
    problems: list[ExpressionProblem] = []
    for part in scan(text):
        if isinstance(part, BracePair) and len(problems) < MOST_PROBLEMS:
            value, wrong = _value(text, part, context)
            problems += wrong
            output.put(part, UNKNOWN if wrong else value)
        elif not isinstance(part, BracePair) and len(problems) < MOST_PROBLEMS:
            problems += _braces(text, part, context)
    return output.paragraph(), [problem.finding(line) for problem in problems[:MOST_PROBLEMS]]


def _value(text: str, pair: BracePair, context: Context) -> tuple[str, list[ExpressionProblem]]:
    inner = text[pair.opening.end : pair.closing.start]
    source = inner.strip()
    if not source:
        return "", [braces.empty(pair)]
    if problem := braces.odd(pair):
        return "", [problem]
    value, problems = evaluate(source, context)
    offset = pair.opening.end + len(inner) - len(inner.lstrip())
    return printed(value), [problem.moved(offset) for problem in problems]


def _braces(text: str, part: BraceMark | Gap, context: Context) -> Iterator[ExpressionProblem]:
    if isinstance(part, BraceMark):
        yield braces.lone(text, part, context.edition)
    else:
        yield from braces.single(text, part, context.edition)


class _Output:
    """The text of a paragraph growing from left to right, with its pieces."""

    def __init__(self, line: TextLine) -> None:
        self.line = line
        self.done = 0
        self.length = 0
        self.texts: list[str] = []
        self.pieces: list[Piece] = []

    def put(self, pair: BracePair, value: str) -> None:
        """The source up to the expression as it is, then the expression's value."""
        start, end = pair.opening.start, pair.closing.end
        self._copy(start)
        if value:
            self.pieces.append(Piece(self.length, span_of(self.line, start, end), computed=True))
            self._append(value)
        self.done = end

    def paragraph(self) -> Paragraph:
        self._copy(len(self.line.text))
        return Paragraph("".join(self.texts), tuple(self.pieces))

    def _copy(self, end: int) -> None:
        self.pieces += pieces_of(self.line, self.done, end, self.length)
        self._append(self.line.text[self.done : end])

    def _append(self, text: str) -> None:
        self.texts.append(text)
        self.length += len(text)
