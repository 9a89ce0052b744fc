"""Statements about all of something (均被维持, 全部办结, 办结率100%): readings of the tables without a count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.disclosure.sentences.lexicon import Act, Sense, Word
from generator.checks.disclosure.sentences.number_context import is_all
from generator.checks.disclosure.sentences.number_words import of_one_person
from generator.checks.disclosure.sentences.phrase_words import APPLICATIONS, names_area, subjects_in
from generator.checks.disclosure.sentences.phrases import Phrase
from generator.checks.disclosure.sentences.readings import CARRIED
from generator.checks.disclosure.sentences.statements import Said, Sentence
from generator.checks.disclosure.sentences.words import COURTS, DUE, FINISHED, OF_A_PAPER, RATES
from generator.form import keys
from generator.form.model import Path


class AllOf(NamedTuple):
    """``text[start:end]`` of the folded text says that all cases of ``row`` ended as one of ``outcomes`` (cells' keys:
    a court's 驳回诉讼请求 is 结果维持 or 其他结果, by local rule).
    """

    sentence: Sentence
    start: int
    end: int
    row: Path
    outcomes: frozenset[str]
    closed: bool
    """Whether only closed cases are spoken of."""


class AllDone(NamedTuple):
    """``text[start:end]`` says that all applications were dealt with; ``as_rate``: in percent."""

    sentence: Sentence
    start: int
    end: int
    as_rate: bool


# --- cases ----------------------------------------------------------------------------------------------------------


def cases_ended(sentence: Sentence) -> Iterator[AllOf]:
    """What a sentence says of how all cases ended."""
    counted: list[Path] = []
    for index, said in enumerate(sentence.said):
        counted.extend(m.targets[0].readings[0].plus[0][:2] for m in said.meant if m.targets)
        words = said.phrase.words
        if (
            Sense.OUTCOME not in said.phrase.sorts
            or said.other_time
            or not sentence.linked
            or not _all_before_outcome(words)
        ):
            continue
        rows = [path for path in subjects_in(words) if path[0] == keys.REVIEWS]
        rows = rows or [path for path in dict.fromkeys(counted) if path[0] == keys.REVIEWS]
        outcome = next(word for word in words if word.sort is Sense.OUTCOME)
        outcomes = frozenset({outcome.value.path[0], *(_OF_CLAIMS if any(w.text == "请求" for w in words) else ())})
        start, end = _stretch(said.phrase)
        closed = _tells_of_closed(words) or (index > 0 and _counts_closed(sentence.said[index - 1]))
        for row in rows:
            yield AllOf(sentence, start, end, row, outcomes, closed)


_OF_CLAIMS = (keys.UPHELD,)
"""Where a court dismisses what was claimed, what the agency did is upheld."""


def _tells_of_closed(words: list[Word]) -> bool:
    return any(word.text in FINISHED for word in words)


def _counts_closed(said: Said) -> bool:
    """Whether a phrase says how many were closed (审结2件，均驳回): what follows is told of these."""
    return bool(said.meant) and _tells_of_closed(said.phrase.words)


def _all_before_outcome(words: list[Word]) -> bool:
    """均 … 维持, with nothing between that is unknown, denied, or a court's first word."""
    at = next((i for i, word in enumerate(words) if is_all(word)), None)
    if at is None or any(word.text in COURTS for word in words):
        return False
    for word in words[at + 1 :]:
        if word.sort is Sense.OUTCOME:
            return True
        if word.sort in {Sense.UNKNOWN, Sense.NEGATION, Sense.FOREIGN, Sense.PARTLY}:
            return False
    return False


def _stretch(phrase: Phrase) -> tuple[int, int]:
    """From the word for all to the end of the phrase's words after it."""
    group = phrase.groups[-1]
    start = phrase.numbers[-1].end + len(phrase.numbers[-1].unit) if phrase.numbers else phrase.start
    at = next((i for i, word in enumerate(group) if is_all(word)), 0)
    start += sum(len(word.text) for word in group[:at])
    return start, start + sum(len(word.text) for word in group[at:])


# --- applications ---------------------------------------------------------------------------------------------------


def applications_done(sentence: Sentence, whole: bool = False) -> Iterator[AllDone]:
    """Where a sentence says that all applications of the year were dealt with; ``whole``: of all that an area has."""
    for index, said in enumerate(sentence.said):
        if said.other_time or said.subject != APPLICATIONS:
            continue
        as_rate = _at_hundred(said)
        if not (as_rate or _all_finished(said.phrase.groups[-1])) or _is_quiet(sentence.said[: index + 1], whole):
            continue
        if as_rate:
            number = said.phrase.numbers[0]
            start = number.start - sum(len(word.text) for word in said.phrase.groups[0])
            yield AllDone(sentence, start, number.end + 1, as_rate=True)
        else:
            start, end = _stretch(said.phrase)
            yield AllDone(sentence, start, end, as_rate=False)


def _is_quiet(said: tuple[Said, ...], whole: bool) -> bool:
    """Whether only some are spoken of: those due, those of last year; or something else is counted in the sentence."""
    here = [word for word in said[-1].phrase.words if not (whole and names_area(word))]
    if any(word.text in DUE or word.sort in {Sense.LAST_YEAR, Sense.NEXT_YEAR, Sense.PARTLY} for word in here):
        return True
    if any(word.sort in {Sense.FOREIGN, Sense.OUTCOME, Sense.NEGATION, Sense.CHANNEL, Sense.SCOPE} for word in here):
        return True
    if any(due in "".join(w.text for w in each.phrase.words) for each in said for due in _FALLING_DUE):
        return True
    if _only_carried_over(said[:-1]) or any(_of_one_person(each) for each in said):
        return True
    if any(_is_application(word) and not word.value.partial for word in here):
        return False
    return any(word.sort is Sense.FOREIGN for earlier in said[-3:-1] for word in earlier.phrase.words)


_FALLING_DUE = ("到期", "届满", "应答复", "应办结")
"""Said anywhere before in the sentence, these hold for all that follows: only those due are spoken of."""


def _of_one_person(said: Said) -> bool:
    """Whether what one person applied for is told of (一名申请人先后提出申请5件，均逐件答复)."""
    one = any(number.unit in _PERSONS and number.value == 1 for number in said.phrase.numbers)
    return one or of_one_person(said.phrase) or any(word.text in _ONE for word in said.phrase.words)


_PERSONS = frozenset({"名", "人"})
_ONE = frozenset({"一名", "一位", "一人"})


def _only_carried_over(said: tuple[Said, ...]) -> bool:
    """Whether nothing but what was carried over was counted so far (上年结转4件，均已办结)."""
    codes = {target.code for each in said for meant in each.meant for target in meant.targets}
    return codes == {CARRIED}


def _all_finished(words: list[Word]) -> bool:
    """全部办结, 均已答复; what is said of some other verb's all (均为自然人) is not."""
    at = next((i for i, word in enumerate(words) if is_all(word)), None)
    if at is None:
        return False
    for place, word in enumerate(words[at + 1 :], at + 1):
        if word.sort is Sense.ACT:
            of_paper = any(after.text in OF_A_PAPER for after in words[place + 1 : place + 2])
            return word.value is Act.ANSWERED and not of_paper
        if word.sort not in {Sense.NEUTRAL, Sense.EACH, Sense.SELF} and not _is_application(word):
            return False
    return False


def _is_application(word: Word) -> bool:
    return word.sort is Sense.SUBJECT and word.value.path == APPLICATIONS


def _at_hundred(said: Said) -> bool:
    """办结率100%."""
    phrase = said.phrase
    if len(phrase.numbers) != 1 or phrase.numbers[0].unit != "%" or phrase.numbers[0].value != 100:
        return False
    words = phrase.groups[0]
    end = len(words)
    while end and (words[end - 1].sort in {Sense.STATES, Sense.EACH} or words[end - 1].text in _KEEPS):
        end -= 1
    return bool(end) and words[end - 1].text.endswith(tuple(RATES))


_KEEPS = frozenset({"保持", "保持在", "稳定", "稳定在", "在", "实现", "连续", "继续", "始终", "始终保持"})
