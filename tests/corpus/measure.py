"""What the rules find in labelled sentences: found, missed and false per rule; from them precision and recall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from complete import report_of
from corpus.cases import CODES, PROSE, YEARS, Case, cases

from generator.checks.registry import rules, without_superseded
from generator.findings import Finding

UNPLACED = frozenset({"NB307", "NB308", "NB504", "NB505", "NB510", "NB511", "NB512"})
"""Labelled by the code alone: they point at an entry or a long passage, not at a word."""


@dataclass(slots=True)
class Score:
    """Counts of one rule."""

    found: int = 0
    missed: int = 0
    false: int = 0
    cases: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.found / (self.found + self.false) if self.found + self.false else 1.0

    @property
    def recall(self) -> float:
        """The share of what is wrong that was found; 1 where nothing is wrong."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    def add(self, wanted: int, got: int) -> None:
        """Count what is wanted under a label and what was got under it."""
        self.found += min(wanted, got)
        self.missed += max(0, wanted - got)
        self.false += max(0, got - wanted)


def findings_in(case: Case) -> list[Finding]:
    """What the case's rules find in it."""
    report = report_of(case.source, case.last_source)
    found = (finding for rule in rules() if rule.code in case.codes for finding in rule.check(report))
    return without_superseded(found)


def found_in(case: Case, findings: list[Finding] | None = None) -> Counter[str]:
    """The same in the words of the labels."""
    lines = case.source.split("\n")
    return Counter(_label(finding, lines) for finding in findings or findings_in(case))


def _label(finding: Finding, lines: list[str]) -> str:
    if finding.code in UNPLACED:
        return finding.code
    span = finding.span
    return f"{finding.code} {lines[span.line - 1][span.column - 1 : span.end_column - 1]}"


def measure(all_cases: Iterable[Case] | None = None) -> dict[str, Score]:
    """The score of every rule about text."""
    scores = {code: Score() for code in sorted(CODES | PROSE | YEARS)}
    for case in cases() if all_cases is None else all_cases:
        wanted, got = Counter(case.expected + case.missed), found_in(case)
        for label in wanted | got:
            score = scores[label[:5]]
            score.add(wanted[label], got[label])
            if wanted[label] != got[label]:
                score.cases.append(f"{label}: {case.text}")
    return scores
