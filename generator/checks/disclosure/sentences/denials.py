"""Sentences that say that there was none of something (未收到申请, 行政复议、行政诉讼均未发生), and the reverse."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.checks.disclosure.sentences.figure_refs import FigureRef
from generator.checks.disclosure.sentences.lexicon import Act, Part, Sense, Word
from generator.checks.disclosure.sentences.phrase_words import (
    APPLICATIONS,
    names_area,
    says_something,
    subjects_in,
    without_qualifiers,
)
from generator.checks.disclosure.sentences.phrases import Phrase
from generator.checks.disclosure.sentences.readings import target_of
from generator.checks.disclosure.sentences.statements import Said, Sentence
from generator.form import keys
from generator.form.edition import Edition
from generator.form.model import Path

_OBJECT = frozenset({
    Sense.SUBJECT, Sense.QUALIFIER, Sense.NEUTRAL, Sense.ACT, Sense.JOINED, Sense.SELF, Sense.THIS_YEAR, Sense.CARRIED,
    Sense.LAST_YEAR, Sense.NEXT_YEAR, Sense.APPLICANT, Sense.NEGATION, Sense.STATES, Sense.EACH,
})  # fmt: skip
"""The sorts of words of which the denied thing may consist; any other narrows it down."""
_ELSEWHERE = frozenset({
    Sense.CHANNEL, Sense.SCOPE, Sense.PLAN, Sense.FOREIGN, Sense.OTHER_TIME, Sense.OWN_LEVEL, Sense.PARTLY,
})  # fmt: skip
"""What before a denial narrows it, or makes it another time's or body's."""
_ACTS = frozenset({Act.RECEIVED, Act.NEW, Act.HANDLED, Act.ISSUED, Act.REPEALED})
_CONDITIONS = "如若凡对应经局委办厅院所站处队司中心街道镇乡部门公司"
"""What strange words before a denial must not contain: a condition, or the name of another body."""


class Denial(NamedTuple):
    """``readings``: the figures of which one at least must be 0 (or, ``affirmed``, must not be)."""

    sentence: Sentence
    start: int
    end: int
    readings: tuple[FigureRef, ...]
    affirmed: bool = False


def denials(sentence: Sentence, edition: Edition, whole: bool = False) -> Iterator[Denial]:
    """What a sentence denies of what the tables count, in the year reported; ``whole``: of all that an area has."""
    before: Said | None = None
    for said in sentence.said:
        denies = Sense.NEGATION in said.phrase.sorts or any(word.text in _NONE_OF for word in said.phrase.groups[0])
        if denies and not said.other_time and sentence.linked and not any(n.value for n in said.phrase.numbers):
            yield from _none_corrected(sentence, said)
        if not said.other_time and not said.phrase.numbers:
            if denies:
                yield from _denied(sentence, said.phrase, before, edition, whole)
                yield from _no_such_result(sentence, said)
            yield from _affirmed(sentence, said, edition)
        before = said


def _denied(sentence: Sentence, phrase: Phrase, before: Said | None, edition: Edition, whole: bool) -> Iterator[Denial]:
    words = phrase.groups[0]
    at = next((i for i, w in enumerate(words) if w.sort is Sense.NEGATION or (w.text in _NONE_OF and not i)), None)
    if at is None or not _plain_before([w for w in words[:at] if not (whole and names_area(w))]):
        return
    left, right = words[:at], words[at + 1 :]
    if not all(word.sort in _OBJECT for word in right):
        return
    thing = right
    if not _names_something(right):
        thing = left if says_something(left) or before is None or before.phrase.numbers else before.phrase.groups[0]
        if not all(word.sort in _OBJECT for word in thing) or not _only_verbs(right):
            return
    start, end = _bounds(phrase, at)
    for piece in _pieces(thing):
        for readings in _readings(piece, sentence, edition):
            yield Denial(sentence, start, end, readings)


def _pieces(thing: list[Word]) -> list[list[Word]]:
    """The things denied one after the other (未制发、未废止规范性文件; 零复议、零诉讼), each with what it is about."""
    found: list[list[Word]] = [[]]
    for word in thing:
        if word.sort is Sense.NEGATION:
            found.append([])
        else:
            found[-1].append(word)
    subjects = [word for word in thing if word.sort is Sense.SUBJECT]
    return [p if any(w.sort in {Sense.SUBJECT, Sense.CARRIED} for w in p) else [*p, *subjects] for p in found if p]


def _no_such_result(sentence: Sentence, said: Said) -> Iterator[Denial]:
    """没有不予公开的情形: where applications are spoken of, and nothing in the phrase narrows the result."""
    words = said.phrase.groups[0]
    at = next((i for i, word in enumerate(words) if word.sort is Sense.NEGATION or word.text in _NONE_OF), None)
    if at is None or said.subject != APPLICATIONS or not all(w.sort in _BEFORE_RESULT for w in words[:at]):
        return
    results = [w.value for w in words[at + 1 :] if w.sort is Sense.RESULT]
    rest = [w for w in words[at + 1 :] if w.sort is not Sense.RESULT]
    cases = any(word.text in _OF_CASES for word in rest)
    plain = all(w.sort is Sense.NEUTRAL or w.value is Act.HANDLED for w in rest)
    if len(results) == 1 and cases and plain and not results[0].partial:
        yield Denial(sentence, *_bounds(said.phrase, at), (FigureRef((results[0].path,)),))


_BEFORE_RESULT = frozenset({Sense.SELF, Sense.THIS_YEAR, Sense.NEUTRAL, Sense.SUBJECT})
_OF_CASES = frozenset({"情形", "情况", "案例", "事项", "决定"})


def _none_corrected(sentence: Sentence, said: Said) -> Iterator[Denial]:
    """无一被纠正, 零纠错, 没有行政复议被纠错的情形: of the cases named in the phrase, or those the text is about."""
    words = said.phrase.groups[0]
    at = next((i for i, word in enumerate(words) if word.sort is Sense.NEGATION or word.text in _NONE_OF), None)
    if at is None or not _plain_before(words[:at]):
        return
    outcomes = [w.value for w in words[at:] if w.sort is Sense.OUTCOME and not w.value.partial]
    if [part.path for part in outcomes] != [(keys.CORRECTED,)] * max(1, len(outcomes)):
        return
    rows = [path for path in subjects_in(words) if path[0] == keys.REVIEWS]
    if not rows and said.subject and said.subject[0] == keys.REVIEWS:
        rows = [said.subject]
    start, end = _bounds(said.phrase, at)
    for row in rows:
        yield Denial(sentence, start, end, (FigureRef(((*row, keys.CORRECTED),)),))


_NONE_OF = frozenset({"不存在", "没有出现"})


def _plain_before(words: list[Word]) -> bool:
    """Whether what stands before the denial neither narrows it nor makes it another body's."""
    for word in words:
        if word.sort in _ELSEWHERE:
            return False
        if word.sort is Sense.UNKNOWN and any(char in _CONDITIONS for char in word.text):
            return False
    return True


def _names_something(words: list[Word]) -> bool:
    return any(word.sort in {Sense.SUBJECT, Sense.CARRIED} for word in words)


def _only_verbs(words: list[Word]) -> bool:
    return all(w.sort in {Sense.NEUTRAL, Sense.STATES, Sense.ACT} and w.value not in {Act.ANSWERED} for w in words)


def _bounds(phrase: Phrase, at: int) -> tuple[int, int]:
    start = phrase.start + sum(len(word.text) for word in phrase.groups[0][:at])
    return start, phrase.start + sum(len(word.text) for word in phrase.groups[0])


def _readings(words: list[Word], sentence: Sentence, edition: Edition) -> Iterator[tuple[FigureRef, ...]]:
    """For each thing denied the figures that say whether there was any."""
    words = _without_object(without_qualifiers(words))
    acts = {word.value for word in words if word.sort is Sense.ACT}
    if acts - _ACTS:
        return
    if any(word.sort is Sense.CARRIED for word in words):
        subjects = [APPLICATIONS] if APPLICATIONS in sentence.near else []
    else:
        subjects = subjects_in(words)
    for subject in subjects:
        if _may_be_denied(subject, words, sentence):
            others = [w for w in words if w.sort is not Sense.SUBJECT]
            own = Word(Sense.SUBJECT, Part(subject), "")
            target = target_of(subject, [own, *_fitting(others, subject, acts)], edition)
            if target:
                yield tuple(reading for reading in target.readings if not reading.at_most)


def _without_object(words: list[Word]) -> list[Word]:
    """未就政府信息公开答复提起复议: the answer is what the case is about."""
    at = next((i for i, w in enumerate(words) if w.sort is Sense.SUBJECT and w.value.path[0] == keys.REVIEWS), 0)
    about = any(word.text in _OVER for word in words[:at])
    return [w for i, w in enumerate(words) if not (about and i < at and w.value is Act.ANSWERED)]


_OVER = frozenset({"就", "对", "对于", "因", "不服", "针对"})


def _may_be_denied(subject: Path, words: list[Word], sentence: Sentence) -> bool:
    if subject[0] == keys.REVIEWS:
        return sentence.linked
    weak = all(w.value.partial for w in words if w.sort is Sense.SUBJECT and w.value.path == subject)
    return not weak or subject != APPLICATIONS or APPLICATIONS in sentence.near


def _fitting(words: list[Word], subject: Path, acts: set[Act]) -> list[Word]:
    """The words that may qualify the subject; 收到 and 办理 say nothing of documents and decisions."""
    if subject == APPLICATIONS and not acts and not any(w.sort in {Sense.CARRIED, Sense.APPLICANT} for w in words):
        return [Word(Sense.ACT, Act.RECEIVED, "")]
    loose = {Act.RECEIVED, Act.HANDLED} if subject[0] == keys.PROACTIVE else set()
    return [w for w in words if w.sort is not Sense.ACT or w.value not in loose]


def _affirmed(sentence: Sentence, said: Said, edition: Edition) -> Iterator[Denial]:
    """收到的申请均已答复, 收到了申请, in the year reported, where the table has none at all."""
    words = said.phrase.groups[0]
    if said.this_year and _has_come(words):
        yield _some_received(sentence, said, edition)
        return
    if (
        not said.this_year
        or Sense.EACH not in said.phrase.sorts
        or any(w.sort in {Sense.UNKNOWN, Sense.NEGATION, Sense.FOREIGN, Sense.CHANNEL} for w in words)
    ):
        return
    sorts = {word.sort for word in words}
    acts = {word.value for word in words if word.sort is Sense.ACT}
    texts = {word.text for word in words}
    if subjects_in(words) != [APPLICATIONS] or Sense.EACH not in sorts or not texts & {"已", "已经"}:
        return
    if (Act.ANSWERED in acts and acts & {Act.RECEIVED, Act.NEW}) or "收到的" in texts:
        yield _some_received(sentence, said, edition)


def _has_come(words: list[Word]) -> bool:
    """收到了政府信息公开申请, of this agency's own."""
    received = any(w.value in {Act.RECEIVED, Act.NEW} and then.text == "了" for w, then in pairwise(words))
    firm = any(w.sort is Sense.SUBJECT and not w.value.partial for w in words) and subjects_in(words) == [APPLICATIONS]
    return received and firm and all(word.sort in _OBJECT - {Sense.NEGATION} for word in words)


def _some_received(sentence: Sentence, said: Said, edition: Edition) -> Denial:
    target = target_of(APPLICATIONS, [Word(Sense.ACT, Act.RECEIVED, "")], edition)
    end = said.phrase.start + sum(len(word.text) for word in said.phrase.groups[0])
    return Denial(sentence, said.phrase.start, end, target.readings if target else (), affirmed=True)
