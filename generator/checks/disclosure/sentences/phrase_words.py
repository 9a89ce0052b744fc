"""What the words of a phrase say by themselves, whatever was said before."""

from __future__ import annotations

from itertools import pairwise

from generator.checks.disclosure.sentences.lexicon import Sense, Word
from generator.checks.disclosure.sentences.number_context import CONCEPTS
from generator.form import keys
from generator.form.model import Path

APPLICATIONS: Path = (keys.APPLICATIONS,)
_STOCKS = frozenset({keys.REGULATIONS, keys.NORMATIVE_DOCUMENTS})


def are_last_years(words: list[Word], after: list[Word]) -> bool:
    """Whether what was carried in is named as what is told of: 上年结转的2件申请…，一件予以公开."""
    named = any(word.sort is Sense.SUBJECT and word.value.path == APPLICATIONS for word in after[:1])
    return named and any(word.sort is Sense.LAST_YEAR for word in words)


def of_another_kind(words: list[Word]) -> bool:
    """Whether applications of a kind that no list knows are told of (消防验收申请77件): what follows is of these."""
    return any(
        word.sort is Sense.SUBJECT
        and word.value.partial
        and word.value.path == APPLICATIONS
        and before.sort is Sense.UNKNOWN
        for before, word in pairwise(words)
    )


def of_stock(words: list[Word]) -> bool:
    """Whether words name documents, of which a total since whenever is told as often as that of a year."""
    return any(
        word.sort is Sense.SUBJECT and len(word.value.path) > 1 and word.value.path[1] in _STOCKS for word in words
    )


def is_part(words: list[Word]) -> bool:
    """Whether 其中 stands among the words."""
    return any(word.sort is Sense.PART_OF for word in words)


def taken_in(words: list[Word]) -> list[Word]:
    """The result that a bracket says is counted too (同意公开（含部分公开）): told together with that before it."""
    results = [word for word in words if word.sort is Sense.RESULT]
    if not words or words[0].sort is not Sense.PART_OF or len(results) != len(words) - 1:
        return []
    return [Word(Sense.JOINED, None, ""), *results, Word(Sense.TOGETHER, None, "")]


def subjects_in(words: list[Word]) -> list[Path]:
    """What the words name, each once; applications are only a qualifier of the cases brought over them."""
    found = list(dict.fromkeys([word.value.path for word in words if word.sort is Sense.SUBJECT]))
    if len(found) > 1 and APPLICATIONS in found and any(path[0] == keys.REVIEWS for path in found):
        found.remove(APPLICATIONS)
    return found


def without_qualifiers(words: list[Word]) -> list[Word]:
    """The words, 政府信息公开申请 left out where it only says what 复议 and 诉讼 are about."""
    subjects = subjects_in(words)
    return [w for w in words if w.sort is not Sense.SUBJECT or w.value.path in subjects]


def without_wider(words: list[Word]) -> list[Word]:
    """The words without results that only name the group of another (因不掌握无法提供 is 不掌握)."""
    paths = {word.value.path for word in words if word.sort is Sense.RESULT}
    if len(paths) < 2:
        return words
    wider = {path for path in paths if any(p != path and p[: len(path)] == path for p in paths)}
    return [word for word in words if word.sort is not Sense.RESULT or word.value.path not in wider]


def names_office(words: list[Word]) -> bool:
    """Whether a government's office is the first that a phrase names: what follows is told of it (县政府办公室…，)."""
    named = next((word for word in words if word.sort not in {Sense.THIS_YEAR, Sense.NEUTRAL}), None)
    return named is not None and named.sort is Sense.OWN_LEVEL and named.text.endswith(("办", "办公室", "本级"))


def names_area(word: Word) -> bool:
    """Whether it says that a whole area is spoken of (全县, 各级行政机关): for its government all there is."""
    return word.sort is Sense.SCOPE and (bool(word.value) or word.text.startswith("各级"))


def says_something(words: list[Word]) -> bool:
    """Whether any word says what is counted."""
    return any(word.sort in CONCEPTS for word in words)
