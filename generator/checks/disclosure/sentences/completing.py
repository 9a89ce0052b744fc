"""A number that the phrase behind it completes: 8件申请，依法予以公开."""

from __future__ import annotations

from generator.checks.disclosure.sentences.discourse import Standing
from generator.checks.disclosure.sentences.lexicon import Sense
from generator.checks.disclosure.sentences.meaning import Meant, targets_of
from generator.checks.disclosure.sentences.number_context import is_all
from generator.checks.disclosure.sentences.number_words import Scope
from generator.checks.disclosure.sentences.phrases import Phrase
from generator.checks.disclosure.sentences.words import LEFT_OVER

_TOLD = frozenset({Sense.RESULT, Sense.CARRIED})
_PLAIN = frozenset({Sense.NEUTRAL, Sense.NEXT_YEAR, Sense.ACT, Sense.STATES, Sense.PLAN})


def may_complete(phrase: Phrase) -> bool:
    """Whether a phrase may say what became of the number before it: cheap, and few do."""
    return not (phrase.numbers or phrase.depth or _TOLD.isdisjoint(phrase.sorts))


def completed_by(
    phrase: Phrase, before: tuple[Meant, ...], explained: bool, standing: Standing, scope: Scope
) -> Meant | None:
    """The number before a phrase that says what became of it (8件申请，依法予以公开), or None; see `may_complete`.

    ``explained``: strange words stand between (还有5件正在征求意见，将跨年办理): then it must be all that was left.
    """
    words = phrase.words
    if any(is_all(word) for word in words):
        return None
    told = [word for word in words if word.sort in _TOLD]
    plain = all(word.sort in _PLAIN or word in told for word in words)
    own = [word for word in before[-1].words if word.sort not in {Sense.STATES, Sense.THIS_YEAR, Sense.SELF}]
    if not told or not plain or any(word.sort not in {Sense.SUBJECT, Sense.NEUTRAL, Sense.JOINED} for word in own):
        return None
    if explained and not any(word.text in LEFT_OVER for word in own):
        return None
    said = [*own, *(word for word in words if word.sort is not Sense.ACT)]
    targets, _ = targets_of(before[-1].number, said, standing, scope)
    return before[-1]._replace(targets=targets, words=tuple(said)) if targets else None
