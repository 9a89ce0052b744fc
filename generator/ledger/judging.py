"""Where each case is counted: the row it comes in by, the row it goes out by, the kind of its applicant.

A case that hangs on a question has several of them; its figures are unknown until it is answered.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.form import keys
from generator.form.ledger_words import columns as names
from generator.form.ledger_words.word import CARRY, DROP, Nature
from generator.ledger.bodies import owner_of, question_of
from generator.ledger.case_dates import CaseDays, days_of
from generator.ledger.case_words import OutcomeMeaning, kinds_of, outcome_of
from generator.ledger.endings import CaseEnding, EndingCase, Way, ending_of, finished_on, unsure_end
from generator.ledger.questions import ROW_FIELD, SINGLE, LedgerQuestion
from generator.ledger.rows import LedgerRow
from generator.ledger.scene import COUNTS, OTHERS, LedgerFault, Scene


class JudgedCase(NamedTuple):
    """A case and all rows it may come in and go out by; one of each where it is certain.

    ``left_out`` says why it is not counted, ``rule`` why it stands where it does.
    """

    case: str
    row: LedgerRow
    kinds: tuple[str, ...]
    entries: frozenset[Way]
    exits: frozenset[Way]
    rule: str
    received: date | None = None
    questions: tuple[LedgerQuestion, ...] = ()
    faults: tuple[LedgerFault, ...] = ()
    left_out: str = ""


def judge(row: LedgerRow, case: str, scene: Scene) -> JudgedCase:
    """Judge one case."""
    meaning = outcome_of(row, case, scene)
    if why := _left_out(row, case, meaning, scene):
        return left_out(row, case, why)
    days = days_of(row, case, scene)
    if why := _outside(days, meaning, scene):
        return left_out(row, case, why)._replace(received=days.received)
    ending = ending_of(EndingCase(row, case, meaning, days, scene))
    kinds = kinds_of(row, case, scene)
    doubts = doubts_of_row(row, case, scene)
    entries, exits = _entries(days, ending, scene), ending.ways
    if doubts or DROP in meaning.places:
        entries, exits = entries | {None}, exits | {None}
    of_days = (one for one in days.questions if one.field in ending.needed)
    asked = (*doubts, *of_days, *((kinds.question,) if kinds.question else ()), *ending.questions)
    return JudgedCase(case, row, kinds.kinds, entries, exits, ending.rule, days.received, asked, days.faults)


def left_out(row: LedgerRow, case: str, why: str) -> JudgedCase:
    """A case that is not counted."""
    nowhere: frozenset[Way] = frozenset({None})
    return JudgedCase(case, row, (), nowhere, nowhere, why, left_out=why)


def _left_out(row: LedgerRow, case: str, meaning: OutcomeMeaning, scene: Scene) -> str:
    if scene.answers.of_case(case, names.OUTCOME) == DROP:
        return "对照里写明不计"
    if why := row_left_out(row, case, scene):
        return why
    if meaning.nature is Nature.NO_APPLICATION:
        return f"要求更正自身信息，不是{keys.APPLICATIONS}（《条例》第四十一条）"
    return ""


def row_left_out(row: LedgerRow, case: str, scene: Scene) -> str:
    """Why nothing in a row counts, '' where it does: a person says so, or another body has answered."""
    if scene.answers.of_case(case, ROW_FIELD) == DROP:
        return "对照里写明不计"
    return "不是本机关答复的" if owner_of(row, scene) == OTHERS else ""


def _outside(days: CaseDays, meaning: OutcomeMeaning, scene: Scene) -> str:
    """Why a case is not of the period, where that is certain."""
    if days.received is None or names.RECEIVED in days.unsure:
        return ""
    if days.received > scene.period.last:
        return "统计期以后收到的"
    day = None if unsure_end(days, meaning) or CARRY in meaning.places else finished_on(days, meaning)
    return "统计期以前已经办结" if day and day < scene.period.first else ""


def _entries(days: CaseDays, ending: CaseEnding, scene: Scene) -> frozenset[Way]:
    if days.received is None or names.RECEIVED in days.unsure:
        return frozenset({keys.RECEIVED, keys.CARRIED_IN, None})
    if days.received >= scene.period.first:
        return frozenset({keys.RECEIVED})
    return frozenset({keys.CARRIED_IN, None} if None in ending.ways else {keys.CARRIED_IN})


def doubts_of_row(row: LedgerRow, case: str, scene: Scene) -> tuple[LedgerQuestion, ...]:
    """Whether the row counts at all: struck out, marked 作废 or 测试, or of a body that was not asked about yet."""
    questions: list[LedgerQuestion] = []
    if owner_of(row, scene) is None:
        questions.append(question_of(row, case))
    if (row.struck or row.void) and scene.answers.of_case(case, ROW_FIELD) != COUNTS:
        why = "这一行划掉了，计不计" if row.struck else "这一行写着作废或者测试，计不计"
        place = (row.place(names.NUMBER),)
        questions.append(LedgerQuestion(SINGLE, case, ROW_FIELD, ROW_FIELD, "", place, (case,), (COUNTS, DROP), why))
    return tuple(questions)
