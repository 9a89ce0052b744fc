"""Laws over random ledgers whose truth is known."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st
from ledgers import cases_of, counted, row

from generator.form.ledger_words.kinds import KINDS
from generator.form.ledger_words.outcomes import OUTCOME_WORDS
from generator.form.ledger_words.word import Nature
from generator.ledger.scene import Period

YEAR = 2026
WORDS = [
    (writing, word.places[0])
    for word in OUTCOME_WORDS
    if word.nature is Nature.RESULT
    for writing in word.writings
    if "×" not in writing
]


class Truth(NamedTuple):
    number: str
    received: date
    kind: str
    answered: date | None
    word: str
    place: str


@st.composite
def cases(draw: st.DrawFn) -> list[Truth]:
    found = []
    for at in range(draw(st.integers(1, 12))):
        received = date(YEAR - 1, 10, 1) + timedelta(draw(st.integers(0, 500)))
        answered = draw(st.none() | st.integers(0, 60).map(lambda days, start=received: start + timedelta(days)))
        word, place = draw(st.sampled_from(WORDS)) if answered else ("办理中", "")
        number = f"{received.year}-{at:03}"
        found.append(Truth(number, received, draw(st.sampled_from(KINDS)), answered, word, place))
    return found


def rows(truth: list[Truth]) -> list[tuple[str, ...]]:
    return [
        row(one.number, one.received.isoformat(), one.kind, one.answered.isoformat() if one.answered else "", one.word)
        for one in truth
    ]


def expected(truth: list[Truth], first: date, last: date) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in truth:
        if one.received > last or (one.answered and one.answered < first):
            continue
        found[f"{'本年新收' if one.received >= first else '上年结转'}.{one.kind}"] += 1
        done = one.answered and one.answered <= last
        found[f"办理结果.{one.place}.{one.kind}" if done else f"结转下年度.{one.kind}"] += 1
    return found


SAID = "口径: {2026年上年结转: 0, 2026-07-01以前结转: 0}"


def totals(truth: list[Truth], period: Period) -> tuple[Counter[str], dict]:
    found = counted(rows(truth), SAID, period=period)
    assert not found.questions
    return Counter({place: len(cases) for place, cases in cases_of(found).items()}), found.tables()


@settings(max_examples=15, deadline=None)
@given(cases(), st.integers())
def test_the_truth_is_found_whatever_the_order_of_the_rows_and_columns_balance(truth, seed):
    whole = Period.of_year(YEAR)
    found, tables = totals(truth, whole)
    assert found == expected(truth, *whole)
    mixed = list(truth)
    Random(seed).shuffle(mixed)
    assert totals(mixed, whole)[0] == found
    table = tables["政府信息公开申请"]
    for kind in (*KINDS, "总计"):
        came = table["本年新收"][kind] + table["上年结转"][kind]
        assert came == table["办理结果"]["总计"][kind] + table["结转下年度"][kind]


@settings(max_examples=15, deadline=None)
@given(cases())
def test_two_periods_make_the_whole(truth):
    whole = Period.of_year(YEAR)
    half = date(YEAR, 6, 30)
    one, two, both = (
        totals(truth, period)[0]
        for period in (Period(whole.first, half), Period(half + timedelta(1), whole.last), whole)
    )

    def part(found: Counter[str], name: str) -> Counter[str]:
        return Counter({place.partition(".")[2]: n for place, n in found.items() if place.startswith(f"{name}.")})

    for name in ("本年新收", "办理结果"):
        assert part(one, name) + part(two, name) == part(both, name)
    assert part(one, "结转下年度") == part(two, "上年结转")
    assert part(one, "上年结转") == part(both, "上年结转")
    assert part(two, "结转下年度") == part(both, "结转下年度")
