"""NB304: the number of 行政复议 and 行政诉讼, in the text and in the table."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.sentences.contradictions import CONSOLIDATED, contradictions
from generator.checks.disclosure.sentences.figure_refs import FigureRef, place_of
from generator.checks.disclosure.sentences.quantifiers import AllOf, cases_ended
from generator.checks.disclosure.sentences.statements import sentences_of
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Related, Severity
from generator.form import keys
from generator.report.model import Figure, Report


def check(report: Report) -> Iterator[Finding]:
    """Compare each number of cases, in all or by outcome, with table 4; and what is said of how all of them ended."""
    yield from contradictions(report, "NB304")
    for sentence in sentences_of(report):
        for claim in cases_ended(sentence):
            start, end = sentence.folded.origin(claim.start, claim.end)
            others = _others(report, claim)
            if others and not sentence.passage.computed(start, end):
                yield _ended_otherwise(report, claim, others)
                break


def _others(report: Report, claim: AllOf) -> list[tuple[FigureRef, Figure]]:
    """The outcomes in the table that the text leaves no room for; empty when one of the figures is unknown."""
    found = [(FigureRef(((*claim.row, cell),)), cell) for cell in _outcomes(report)]
    values = [(reading, reading.value(report)) for reading, cell in found if cell not in _allowed(claim)]
    return [(reading, value) for reading, value in values if value] if None not in dict(values).values() else []


def _outcomes(report: Report) -> list[str]:
    """The cells of a row of table 4."""
    table = report.edition.find((keys.REVIEWS,))
    return [cell.key for cell in table.children[0].children] if table else []


def _allowed(claim: AllOf) -> set[str]:
    return {*claim.outcomes, keys.PENDING} if claim.closed else set(claim.outcomes)


def _ended_otherwise(report: Report, claim: AllOf, others: list[tuple[FigureRef, Figure]]) -> Finding:
    passage = claim.sentence.passage
    start, end = claim.sentence.folded.origin(claim.start, claim.end)
    there = "，".join(f"{reading.label(report.edition)}是 {value} 件" for reading, value in others)
    place = place_of(report.edition, others[0][0].plus[0])
    return Finding(
        "NB304",
        Severity.INFO if report.consolidated else Severity.WARNING,
        f"正文{passage.place}写“{passage.text[start:end]}”，{there}，两处不一致",
        passage.span(start, end),
        hint=f"核对哪一处是对的；不是全部的，请分别写明件数。{CONSOLIDATED if report.consolidated else ''}",
        path=passage.path,
        related=(Related(report.places.value(place), there, place),),
    )


RULE = Rule(
    code="NB304",
    severity=Severity.WARNING,
    title="正文写的行政复议、行政诉讼件数与表四不一致",
    why=(
        "表四只统计因政府信息公开工作引起的案件，正文这样写的，应与表四相同；行政诉讼是未经复议直接起诉和复议后起诉之和。"
        "撤销、责令履行等只是结果纠正的一部分，不超过那一格就不提出。依据《条例》第五十条第（三）项。"
    ),
    fails=Example(
        "行政复议行政诉讼: {行政复议: {结果维持: 2, 尚未审结: 1}, 未经复议直接起诉: {结果维持: 1}, 复议后起诉: 0}\n"
        "总体情况:\n  依申请公开: 因政府信息公开引发行政复议4件，其中维持2件；行政诉讼2件。\n"
    ),
    passes=Example(
        "行政复议行政诉讼: {行政复议: {结果维持: 2, 尚未审结: 1}, 未经复议直接起诉: {结果维持: 1}, 复议后起诉: 0}\n"
        "总体情况:\n  依申请公开: 因政府信息公开引发行政复议3件，其中维持2件；行政诉讼1件。\n"
    ),
    check=check,
)
