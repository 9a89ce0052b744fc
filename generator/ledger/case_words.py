"""The outcome and the kind of applicant of one case: certain, or what a person has to choose from."""

from __future__ import annotations

from typing import NamedTuple

from generator.form.ledger_words import columns as names
from generator.form.ledger_words.kinds import KINDS, LEGAL
from generator.form.ledger_words.outcomes import RESULTS
from generator.form.ledger_words.word import CARRY, DROP, Nature, OutcomeWord
from generator.ledger.lookup import (
    kind_word,
    outcome_word,
    outcome_words_in,
    result_place,
    suggested_kind,
)
from generator.ledger.questions import SINGLE, LedgerQuestion
from generator.ledger.rows import LedgerRow
from generator.ledger.scene import Scene

_ANY = (*RESULTS, CARRY)
_WHOLE_ANSWERS = {CARRY: Nature.OPEN, DROP: Nature.NO_APPLICATION}


class OutcomeMeaning(NamedTuple):
    """What a case's outcome may be: ``places`` below 办理结果, or 结转下年度, or 不计; one where it is certain.

    ``nature`` None: the cell is blank. ``rule`` says why in Chinese.
    """

    places: tuple[str, ...]
    nature: Nature | None
    rule: str
    question: LedgerQuestion | None = None


class Kinds(NamedTuple):
    """The kinds that an applicant may be; one where it is certain."""

    kinds: tuple[str, ...]
    question: LedgerQuestion | None = None


def outcome_of(row: LedgerRow, case: str, scene: Scene) -> OutcomeMeaning:
    """The outcome as far as it is known, whatever the days are."""
    text = row.text(names.OUTCOME)
    if answer := scene.answers.of_case(case, names.OUTCOME):
        return _answered(answer) or _not_understood(row, case)
    if names.OUTCOME in row.unvalued:
        return _asked(row, case, _ANY, "公式没有存下来的值")
    return _read(row, case, text, scene) if text else OutcomeMeaning((), None, "没有写答复类型")


def _read(row: LedgerRow, case: str, text: str, scene: Scene) -> OutcomeMeaning:
    word = outcome_word(text)
    if word and word.nature is not Nature.ASK:
        return _certain(row, case, word)
    if word:
        return _asked(row, case, word.places, "看不出是哪一小项，要逐件看")
    if words := outcome_words_in(text):
        named = dict.fromkeys(("部分公开", *(place for one in words for place in one.places)))
        return _asked(row, case, tuple(named), "一件里写了几种结果，只计一个")
    answer = scene.answers.of_value(names.OUTCOME, text)
    return (_answered(answer) or _not_understood(row, case)) if answer else _unknown(row, case, text)


def kinds_of(row: LedgerRow, case: str, scene: Scene) -> Kinds:
    """The kinds that the applicant may be of."""
    text = row.text(names.KIND)
    word = kind_word(text)
    collective = word is not None and len(word.kinds) > 1
    by_value = "" if collective else scene.answers.of_value(names.KIND, text)
    if answer := scene.answers.of_case(case, names.KIND) or by_value:
        return Kinds((answer,)) if answer in KINDS else _kind_asked(row, case, KINDS, "对照里的回答认不出")
    if word and not collective:
        return Kinds(word.kinds)
    if word:
        return _kind_asked(row, case, LEGAL, "只写了法人或者其他组织，五类里是哪一类要逐件认定")
    if not row.shown(names.KIND):
        return _kind_asked(row, case, KINDS, "这种写法认不出" if text else "没有写申请人类型")
    why = f"“{text}”是六类里的哪一类"
    place = (row.place(names.KIND),)
    return Kinds(KINDS, LedgerQuestion(names.KIND, text, "", names.KIND, text, place, (case,), KINDS, why))


def _certain(row: LedgerRow, case: str, word: OutcomeWord) -> OutcomeMeaning:
    rule = f"“{word.writings[0]}”：{word.places[0]}（{word.source}）"
    supplemented = row.says(names.SUPPLEMENT_ASKED) or row.says(names.SUPPLEMENT_CAME)
    if word.nature is Nature.AFTER_SUPPLEMENT and not supplemented:
        choices = (*word.places, "其他处理.逾期不补正", CARRY)
        return _asked(row, case, choices, "写的是补正后仍不明确，台账里却没有补正的日期")
    return OutcomeMeaning(word.places, word.nature, rule)


def _answered(answer: str) -> OutcomeMeaning | None:
    if nature := _WHOLE_ANSWERS.get(answer):
        return OutcomeMeaning((answer,), nature, f"对照：{answer}")
    place = result_place(answer)
    if not place:
        word = outcome_word(answer)
        place = word.places[0] if word and word.nature in {Nature.RESULT, Nature.WITHDRAWN} else ""
    return OutcomeMeaning((place,), Nature.RESULT, f"对照：{place}") if place else None


def _not_understood(row: LedgerRow, case: str) -> OutcomeMeaning:
    return _asked(row, case, _ANY, "对照里的回答认不出，请用表里的名称")


def _asked(row: LedgerRow, case: str, choices: tuple[str, ...], why: str) -> OutcomeMeaning:
    shown = row.shown(names.OUTCOME)
    place = (row.place(names.OUTCOME),)
    reason = f"答复类型“{shown}”：{why}" if shown else f"答复类型：{why}"
    question = LedgerQuestion(SINGLE, case, names.OUTCOME, names.OUTCOME, shown, place, (case,), choices, reason)
    return OutcomeMeaning(choices, Nature.ASK, reason, question)


def _unknown(row: LedgerRow, case: str, text: str) -> OutcomeMeaning:
    """A word that no table knows: asked once for all cases that have it, unless it may not be shown."""
    if not row.shown(names.OUTCOME):
        return _asked(row, case, _ANY, "这种写法认不出")
    place = (row.place(names.OUTCOME),)
    why = f"“{text}”是哪一种结果"
    question = LedgerQuestion(names.OUTCOME, text, "", names.OUTCOME, text, place, (case,), _ANY, why)
    return OutcomeMeaning(_ANY, Nature.ASK, why, question)


def _kind_asked(row: LedgerRow, case: str, kinds: tuple[str, ...], why: str) -> Kinds:
    shown = row.shown(names.KIND)
    suggested = suggested_kind(row.text(names.APPLICANT))
    choices = tuple(sorted(kinds, key=lambda kind: kind != suggested))
    reason = f"申请人类型：{why}" + (f"；看名称可能是{suggested}，请核对" if suggested in kinds else "")
    place = (row.place(names.KIND),)
    return Kinds(kinds, LedgerQuestion(SINGLE, case, names.KIND, names.KIND, shown, place, (case,), choices, reason))
