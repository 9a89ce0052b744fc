"""NB505: a passage that stands in the report twice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.prose.passages import Passage, passages
from generator.checks.prose.repetition import TextStretch, repetitions
from generator.checks.rule import Rule
from generator.findings import Finding, Related, Severity, Span, warning
from generator.report.agencies import own_names
from generator.report.model import Report

_SHOWN = 24
"""So many characters of the passage are quoted."""


def check(report: Report) -> Iterator[Finding]:
    """One finding for each passage, at its second place, with all the others."""
    found = passages(report)
    groups: dict[tuple[int, int], list[TextStretch]] = {}
    for first, again in repetitions([p.text for p in found], own_names(report)):
        groups.setdefault((first.number, first.start), [first]).append(again)
    for first, again, *further in groups.values():
        yield _finding(found, first, again, further)


def _finding(found: tuple[Passage, ...], first: TextStretch, again: TextStretch, further: list[TextStretch]) -> Finding:
    passage, earlier = found[again.number], found[first.number]
    words = passage.text[again.start : again.end]
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    others = [Related(_span(earlier, first), "同样的话先出现在这里", earlier.path)]
    others += [Related(_span(found[p.number], p), "这里又出现一次", found[p.number].path) for p in further]
    return warning(
        "NB505",
        f"“{shown}”这 {len(words)} 个字，{earlier.place}已经写过",
        _span(passage, again),
        hint="像是复制时留下的：请改写其中一处，或者删去。",
        path=passage.path,
        related=tuple(others),
    )


def _span(passage: Passage, place: TextStretch) -> Span:
    return passage.span(place.start, place.end)


RULE = Rule(
    code="NB505",
    severity=Severity.WARNING,
    title="同一段话写了两遍",
    why=(
        "同一段话原样出现在两处（已公布的报告里，信息管理和平台建设一字不差），多半是复制以后忘了改，"
        "其中一个方面就等于没有写。文件名称、机关名称和通行的提法不算。"
    ),
    check=check,
)
