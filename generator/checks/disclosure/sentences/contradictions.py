"""A number in the text against the table: the findings of NB301–NB306."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.disclosure.sentences.figure_refs import FigureRef, place_of
from generator.checks.disclosure.sentences.meaning import Meant
from generator.checks.disclosure.sentences.numbers import MONEY_UNITS, Number
from generator.checks.disclosure.sentences.readings import Target
from generator.checks.disclosure.sentences.statements import Sentence, statements
from generator.findings import Edit, Finding, Fix, Related, Severity
from generator.report.expressions.names import name_table
from generator.report.model import Figure, Report

_MARKS = "，。；：（）！？"
SEVERAL_YEARS = 2
"""Times this year's figure from which on a total without a year may be that of several years: two alike make twice."""
CONSOLIDATED = "本报告是汇总的，正文如果只说本级机关自己的数，可以不同；请写明是谁的数。"


def contradictions(report: Report, code: str) -> Iterator[Finding]:
    """Every number of the text that no fair reading finds in the table."""
    for sentence, meant in statements(report):
        for target in meant.targets:
            if target.code == code and not agrees(report, meant.number, target):
                start, end = sentence.folded.origin(meant.number.start, meant.number.end)
                if not sentence.passage.computed(start, end):
                    yield _finding(report, sentence, meant, target)
                    break


def agrees(report: Report, number: Number, target: Target) -> bool:
    """Whether some fair reading of a number is what the tables say."""
    return any(fits(report, number, reading) for reading in target.readings)


def fits(report: Report, number: Number, reading: FigureRef) -> bool:
    """Whether the text may say so of a reading; of one whose figure is not known it may say anything."""
    value = reading.value(report)
    if value is None:
        return True
    if reading.at_most and number.value <= Decimal(value):
        return True
    if reading.totted and number.value >= SEVERAL_YEARS * Decimal(value):
        return True
    return number.fits(value, _scale(report, number, reading))


def equals(report: Report, number: Number, reading: FigureRef) -> bool:
    """Whether a number says just what a reading is, in its own unit: neither rounded nor a part of it."""
    value = reading.value(report)
    if value is None or number.nearness != "exact":
        return False
    return Decimal(value) * _scale(report, number, reading) == number.value


def _scale(report: Report, number: Number, reading: FigureRef) -> Decimal:
    """How many of the table's unit make one of the text's numerals (万元 in the table, 元 in the text)."""
    if number.unit not in MONEY_UNITS:
        return Decimal(1)
    item = report.edition.find(reading.plus[0])
    table = MONEY_UNITS.get(item.unit, Decimal(1)) if item else Decimal(1)
    return table / MONEY_UNITS[number.unit]


def _finding(report: Report, sentence: Sentence, meant: Meant, target: Target) -> Finding:
    edition, number = report.edition, meant.number
    start, end = sentence.folded.origin(number.start, number.end)
    first = target.readings[0]
    related = [
        Related(
            report.places.value(place_of(edition, path)), f"{reading.label(edition)}是 {said}", place_of(edition, path)
        )
        for reading, said in _differing(report, target)
        for path in reading.plus[:1]
    ]
    there = "，".join(r.message for r in related)
    lowered = report.consolidated or meant.own_level
    return Finding(
        target.code,
        Severity.INFO if lowered else Severity.WARNING,
        f"正文{sentence.passage.place}写“{excerpt(sentence, number)}”，{there}，两处不一致",
        sentence.passage.span(start, end),
        hint=_hint(report, first, lowered),
        path=sentence.passage.path,
        related=tuple(related),
        fix=_fix(report, sentence, number, first),
    )


def _differing(report: Report, target: Target) -> list[tuple[FigureRef, str]]:
    """The readings worth naming: of those with the same figure the plainest, at most two."""
    found: dict[Figure, tuple[FigureRef, str]] = {}
    for reading in target.readings:
        value = reading.value(report)
        found.setdefault(value, (reading, f"{_printed(value)} {_unit(report, reading)}"))
    return list(found.values())[:2]


def _unit(report: Report, reading: FigureRef) -> str:
    table = name_table(report.edition)
    return next((name.unit for name in table.every if name.path == reading.plus[0]), "")


def _printed(value: Figure) -> str:
    return "？" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def excerpt(sentence: Sentence, number: Number) -> str:
    """The words around the number, as read, within its clause."""
    text = sentence.folded.text
    before = text[max(0, number.start - 24) : number.start]
    after = text[number.end : number.end + 12]
    start = max(before.rfind(mark) for mark in _MARKS) + 1
    end = min((at for mark in _MARKS if (at := after.find(mark)) >= 0), default=len(after))
    return before[start:] + text[number.start : number.end] + after[:end]


def _hint(report: Report, reading: FigureRef, lowered: bool) -> str:
    expression = f"{{{{ {reading.expression(report.edition)} }}}}"
    hint = f"核对哪一处是对的。以表为准的，把正文里的数改写成 {expression}，以后随表变化；"
    return f"{hint}正文说的是别的数，请写明是什么数。{CONSOLIDATED if lowered else ''}"


def _fix(report: Report, sentence: Sentence, number: Number, reading: FigureRef) -> Fix | None:
    """Put the expression in the number's place, where the number alone can be replaced. Never done unasked."""
    money = number.unit in MONEY_UNITS and number.unit != _unit(report, reading)
    if number.nearness != "exact" or reading.value(report) is None or money:
        return None
    start, end = sentence.folded.origin(number.start, number.end)
    expression = reading.expression(report.edition)
    text = f"{{{{ 汉字({expression}) }}}}" if number.is_chinese else f"{{{{ {expression} }}}}"
    edit = Edit(sentence.passage.span(start, end), text)
    return Fix(f"改为 {text}，从表中取数", (edit,), mechanical=False)
