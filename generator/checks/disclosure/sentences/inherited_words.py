"""What the words of a number take over from the numbers told before it: the verb, the whole of which it is a part."""

from __future__ import annotations

from generator.checks.disclosure.sentences.discourse import Standing
from generator.checks.disclosure.sentences.lexicon import Act, Part, Sense, Word
from generator.checks.disclosure.sentences.phrases import Phrase
from generator.checks.disclosure.sentences.words import PLAIN_RESULTS
from generator.form import keys


def with_last_act(words: list[Word], standing: Standing) -> list[Word]:
    """自然人12件 after 收到16件 are of those received."""
    sorts = {word.sort for word in words}
    acts = [word for word in words if word.sort is Sense.ACT]
    if standing.among_whole and not _below_whole(words, standing):
        return []
    if acts and standing.opened and not sorts & {Sense.RESULT, Sense.CARRIED}:
        return words if {word.value for word in acts} <= {Act.PUBLISHED} else []
    if acts:
        standing.last_act = acts[-1] if not sorts & {Sense.RESULT, Sense.CARRIED} else standing.last_act
    elif Sense.APPLICANT in sorts and not sorts & {Sense.RESULT, Sense.CARRIED}:
        if standing.opened or standing.by_kinds or any(word.text.startswith("申请人") for word in words):
            return [*words, *standing.whole] if standing.whole else words
        return [*words, standing.last_act] if standing.last_act else words
    return words


def with_outcome(words: list[Word], phrase: Phrase, standing: Standing) -> list[Word]:
    """行政复议3件 after 结果维持的共5件，其中 are of those upheld."""
    outcome = next((word for word in words if word.sort is Sense.OUTCOME), None)
    cases = any(word.sort is Sense.SUBJECT and word.value.path[0] == keys.REVIEWS for word in words)
    if outcome is not None or not cases:
        standing.outcome = outcome
        return words
    return [*words, standing.outcome] if standing.outcome and Sense.PART_OF in phrase.sorts else words


def _below_whole(words: list[Word], standing: Standing) -> bool:
    """Whether the results that words name lie within the one whose cases are told (部分公开的5件中，…)."""
    whole = [word.value.path for word in standing.whole if word.sort is Sense.RESULT]
    here = [word.value.path for word in words if word.sort is Sense.RESULT]
    return not whole or all(path[: len(above)] == above for path in here for above in whole)


def exact_in_list(words: list[Word], standing: Standing) -> list[Word]:
    """In a list of results 全部公开 beside 部分公开 is all of 予以公开, not a part of it."""
    if not standing.lists_results:
        return words
    return [
        w._replace(value=Part(w.value.path)) if w.sort is Sense.RESULT and w.text in PLAIN_RESULTS else w for w in words
    ]
