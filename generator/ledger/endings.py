"""How a case goes out of a period: by a result, carried over to the next, or not known yet."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.form import keys
from generator.form.ledger_words import columns as names
from generator.form.ledger_words.outcomes import RESULTS, WITHDRAWN_PLACE
from generator.form.ledger_words.word import CARRY, DROP, Nature
from generator.ledger.case_dates import CaseDays
from generator.ledger.case_words import OutcomeMeaning
from generator.ledger.questions import SINGLE, LedgerQuestion
from generator.ledger.rows import LedgerRow
from generator.ledger.scene import DAY_WANTED, Scene
from generator.ledger.working_days import UnknownYearError

Way = str | None
"""A row of table 3 by its keys below the part, joined by dots; None: the case is not counted."""
_STALE = 40
"""Working days: the longest time for an answer, extension included (《条例》第三十三条)."""
_STALE_DAYS = 56
"""Days of the calendar that are at least as long, where working days are not known."""
_CARRIED: frozenset[Way] = frozenset({CARRY})
_GONE: frozenset[Way] = frozenset({None})


class CaseEnding(NamedTuple):
    """All ways a case may go out by, why, and what is to be asked. ``needed`` are the roles whose days matter."""

    ways: frozenset[Way]
    rule: str
    needed: frozenset[str] = frozenset({names.RECEIVED})
    questions: tuple[LedgerQuestion, ...] = ()


class EndingCase(NamedTuple):
    """What is known of a case that is of the period, or may be."""

    row: LedgerRow
    case: str
    meaning: OutcomeMeaning
    days: CaseDays
    scene: Scene

    @property
    def is_receipt_unsure(self) -> bool:
        """Whether nobody knows when it was received, so it may be of no period at all."""
        return self.days.received is None or names.RECEIVED in self.days.unsure

    @property
    def may_be_older(self) -> bool:
        """Whether it was received before the period, for all that is known: it may have been finished then too."""
        received = self.days.received
        return received is None or self.is_receipt_unsure or received < self.scene.period.first


def finished_on(days: CaseDays, meaning: OutcomeMeaning) -> date | None:
    """The day on which a case was finished: a withdrawn one on the day of the withdrawal, where that is known."""
    return getattr(days, _day_of(days, meaning))  # type: ignore[no-any-return]


def unsure_end(days: CaseDays, meaning: OutcomeMeaning) -> frozenset[str]:
    """The role whose day would say when the case was finished, where something is wrong with it."""
    role = {"withdrawn": names.WITHDRAWN, "answered": names.ANSWERED}[_day_of(days, meaning)]
    return days.unsure & {role}


def _day_of(days: CaseDays, meaning: OutcomeMeaning) -> str:
    by_withdrawal = meaning.nature is Nature.WITHDRAWN or meaning.places == (WITHDRAWN_PLACE,)
    there = days.withdrawn is not None or names.WITHDRAWN in days.unsure
    return "withdrawn" if by_withdrawal and there else "answered"


def ending_of(one: EndingCase) -> CaseEnding:
    """The ways a case may go out by."""
    meaning, days = one.meaning, one.days
    asked = (meaning.question,) if meaning.question else ()
    if unsure := unsure_end(days, meaning):
        older = _GONE if one.may_be_older else frozenset[Way]()
        return CaseEnding(_ways(meaning) | _CARRIED | older, meaning.rule, frozenset({names.RECEIVED}) | unsure, asked)
    day = finished_on(days, meaning)
    return _finished(one, day, asked) if day else _unfinished(one, asked)


def _finished(one: EndingCase, day: date, asked: tuple[LedgerQuestion, ...]) -> CaseEnding:
    meaning = one.meaning
    maybe = _GONE if one.is_receipt_unsure or day < one.scene.period.first else frozenset[Way]()
    if one.scene.answers.of_case(one.case, names.OUTCOME) == CARRY:
        return CaseEnding(_CARRIED | maybe, meaning.rule)
    if day > one.scene.period.last:
        kept = asked if DROP in meaning.places else ()
        return CaseEnding(_CARRIED | maybe, "统计期以后才办结", questions=kept)
    if meaning.nature is Nature.OPEN:
        question = _of_outcome(one, "写的是还没有办结，却有答复日期", (*RESULTS, CARRY))
        return CaseEnding(_all() | _CARRIED | maybe, question.why, questions=(question,))
    if meaning.nature is None:
        question = _of_outcome(one, "有答复日期，没有写答复类型", RESULTS)
        return CaseEnding(_all() | maybe, question.why, questions=(question,))
    return CaseEnding(_ways(meaning) | maybe, meaning.rule, questions=asked)


def _unfinished(one: EndingCase, asked: tuple[LedgerQuestion, ...]) -> CaseEnding:
    """A case without the day on which it was finished."""
    meaning = one.meaning
    if meaning.nature in {None, Nature.OPEN}:
        is_answered = bool(one.scene.answers.of_case(one.case, names.OUTCOME))
        return (None if is_answered else _withdrawn(one)) or _open(one)
    gone = _GONE if one.may_be_older else frozenset[Way]()
    questions = asked if meaning.nature is Nature.ASK else (_day_wanted(one),)
    return CaseEnding(_ways(meaning) | _CARRIED | gone, meaning.rule, questions=questions)


def _open(one: EndingCase) -> CaseEnding:
    """A case that says it is open, or says nothing of its end: that is asked where it is old or its age unknown."""
    received = one.days.received
    if one.meaning.nature is Nature.OPEN:
        maybe = _GONE if one.is_receipt_unsure else frozenset[Way]()
        return CaseEnding(_CARRIED | maybe, one.meaning.rule)
    gone = _GONE if one.may_be_older else frozenset[Way]()
    if received is None or one.is_receipt_unsure:
        return CaseEnding(_all() | _CARRIED | gone, "没有答复日期，收到的日期要先核对")
    if not _is_stale(received, one.scene):
        return CaseEnding(_CARRIED, "没有答复日期：还没有办结")
    why = f"收到已经超过 {_STALE} 个工作日，没有答复日期：是没办结，还是没有填"
    question = _of_outcome(one, why, (CARRY, *RESULTS))
    return CaseEnding(_all() | _CARRIED | gone, question.why, questions=(question,))


def _withdrawn(one: EndingCase) -> CaseEnding | None:
    """A case that has a day of withdrawal and no outcome, or one that says it is open; None for any other."""
    days, gone = one.days, _GONE if one.may_be_older else frozenset[Way]()
    ways = _all() | _CARRIED | gone
    if names.WITHDRAWN in days.unsure:
        return CaseEnding(ways, "撤回日期要先核对", frozenset({names.RECEIVED, names.WITHDRAWN}))
    if days.withdrawn is None or days.withdrawn > one.scene.period.last:
        return None
    question = _of_outcome(one, "有撤回日期，没有写是撤回", (WITHDRAWN_PLACE, *RESULTS, CARRY))
    return CaseEnding(ways, question.why, questions=(question,))


def _day_wanted(one: EndingCase) -> LedgerQuestion:
    withdrawn = one.meaning.nature is Nature.WITHDRAWN
    field = names.WITHDRAWN if withdrawn else names.ANSWERED
    why = "写了撤回，没有撤回的日期" if withdrawn else "有答复类型，没有答复日期"
    text = one.row.text(names.OUTCOME)
    shown = one.meaning.question.value if one.meaning.question else (text if withdrawn else "")
    places = (one.row.place(names.OUTCOME),)
    return LedgerQuestion(SINGLE, one.case, field, field, shown, places, (one.case,), (DAY_WANTED,), f"{field}：{why}")


def _is_stale(received: date, scene: Scene) -> bool:
    try:
        return scene.days.between(received, scene.period.last) > _STALE
    except UnknownYearError:
        return (scene.period.last - received).days > _STALE_DAYS


def _ways(meaning: OutcomeMeaning) -> frozenset[Way]:
    places = meaning.places if meaning.nature is not None else RESULTS
    return frozenset(CARRY if place == CARRY else f"{keys.RESULTS}.{place}" for place in places if place != DROP)


def _all() -> frozenset[Way]:
    return frozenset(f"{keys.RESULTS}.{place}" for place in RESULTS)


def _of_outcome(one: EndingCase, why: str, choices: tuple[str, ...]) -> LedgerQuestion:
    place = (one.row.place(names.OUTCOME),)
    reason = f"答复类型：{why}"
    return LedgerQuestion(SINGLE, one.case, names.OUTCOME, names.OUTCOME, "", place, (one.case,), choices, reason)
