"""NB311: the same thing is counted differently in two places of the text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.sentences.twice import CountedPlace, Twice, told_twice
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Related, Severity, Span
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Hold all counts of a thing in the same scope and year against one another."""
    for twice in told_twice(report):
        places = (twice.first, twice.second)
        if not all(_computed(place) for place in places):
            yield _finding(twice)


def _computed(place: CountedPlace) -> bool:
    return place.sentence.passage.computed(*place.sentence.folded.origin(place.start, place.end))


def _span(place: CountedPlace) -> Span:
    return place.sentence.passage.span(*place.sentence.folded.origin(place.start, place.end))


def _finding(twice: Twice) -> Finding:
    first, second = twice.first.sentence.passage, twice.second.sentence.passage
    here, there = twice.said
    return Finding(
        "NB311",
        Severity.WARNING,
        f"正文{second.place}写“{twice.thing}”{there}，{first.place}写{here}，两处不一致",
        _span(twice.second),
        hint="核对哪一处是对的；说的不是一回事的（渠道、范围、时间不同），请写明。",
        path=second.path,
        related=(Related(_span(twice.first), f"这里写{here}", first.path),),
    )


RULE = Rule(
    code="NB311",
    severity=Severity.WARNING,
    title="同一件事在正文两处写的数不一样",
    why=(
        "概述写一个数、后面各条写另一个数，多是改了一处忘了另一处。只比同一事物、同一渠道、同一范围、同一时期的数；"
        "“其中”的、关停的、拟办的、约数和往年的不比。"
    ),
    fails=Example(
        "总体情况:\n  主动公开: 我局运营政务新媒体3个。\n  政府信息公开平台建设: 我局现有政务新媒体2个，按时更新。\n"
    ),
    passes=Example(
        "总体情况:\n  主动公开: 我局运营政务新媒体2个。\n  政府信息公开平台建设: 我局现有政务新媒体2个，按时更新。\n"
    ),
    check=check,
)
