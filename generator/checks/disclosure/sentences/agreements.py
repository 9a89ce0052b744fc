"""What each number of the text rests on: an expression, a figure of the tables it agrees with, or nothing known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import NamedTuple

from generator.checks.disclosure.sentences.contradictions import equals, fits
from generator.checks.disclosure.sentences.figure_refs import FigureRef
from generator.checks.disclosure.sentences.numbers import NUMBER, Number, read
from generator.checks.disclosure.sentences.readings import Target
from generator.checks.disclosure.sentences.statements import statements
from generator.checks.prose.passages import Passage, passages
from generator.report.model import Report

_BEFORE = 8
"""Characters before a number that say what it counts, at most."""
_MARKS = "，。；：、（）！？“”《》"
_DATED = frozenset({"年", "日", "号"})
_BEHIND = ("年", "月", "日", "号", "时", "—", "-", "/")
"""What follows a number that dates or numbers something and counts nothing."""


class Agreement(Enum):
    """What a number's comparison with the tables came to, the worst last."""

    EQUAL = "equal"
    POSSIBLE = "possible"  # rounded, 约, or a part of what the table counts
    UNKNOWN = "unknown"  # the figure could not be read
    UNLIKE = "unlike"


class RestingNumber(NamedTuple):
    """A number of the text as excerpted with the words before it.

    ``computed``: an expression has put it in. ``table`` names the figure of the tables that it was compared with,
    '' where no rule knows what it counts; ``agreement`` is what that came to, None where there was none.
    """

    passage: Passage
    excerpt: str
    computed: bool
    table: str = ""
    agreement: Agreement | None = None


def resting_numbers(report: Report) -> Iterator[RestingNumber]:
    """Every number that counts something, in the order of the text."""
    compared = {}
    for sentence, meant in statements(report):
        start, _ = sentence.folded.origin(meant.number.start, meant.number.end)
        compared[id(sentence.passage.paragraph), start] = _worst(report, meant.number, meant.targets)
    for passage in passages(report):
        for match in _numbers().finditer(passage.text):
            number = read(match)
            if number is None or number.unit in _DATED or passage.text.startswith(_BEHIND, match.end()):
                continue
            label, agreement = compared.get((id(passage.paragraph), number.start), ("", None))
            excerpt = _excerpt(passage.text, number.start, match.end())
            yield RestingNumber(passage, excerpt, passage.computed(number.start, number.end), label, agreement)


def _worst(report: Report, number: Number, targets: tuple[Target, ...]) -> tuple[str, Agreement]:
    """The figure that a number agrees with least, of all that it must agree with."""
    best = [
        min(((each, _agreement(report, number, each)) for each in target.readings), key=_rank) for target in targets
    ]
    reading, agreement = max(best, key=_rank)
    return reading.label(report.edition), agreement


def _rank(compared: tuple[FigureRef, Agreement]) -> int:
    return list(Agreement).index(compared[1])


def _agreement(report: Report, number: Number, reading: FigureRef) -> Agreement:
    if reading.value(report) is None:
        return Agreement.UNKNOWN
    if equals(report, number, reading):
        return Agreement.EQUAL
    return Agreement.POSSIBLE if fits(report, number, reading) else Agreement.UNLIKE


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(NUMBER)


def _excerpt(text: str, start: int, end: int) -> str:
    before = text[max(0, start - _BEFORE) : start]
    return before[max(before.rfind(mark) for mark in _MARKS) + 1 :] + text[start:end]
