"""What the rules find in labelled sentences: found, missed and false per rule; from them precision and recall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import yaml
from complete import complete, report_of

from generator.checks.registry import rules
from generator.findings import Finding

SENTENCES = Path(__file__).with_name("sentences.yaml")
CODES = frozenset(f"NB30{n}" for n in range(1, 10))


class Case(NamedTuple):
    """A sentence under a topic in an agency's report, and what must be found in it: code, or code and number."""

    agency: str
    tables: str
    topic: str
    text: str
    expected: tuple[str, ...]

    @property
    def source(self) -> str:
        """The whole report as YAML."""
        entry = f"总体情况:\n  {self.topic}: |\n    {self.text}\n"
        return complete(f"机关: {self.agency}\n{self.tables}{entry}")


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


def cases() -> Iterator[Case]:
    """All labelled sentences."""
    for group in yaml.safe_load(SENTENCES.read_text("utf-8")):
        for sentence in group["句"]:
            topic = sentence.get("题", "依申请公开")
            yield Case(group["机关"], group["表"], topic, sentence["文"], tuple(map(str, sentence.get("有", ()))))


def found_in(case: Case) -> Counter[str]:
    """What the rules on numbers in text find, in the words of the labels."""
    source = case.source
    report = report_of(source)
    lines = source.split("\n")
    findings = [f for rule in rules() if rule.code in CODES for f in rule.check(report)]
    return Counter(_label(finding, lines) for finding in findings)


def _label(finding: Finding, lines: list[str]) -> str:
    if finding.code in {"NB307", "NB308"}:
        return finding.code
    span = finding.span
    return f"{finding.code} {lines[span.line - 1][span.column - 1 : span.end_column - 1]}"


def measure(all_cases: Iterator[Case] | None = None) -> dict[str, Score]:
    """The score of every rule on numbers in text."""
    scores = {code: Score() for code in sorted(CODES)}
    for case in all_cases or cases():
        expected, found = Counter(case.expected), found_in(case)
        for label in expected | found:
            score = scores[label[:5]]
            score.found += min(expected[label], found[label])
            score.missed += max(0, expected[label] - found[label])
            score.false += max(0, found[label] - expected[label])
            if expected[label] != found[label]:
                score.cases.append(f"{label}: {case.text}")
    return scores
