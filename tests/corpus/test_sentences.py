"""The labelled sentences: nothing is found that is not there, and what is there is found."""

from collections import Counter

import pytest
from corpus.measure import CODES, Case, cases, found_in, measure

CASES = list(cases())


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.text[:24])
def test_a_sentence_yields_exactly_what_it_is_labelled_with(case: Case) -> None:
    assert found_in(case) == Counter(case.expected)


def test_every_rule_has_sentences_that_fail_and_precision_is_whole() -> None:
    scores = measure(iter(CASES))
    assert {code for code in CODES if scores[code].found == 0} == {"NB308"}  # NB308 has tests of its own
    assert {code: score.precision for code, score in scores.items() if score.precision < 1} == {}


def test_the_score_of_a_rule_counts_what_is_missed_and_what_is_false() -> None:
    right, wrong = CASES[1], CASES[0]
    unlabelled = right._replace(expected=())
    overlabelled = wrong._replace(expected=("NB301 18",))
    score = measure(iter([right, unlabelled, overlabelled]))["NB301"]
    assert (score.found, score.missed, score.false) == (1, 1, 1)
    assert (score.precision, score.recall) == (0.5, 0.5)
    assert len(score.cases) == 2
