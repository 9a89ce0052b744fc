"""The labelled sentences: nothing is found that is not there, and what is there is found."""

from collections import Counter

import pytest
from corpus.cases import CODES, PROSE, YEARS, Case, cases
from corpus.measure import findings_in, found_in, measure

from generator.findings import Finding

CASES = list(cases())


@pytest.mark.parametrize("case", CASES, ids=lambda c: (c.text or c.entries)[:24])
def test_a_sentence_yields_exactly_what_it_is_labelled_with(case: Case) -> None:
    """What is labelled as missed is not found either: when a rule learns it, its label moves."""
    findings = findings_in(case)
    assert found_in(case, findings) == Counter(case.expected)
    assert [word for word in case.words if not any(word in finding.message for finding in findings)] == []
    assert _mended(case, findings) == (case.mended or case.text)


def _mended(case: Case, findings: list[Finding]) -> str:
    """The text after all fixes that the rules about the text alone offer for it."""
    lines = case.source.split("\n")
    start = lines.index(f"    {case.text.split(chr(10))[0]}") if case.text else 0
    fixes = [finding.fix for finding in findings if finding.fix and finding.code in PROSE]
    edits = [edit for fix in fixes for edit in fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        number = edit.span.line - 1
        line = lines[number]
        lines[number] = line[: edit.span.column - 1] + edit.text + line[edit.span.end_column - 1 :]
    return "\n".join(line[4:] for line in lines[start : start + case.text.count("\n") + 1]) if case.text else ""


@pytest.fixture(scope="module")
def scores():
    return measure(CASES)


def test_precision_is_whole(scores) -> None:
    assert set(scores) == CODES | PROSE | YEARS
    assert {code: score.cases for code, score in scores.items() if score.false} == {}


def test_every_rule_has_sentences_that_fail_and_sentences_that_pass(scores) -> None:
    assert {code for code, score in scores.items() if score.found < 1} == set()
    failing = {code: {case for case in CASES if any(e.startswith(code) for e in case.expected)} for code in scores}
    passing = {code: sum(code in case.codes and case not in failing[code] for case in CASES) for code in scores}
    assert {code for code, count in passing.items() if count < 1} == set()


def test_the_score_of_a_rule_counts_what_is_missed_and_what_is_false() -> None:
    right = next(case for case in CASES if case.expected == ("NB301 18",))
    wrong = next(case for case in CASES if not case.expected and case.tables == right.tables)
    unlabelled = right._replace(expected=())
    overlabelled = wrong._replace(expected=("NB301 18",))
    score = measure([right, unlabelled, overlabelled])["NB301"]
    assert (score.found, score.missed, score.false) == (1, 1, 1)
    assert (score.precision, score.recall) == (0.5, 0.5)
    assert len(score.cases) == 2
