"""What each number of the text rests on: an expression, a figure of the tables it agrees with, or nothing known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.checks.disclosure.sentences.contradictions import agrees
from generator.checks.disclosure.sentences.numbers import NUMBER, read
from generator.checks.disclosure.sentences.statements import statements
from generator.checks.prose.passages import Passage, passages
from generator.report.model import Report

_BEFORE = 8
"""Characters before a number that say what it counts, at most."""
_MARKS = "，。；：、（）！？“”《》"
_DATED = frozenset({"年", "日", "号"})
_BEHIND = ("年", "月", "日", "号", "时", "—", "-", "/")
"""What follows a number that dates or numbers something and counts nothing."""


class RestingNumber(NamedTuple):
    """A number of the text as excerpted with the words before it.

    ``computed``: an expression has put it in. ``table`` names the figures of the tables that it was compared with,
    '' where no rule knows what it counts; ``agrees`` whether it is theirs.
    """

    passage: Passage
    excerpt: str
    computed: bool
    table: str = ""
    agrees: bool = True


def resting_numbers(report: Report) -> Iterator[RestingNumber]:
    """Every number that counts something, in the order of the text."""
    compared = {}
    for sentence, meant in statements(report):
        start, _ = sentence.folded.origin(meant.number.start, meant.number.end)
        target = meant.targets[0]
        label = target.readings[0].label(report.edition)
        good = all(agrees(report, meant.number, each) for each in meant.targets)
        compared[id(sentence.passage.paragraph), start] = (label, good)
    for passage in passages(report):
        for match in _numbers().finditer(passage.text):
            number = read(match)
            if number is None or number.unit in _DATED or passage.text.startswith(_BEHIND, match.end()):
                continue
            label, good = compared.get((id(passage.paragraph), number.start), ("", True))
            excerpt = _excerpt(passage.text, number.start, match.end())
            yield RestingNumber(passage, excerpt, passage.computed(number.start, number.end), label, good)


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(NUMBER)


def _excerpt(text: str, start: int, end: int) -> str:
    before = text[max(0, start - _BEFORE) : start]
    return before[max(before.rfind(mark) for mark in _MARKS) + 1 :] + text[start:end]
