"""Numbers of some applications only: those that something was done about, those of one kind of applicants."""

from __future__ import annotations

from generator.checks.disclosure.sentences.discourse import Standing
from generator.checks.disclosure.sentences.lexicon import Act, Sense, Word
from generator.checks.disclosure.sentences.numbers import Number
from generator.checks.disclosure.sentences.phrase_words import APPLICATIONS, subjects_in
from generator.checks.disclosure.sentences.readings import CARRIED, RESULT, Target
from generator.checks.disclosure.sentences.widened import limited, whole_of

_ABOUT = frozenset({"就", "对", "针对"})
"""Right before a number: of its applications something is told, whatever the others were (对5件申请征求意见)."""
_WHAT_BECAME = frozenset({Act.HANDLED, Act.ANSWERED})


_ENDS = ("最早", "最晚", "最先", "最后", "最近", "首")


def is_one_of_them(number: Number, before: list[Word]) -> bool:
    """Whether a number points one out instead of counting: 最早一件, 最后一件."""
    return number.value == 1 and "".join([word.text for word in before[-2:]]).endswith(_ENDS)


def of_some(
    targets: tuple[Target, ...], words: list[Word], before: list[Word], limits: bool, standing: Standing
) -> tuple[Target, ...]:
    """What a number counts, at most that of all where it is one of some: of those that something is told about
    (就6件申请征求意见，同意公开4件), that came by a way (``limits``), or of one kind (商业企业提出申请4件，办结3件).
    """
    about = bool(before) and before[-1].text in _ABOUT
    if standing.tells_of_some(before, whole_of(targets), limits or about) or about:
        return limited(targets)
    kind = any(word.sort is Sense.APPLICANT for word in words)
    became = all(target.code in {RESULT, CARRIED} for target in targets)
    if not (standing.of_one_kind and became) or kind:
        return targets
    return limited(tuple(target for target in targets if target.code == RESULT))


def names_one_kind(words: list[Word]) -> bool:
    """Whether words without a number name the applications of one kind (自然人提出的申请，…)."""
    kinds = [word for word in words if word.sort is Sense.APPLICANT]
    told = any(word.value in _WHAT_BECAME for word in words)
    return len(kinds) == 1 and subjects_in(words) == [APPLICATIONS] and not told
