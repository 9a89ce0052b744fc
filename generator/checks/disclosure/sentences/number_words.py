"""The words by which a number is judged: those before it, and of those after it the ones that say what it counts."""

from __future__ import annotations

from typing import NamedTuple

from generator.checks.disclosure.sentences.discourse import Standing
from generator.checks.disclosure.sentences.lexicon import Act, Sense, Word
from generator.checks.disclosure.sentences.number_context import STRANGE, has_concept, noun_after, said_after
from generator.checks.disclosure.sentences.numbers import Number
from generator.checks.disclosure.sentences.phrase_words import says_something
from generator.checks.disclosure.sentences.phrases import Phrase
from generator.checks.disclosure.sentences.readings import disclosed_beside
from generator.checks.disclosure.sentences.wordings import plain
from generator.checks.disclosure.sentences.words import ASKED_FOR, ONE_PERSON, RISEN, SOME
from generator.form.edition import Edition

_NARROWING = STRANGE | {Sense.CHANGED, Sense.COMPARED, Sense.PLAN, Sense.NEGATION}


class Scope(NamedTuple):
    """Whose work the tables cover: the ``whole`` area's (a government) or one body's (a government's ``office``).

    ``summed``: the tables sum up all its agencies, so what its own office did is another number.
    """

    edition: Edition
    whole: bool
    office: bool
    summed: bool = False


def divide(number: Number, before: list[Word], after: list[Word], standing: Standing) -> None:
    """Remember that a sentence parts what was done by days or manner (10个工作日内办结18件, 提前办结12件)."""
    behind = "".join([word.text for word in after[:2]])
    answered = bool(after) and after[0].value in {Act.ANSWERED, Act.HANDLED}
    by_days = number.is_days and (behind.startswith(_WITHIN) or answered)
    standing.divided |= by_days and not any(word.text in _LEGAL for word in before)
    standing.divided |= any(w.sort is Sense.PARTLY for w in before) and any(w.sort is Sense.ACT for w in before)


_WITHIN = ("内", "之内", "以内")
_LEGAL = frozenset({"法定", "规定", "法定期限", "规定期限"})
"""Beside these a stretch of days is the one that the law allows, and holds for all."""


def risen(before: list[Word], phrase: Phrase, index: int) -> list[Word]:
    """现行有效…由上年的16件增至20件: the second number is this year's, of what stands before the first."""
    if not index or not before or before[0].text not in RISEN:
        return before
    head = [w for w in phrase.groups[index - 1] if w.sort is not Sense.LAST_YEAR and w.text not in {"由", "从", "的"}]
    return [*head, _NOW, *before]


def rises_from(phrase: Phrase, index: int) -> bool:
    """Whether a number is that from which the next one rose or fell: 由23件升至29件."""
    return index + 1 < len(phrase.numbers) and bool(after := phrase.groups[index + 1]) and after[0].text in RISEN


_NOW = Word(Sense.THIS_YEAR, None, "")


def of_one_person(phrase: Phrase) -> bool:
    """Whether it tells what one person did (同一申请人在三个月内先后提交申请9件)."""
    return any(word.text in ONE_PERSON for word in phrase.words)


def less_narrow(before: list[Word]) -> list[Word] | None:
    """The words without the ways by which some came, and the one person who sent some; None where none is named.

    Applications or a result must be named in full: a bare 申请 by a way may be for anything.
    """
    named = any(w.sort is Sense.CHANNEL and "公开" in w.text for w in before) or any(
        w.sort is Sense.RESULT or (w.sort is Sense.SUBJECT and not w.value.partial) for w in before
    )
    if not named or not any(word.sort is Sense.CHANNEL or word.text in ONE_PERSON for word in before):
        return None
    kept: list[Word] = []
    for word in before:
        if word.sort is Sense.CHANNEL or word.text in ONE_PERSON:
            kept = _without_quoted_end(kept)
        else:
            kept.append(word)
    return kept


def _without_quoted_end(words: list[Word]) -> list[Word]:
    """The words without a name in quotes at their end: “清河政务” before 小程序."""
    if not words or words[-1].text != "”":
        return words
    at = next((at for at in range(len(words) - 1, -1, -1) if words[at].text == "“"), len(words))
    return words[:at]


def blocked(words: list[Word], scope: Scope) -> bool:
    """Whether the words make a number speak of something narrower or wider than the tables."""
    for word in words:
        if word.sort in _NARROWING:
            return True
        if word.sort is Sense.SCOPE and not (scope.whole and not word.text.startswith(_EACH_OF)):
            return True
        if word.sort is Sense.SELF and word.value and not (scope.whole or scope.office):
            return True
        if word.sort is Sense.OWN_LEVEL and (scope.summed or not (scope.whole or scope.office)):
            return True
    return False


_EACH_OF = ("各乡", "各镇", "各部", "各局", "各街", "各县", "各区")
"""Bodies of one kind, of which an area has others too."""


def words_of(
    number: Number, before: list[Word], after: list[Word], standing: Standing, scope: Scope
) -> list[Word] | None:
    """The words that say what the number counts; None when they say something the tables do not hold."""
    edition = scope.edition
    before, after = plain(_without_information(before), edition), plain(_without_information(after), edition)
    before = disclosed_beside(before, edition)
    if (standing.of_office and scope.summed) or (standing.divided and any(w.sort is Sense.ACT for w in before)):
        return None
    if blocked(before, scope) or not (number.unit or _stated(before)):
        return None
    if not has_concept(before):
        if standing.of_one_kind and any(w.sort in {Sense.RESULT, Sense.CARRIED} for w in after):
            return None
        return _said_behind(before, after, standing, scope)
    if any(word.sort is Sense.SUBJECT for word in before):
        more = said_after(after)
        bare = not any(word.sort in {Sense.ACT, Sense.RESULT, Sense.CARRIED, Sense.OUTCOME} for word in before)
        carried = more and any(word.sort in {Sense.CARRIED, Sense.RESULT} for word in more)
        return [*before, *more] if bare and more and carried else before
    noun = noun_after(after)
    return None if noun is None else [*before, *noun]


def _said_behind(before: list[Word], after: list[Word], standing: Standing, scope: Scope) -> list[Word] | None:
    """The words for a number before which nothing says what it counts: what is said behind it, or just before."""
    said = said_after(after, alone=all(word.text in SOME for word in before))
    if said is None:
        return None
    if says_something(said):
        return [*before, *said]
    return [*standing.pending, *before] if _may_go_on(standing.pending, scope) else None


def _without_information(words: list[Word]) -> list[Word]:
    """Words without 信息 where it only goes with a result (属于过程性信息不予公开, 不掌握所申请信息)."""
    if not any(word.text in ASKED_FOR for word in words):
        return words
    kept: list[Word] = []
    for index, word in enumerate(words):
        before = next((w for w in reversed(kept[-3:]) if w.sort is not Sense.NEUTRAL), None)
        after = words[index + 1] if index + 1 < len(words) else None
        near = (before, after)
        if word.text not in ASKED_FOR or not any(w is not None and w.sort is Sense.RESULT for w in near):
            kept.append(word)
    return kept


def _stated(before: list[Word]) -> bool:
    return bool(before) and before[-1].sort is Sense.STATES


def _may_go_on(pending: list[Word], scope: Scope) -> bool:
    """Whether 共16件 may speak of what the phrase before named without a number."""
    return says_something(pending) and not blocked(pending, scope)
