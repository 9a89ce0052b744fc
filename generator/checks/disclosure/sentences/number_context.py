"""The words that belong to each number of a phrase: those before it, and the noun or verb right after it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.checks.disclosure.sentences.lexicon import Sense, Word
from generator.checks.disclosure.sentences.phrases import Phrase
from generator.checks.disclosure.sentences.words import ALL

CONCEPTS = frozenset({Sense.SUBJECT, Sense.ACT, Sense.RESULT, Sense.OUTCOME, Sense.APPLICANT, Sense.CARRIED})
"""The sorts of words that say what is counted."""
STRANGE = frozenset({Sense.UNKNOWN, Sense.FOREIGN, Sense.CHANNEL, Sense.PARTLY})
"""Words that make a number speak of something narrower than any figure, or of something else."""
REASONS = frozenset({"因", "因为", "由于", "鉴于", "考虑到"})
"""Behind one of these stands why, and not what is counted."""
_YEARS = frozenset({Sense.NEXT_YEAR, Sense.LAST_YEAR, Sense.THIS_YEAR})
_NOUNS = frozenset({Sense.SUBJECT, Sense.APPLICANT, Sense.NEUTRAL, Sense.QUALIFIER, Sense.STATES})


def has_concept(words: Iterable[Word]) -> bool:
    """Whether the words say what is counted."""
    return any(word.sort in CONCEPTS for word in words)


def sides(phrase: Phrase) -> list[tuple[list[Word], list[Word]]]:
    """For each number the words before and after it; between two numbers the first joining word parts them."""
    if not phrase.numbers:
        return []
    befores: list[list[Word]] = []
    afters: list[list[Word]] = []
    last = len(phrase.groups) - 1
    for index, group in enumerate(phrase.groups):
        if index == 0:
            befores.append(group)
        elif index == last:
            afters.append(group)
        else:
            after, before = _parted(group)
            afters.append(after)
            befores.append(before)
    return list(zip(befores, afters, strict=True))


def _parted(group: list[Word]) -> tuple[list[Word], list[Word]]:
    for at, word in enumerate(group):
        if word.sort is Sense.JOINED:
            return group[:at], group[at + 1 :]
    return [], group


def noun_after(after: list[Word]) -> list[Word] | None:
    """The noun that a number counts when it follows it (16件申请); None when that noun is strange."""
    taken: list[Word] = []
    for word in after:
        if word.sort in STRANGE:
            return None if not any(w.sort is Sense.SUBJECT for w in taken) else taken
        if word.sort not in _NOUNS:
            break
        taken.append(word)
    return [word for word in taken if word.sort in {Sense.SUBJECT, Sense.APPLICANT}]


def is_all(word: Word) -> bool:
    """Whether a word speaks of all: 均, 都, 全部."""
    return word.sort is Sense.EACH or word.text in ALL


def said_after(after: list[Word], *, alone: bool = False) -> list[Word] | None:
    """What is said of a number after it (3件不予公开, 1件结转下年度); None when that is strange.

    ``alone``: nothing but 有 stands before the number; which ones are meant is then told behind (2件申请所涉信息…).
    """
    taken: list[Word] = []
    for word in after:
        if word.sort in STRANGE or word.sort is Sense.NEGATION:
            return taken if _only_noun(taken) and not alone else None
        if word.text in REASONS:
            return None if alone and _only_noun(taken) else taken
        if is_all(word) and taken:
            break
        if word.sort in CONCEPTS or word.sort in _YEARS or word.sort is Sense.JOINED:
            taken.append(word)
    return taken


def _only_noun(words: list[Word]) -> bool:
    return bool(words) and words[0].sort is Sense.SUBJECT
