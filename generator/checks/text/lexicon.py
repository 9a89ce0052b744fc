"""The dictionary of running text: each word of the form, and each of the table of words, with what it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum, auto
from functools import cache, lru_cache
from typing import Any, NamedTuple

from generator.checks.text import words as w
from generator.checks.text.parts_of_speech import ADVERB, Known, words_from
from generator.form import keys
from generator.form.edition import Edition, key_form, walk
from generator.form.model import Item, Kind, Path


class Sort(StrEnum):
    """What a word does in a sentence."""

    SUBJECT = auto()  # value: the path of a row, figure, or joint sum, or (part three,) for applications
    QUALIFIER = auto()
    ACT = auto()  # value: an Act
    RESULT = auto()  # value: Part
    OUTCOME = auto()  # value: Part, its path the cell's key
    APPLICANT = auto()  # value: alternatives, each the keys of the columns it sums up
    CARRIED = auto()  # value: Act.CARRIED_OUT where the word itself says which way
    THIS_YEAR = auto()
    LAST_YEAR = auto()
    NEXT_YEAR = auto()
    OTHER_TIME = auto()
    PLAN = auto()
    COMPARED = auto()
    CHANGED = auto()
    SELF = auto()
    SCOPE = auto()
    OWN_LEVEL = auto()
    CHANNEL = auto()
    JOINED = auto()
    RESPECTIVELY = auto()
    EACH = auto()
    TOGETHER = auto()
    PART_OF = auto()
    STATES = auto()
    NEGATION = auto()
    FOREIGN = auto()
    PARTLY = auto()
    NEUTRAL = auto()
    UNKNOWN = auto()


class Act(StrEnum):
    """What is done to what is counted."""

    RECEIVED = auto()
    NEW = auto()
    HANDLED = auto()
    ANSWERED = auto()
    CARRIED_IN = auto()
    CARRIED_OUT = auto()
    ISSUED = auto()
    REPEALED = auto()
    IN_FORCE = auto()
    PUBLISHED = auto()


class Part(NamedTuple):
    """A place in a table; ``partial`` when the word may cover only some of what is counted there."""

    path: Path
    partial: bool = False


class Word(NamedTuple):
    """A word as found. Text that no word covers is one word of sort UNKNOWN."""

    sort: Sort
    value: Any
    text: str


Words = Mapping[str, Word]


class Lexicon:
    """Words by their text, cut from a text by the longest match."""

    __slots__ = ("_lengths", "_names", "_words")

    def __init__(self, words: Words) -> None:
        self._words = words
        self._names: Words = {}
        lengths: dict[str, set[int]] = {}
        for text in words:
            lengths.setdefault(text[0], set()).add(len(text))
        self._lengths = {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}

    def with_names(self, names: Iterable[str]) -> Lexicon:
        """The same with an agency's own names added."""
        new = Lexicon.__new__(Lexicon)
        own = {name: Word(Sort.SELF, None, name) for name in names if len(name) > 1 and name not in self._words}
        new._words, new._names = self._words, own  # kept apart: to copy the dictionary for each report takes time
        new._lengths = dict(self._lengths)
        for name in own:
            here = {*new._lengths.get(name[0], ()), len(name)}
            new._lengths[name[0]] = tuple(sorted(here, reverse=True))
        return new

    def cut(self, text: str) -> list[Word]:
        """The words of a text in order: of all ways to cut it the one whose words are the least rare together."""
        whole = self._words.get(text) or self._names.get(text)
        if whole is not None:
            return [whole]
        return list(self._steps(text))

    def _steps(self, text: str) -> Iterator[Word]:
        """The best words from each place on, found from the end to the beginning."""
        end = len(text)
        costs = [0] * (end + 1)
        best: list[Word] = [_NOTHING] * end
        lengths, words, names = self._lengths, self._words, self._names
        for at in range(end - 1, -1, -1):
            char = text[at]
            cost, choice = _STRAY + costs[at + 1], None
            for length in lengths.get(char, ()):
                if at + length > end:
                    continue
                word = words.get(text[at : at + length]) or names.get(text[at : at + length])
                if word is not None:
                    total = (_OWN if length > 1 else _SHORT) + costs[at + length]
                    if total < cost:
                        cost, choice = total, word
            for known in words_from(text[at : at + 2]) if at + 1 < end else ():
                stop = at + len(known.text)
                if stop <= end and known.rarity + costs[stop] < cost and text.startswith(known.text, at):
                    cost, choice = known.rarity + costs[stop], _common(known)
            costs[at] = cost
            best[at] = choice or _stray(char)
        at = 0
        while at < end:
            yield best[at]
            at += len(best[at].text)


_OWN, _SHORT, _STRAY = 6, 5, 18
"""How rare, in bits, a word of this dictionary is taken to be, one of a single character, and a character of no word:
so two words of ours win over a common one made of them, and a common word over one of ours with a stray beside it."""
_DENYING = "不未没无非勿"
_NOTHING = Word(Sort.UNKNOWN, None, "")


@lru_cache(maxsize=1 << 12)
def _common(known: Known) -> Word:
    """A word that only the list of common words has: adverbs and the like say nothing of what is counted."""
    says_nothing = known.kind == ADVERB and not any(char in _DENYING for char in known.text)
    return Word(Sort.NEUTRAL if says_nothing else Sort.UNKNOWN, known.kind, known.text)


@lru_cache(maxsize=1 << 12)
def _stray(char: str) -> Word:
    return Word(Sort.UNKNOWN, None, char)


@cache
def lexicon(edition: Edition) -> Lexicon:
    """The dictionary for an edition of the form; made once. Earlier entries win."""
    found: dict[str, Word] = {}
    for sort, value, text in _entries(edition):
        if text and text not in found:
            found[text] = Word(sort, value, text)
    return Lexicon(found)


Entry = tuple[Sort, Any, str]


def _entries(edition: Edition) -> Iterator[Entry]:
    yield from _results(edition)
    yield from _applicants(edition)
    yield from _subjects(edition)
    yield from _outcomes(edition)
    yield from _acts()
    yield from _plain()


def _named(item: Item) -> Iterator[tuple[str, bool]]:
    """The form's names for an item that mean it in running text, and whether each may cover only a part of it."""
    for name in (item.key, item.label, *item.variants, *item.spoken):
        text = key_form(name)
        if text and text not in w.TOO_BROAD:
            yield text, text in w.PARTIAL


def _results(edition: Edition) -> Iterator[Entry]:
    top = (keys.APPLICATIONS, keys.RESULTS)
    results = edition.find(top)
    for path, item in walk(results) if results else ():
        if item.kind is Kind.COUNT:
            continue
        for text, partial in _named(item):
            yield Sort.RESULT, Part((*top, *path), partial), text
        for text in w.FURTHER_RESULTS.get(item.key, "").split():
            yield Sort.RESULT, Part((*top, *path)), text
        for text in w.PARTIAL_RESULTS.get(item.key, "").split():
            yield Sort.RESULT, Part((*top, *path), partial=True), text


def _applicants(edition: Edition) -> Iterator[Entry]:
    row = edition.find((keys.APPLICATIONS, keys.RECEIVED))
    columns = row.children if row else ()
    legal = [column.key for column in columns[1:]]
    every = tuple(legal)
    for text in w.LEGAL_PERSONS.split():
        yield Sort.APPLICANT, (every, (legal[0],)), text
    for text in w.ENTERPRISES.split():
        yield Sort.APPLICANT, ((legal[0],), every), text
    for text in w.OTHER_LEGAL_PERSONS.split():
        yield Sort.APPLICANT, ((legal[-1],), every[1:], every), text
    for column in columns:
        for text, _ in _named(column):
            yield Sort.APPLICANT, ((column.key,),), text


_FURTHER_SUBJECTS = (
    (keys.REVIEWS, w.CASES, False),
    (keys.PROACTIVE, w.DOCUMENTS, False),
    (keys.PROACTIVE, w.NARROW_DECISIONS, False),
    (keys.PROACTIVE, w.DECISION_WORDS, True),
)
"""Table, further words for its rows, and whether they mean the row only where it was spoken of already."""


def _subjects(edition: Edition) -> Iterator[Entry]:
    for text in w.APPLICATION.split():
        yield Sort.SUBJECT, Part((keys.APPLICATIONS,)), text
    for text in w.WEAK_APPLICATION.split():
        yield Sort.SUBJECT, Part((keys.APPLICATIONS,), partial=True), text
    yield from _rows_and_sums(edition)
    for part_key, further, partial in _FURTHER_SUBJECTS:
        for key, texts in further.items():
            for text in texts.split():
                yield Sort.SUBJECT, Part((part_key, key), partial), text


def _rows_and_sums(edition: Edition) -> Iterator[Entry]:
    """The rows of tables 2 and 4, and the sums of several that have a name."""
    for part in (keys.PROACTIVE, keys.REVIEWS):
        table = edition.find((part,))
        for item in table.children if table else ():
            for text, _ in _named(item):
                yield Sort.SUBJECT, Part((part, item.key)), text
    for part_item, joint in edition.joint_sums:
        yield Sort.SUBJECT, Part((part_item.key, joint.key)), joint.key


def _outcomes(edition: Edition) -> Iterator[Entry]:
    table = edition.find((keys.REVIEWS,))
    for item in table.children[0].children if table else ():
        for text, partial in _named(item):
            yield Sort.OUTCOME, Part((item.key,), partial), text
        for text in w.FURTHER_OUTCOMES.get(item.key, "").split():
            yield Sort.OUTCOME, Part((item.key,)), text
        for text in w.PARTIAL_OUTCOMES.get(item.key, "").split():
            yield Sort.OUTCOME, Part((item.key,), partial=True), text


_ACTS = (
    (Act.NEW, w.NEW),
    (Act.RECEIVED, w.RECEIVED),
    (Act.HANDLED, w.HANDLED),
    (Act.ANSWERED, w.ANSWERED),
    (Act.ISSUED, w.ISSUED),
    (Act.REPEALED, w.REPEALED),
    (Act.IN_FORCE, w.IN_FORCE),
    (Act.PUBLISHED, w.PUBLISHED),
)
_PLAIN = (
    (Sort.QUALIFIER, w.QUALIFIER),
    (Sort.CARRIED, w.CARRIED),
    (Sort.LAST_YEAR, w.LAST_YEAR),
    (Sort.NEXT_YEAR, w.NEXT_YEAR),
    (Sort.THIS_YEAR, w.THIS_YEAR),
    (Sort.OTHER_TIME, w.OTHER_TIME),
    (Sort.PLAN, w.PLANS),
    (Sort.COMPARED, w.COMPARED),
    (Sort.CHANGED, w.CHANGED),
    (Sort.SELF, w.SELF),
    (Sort.SCOPE, w.SCOPE),
    (Sort.OWN_LEVEL, w.OWN_LEVEL),
    (Sort.CHANNEL, w.CHANNELS),
    (Sort.RESPECTIVELY, w.RESPECTIVELY),
    (Sort.EACH, w.EACH),
    (Sort.TOGETHER, w.TOGETHER),
    (Sort.PART_OF, w.PART_OF),
    (Sort.STATES, w.STATES),
    (Sort.NEGATION, w.NEGATIONS),
    (Sort.JOINED, w.JOINED),
    (Sort.FOREIGN, w.FOREIGN),
    (Sort.PARTLY, w.PARTLY),
    (Sort.NEUTRAL, w.EVERYBODY),
    (Sort.NEUTRAL, w.NEUTRAL),
)


def _acts() -> Iterator[Entry]:
    for act, texts in _ACTS:
        for text in texts.split():
            yield Sort.ACT, act, text


def _plain() -> Iterator[Entry]:
    for place in sorted(w.PLACES):
        yield Sort.SCOPE, place, f"全{place}"
        yield Sort.SELF, place, f"我{place}"
        yield Sort.SELF, place, f"本{place}"
    for text in w.UNFINISHED.split():
        yield Sort.CARRIED, Act.CARRIED_OUT, text
    for sort, texts in _PLAIN:
        for text in texts.split():
            yield sort, None, text
