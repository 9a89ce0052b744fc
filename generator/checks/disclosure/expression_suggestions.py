"""Last year's sentences with expressions where they state figures of the tables, and how to compare with last year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.disclosure.sentences.figure_refs import FigureRef
from generator.checks.disclosure.sentences.meaning import Meant
from generator.checks.disclosure.sentences.numbers import MONEY_UNITS, Number
from generator.checks.disclosure.sentences.statements import Sentence, statements
from generator.report.model import Paragraph, Report

_MOST = 3
"""Comparisons offered for one paragraph; more would bury the text."""


class _Place(NamedTuple):
    """A number of the text that states a table figure: where it stands, and the expression for it."""

    start: int
    end: int
    expression: str
    unit: str
    single: bool


def offers(report: Report) -> dict[Paragraph, tuple[str, ...]]:
    """For each paragraph that states figures: the paragraph with expressions, and comparisons with the year before.

    A paragraph that has expressions already needs none.
    """
    found: dict[Paragraph, dict[int, _Place]] = {}
    for sentence, meant in statements(report):
        paragraph = sentence.passage.paragraph
        if not any(piece.computed for piece in paragraph.pieces) and (place := _place(report, sentence, meant)):
            found.setdefault(paragraph, {})[place.start] = place
    return {paragraph: tuple(_lines(report, paragraph, places)) for paragraph, places in found.items()}


def _place(report: Report, sentence: Sentence, meant: Meant) -> _Place | None:
    reading = next((r for target in meant.targets for r in target.readings if _states(report, meant.number, r)), None)
    if reading is None:
        return None
    start, end = sentence.folded.origin(meant.number.start, meant.number.end)
    single = len(reading.plus) == 1 and not reading.less
    return _Place(start, end, reading.expression(report.edition), meant.number.unit, single)


def _states(report: Report, number: Number, reading: FigureRef) -> bool:
    """Whether the number is exactly the figure, in digits, so that the figure can stand in its place."""
    if not number.is_exact or number.is_chinese or number.unit in MONEY_UNITS:
        return False
    return not reading.at_most and reading.value(report) == number.value


def _lines(report: Report, paragraph: Paragraph, places: dict[int, _Place]) -> Iterator[str]:
    typed = [places[start] for start in sorted(places)]
    yield _rewritten(report, paragraph.text, typed)
    compared = list(dict.fromkeys(f"{{{{ 较上年({p.expression}, '{p.unit}') }}}}" for p in typed if p.single))
    if compared:
        yield f"与上年比较：{'；'.join(compared[:_MOST])}"


def _rewritten(report: Report, text: str, places: list[_Place]) -> str:
    """The text with the expressions in it; the year it tells of becomes 年度."""
    out, at = [], 0
    for place in places:
        out += [text[at : place.start], f"{{{{ {place.expression} }}}}"]
        at = place.end
    return re.sub(rf"(?<!\d){report.year}(?=\s?年)", "{{ 年度 }}", "".join([*out, text[at:]]))
