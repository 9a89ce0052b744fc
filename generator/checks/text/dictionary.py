"""The dictionary for an edition of the form: what each of its words, and each of the table of words, stands for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.checks.text import words as w
from generator.checks.text.lexicon import Act, Lexicon, Part, Sort, Word
from generator.form import keys
from generator.form.edition import Edition, key_form, walk
from generator.form.model import Item, Kind


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
    (keys.PROACTIVE, w.DECISION_PAPERS, False),
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
