"""What is wrong with an expression, in offsets of the text it stands in, and its finding NB106."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.findings import Edit, Finding, Fix, error
from generator.report.expressions.places import span_of
from generator.source.nodes import TextLine


class Replacement(NamedTuple):
    """Put ``text`` in the place of the characters from ``start`` to ``end``."""

    start: int
    end: int
    text: str


class ExpressionProblem(NamedTuple):
    """One fault: the offending characters from ``start`` to ``end``, what is wrong, what to do, what mends it.

    ``guessed``: the edits put in the nearest name, which a person must look at first.
    """

    start: int
    end: int
    message: str
    hint: str = ""
    title: str = ""
    edits: tuple[Replacement, ...] = ()
    guessed: bool = False

    def mended_by(self, title: str, *edits: Replacement) -> ExpressionProblem:
        """The same problem with the edits that mend it."""
        return self._replace(title=title, edits=edits)

    def moved(self, offset: int) -> ExpressionProblem:
        """The same problem in a text that begins ``offset`` characters earlier."""
        edits = tuple(Replacement(e.start + offset, e.end + offset, e.text) for e in self.edits)
        return self._replace(start=self.start + offset, end=self.end + offset, edits=edits)

    def finding(self, line: TextLine) -> Finding:
        """The finding NB106 at the offending characters of that line."""
        edits = tuple(Edit(span_of(line, e.start, e.end), e.text) for e in self.edits)
        fix = Fix(self.title, edits, mechanical=not self.guessed) if edits else None
        return error("NB106", self.message, span_of(line, self.start, self.end), hint=self.hint, fix=fix)


class WrongExpressionError(Exception):
    """An expression that cannot be read any further."""

    def __init__(self, problem: ExpressionProblem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def listed(names: Iterable[str], limit: int = 8) -> str:
    """Names joined by 、; of more than ``limit`` only the first ones, with their number."""
    every = list(names)
    if len(every) <= limit:
        return "、".join(every)
    return f"{'、'.join(every[: limit - 2])}等{len(every)}个"
