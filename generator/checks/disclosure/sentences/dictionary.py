"""The dictionary for an edition of the form: what each of its words, and each of the table of words, stands for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.checks.disclosure.sentences import words as w
from generator.checks.disclosure.sentences.lexicon import Act, Lexicon, Part, Sense, Word
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


Entry = tuple[Sense, Any, str]


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
            yield Sense.RESULT, Part((*top, *path), partial), text
        for text in w.FURTHER_RESULTS.get(item.key, "").split():
            yield Sense.RESULT, Part((*top, *path)), text
        for text in w.PARTIAL_RESULTS.get(item.key, "").split():
            yield Sense.RESULT, Part((*top, *path), partial=True), text


def _applicants(edition: Edition) -> Iterator[Entry]:
    row = edition.find((keys.APPLICATIONS, keys.RECEIVED))
    columns = row.children if row else ()
    legal = [column.key for column in columns[1:]]
    every = tuple(legal)
    for text in w.LEGAL_PERSONS.split():
        yield Sense.APPLICANT, (every, (legal[0],)), text
    for text in w.ENTERPRISES.split():
        yield Sense.APPLICANT, ((legal[0],), every), text
    for text in w.OTHER_LEGAL_PERSONS.split():
        yield Sense.APPLICANT, ((legal[-1],), every[1:], every), text
    for column in columns:
        for text, _ in _named(column):
            yield Sense.APPLICANT, ((column.key,),), text


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
        yield Sense.SUBJECT, Part((keys.APPLICATIONS,)), text
    for text in w.WEAK_APPLICATION.split():
        yield Sense.SUBJECT, Part((keys.APPLICATIONS,), partial=True), text
    yield from _rows_and_sums(edition)
    for part_key, further, partial in _FURTHER_SUBJECTS:
        for key, texts in further.items():
            for text in texts.split():
                yield Sense.SUBJECT, Part((part_key, key), partial), text


def _rows_and_sums(edition: Edition) -> Iterator[Entry]:
    """The rows of tables 2 and 4, and the sums of several that have a name."""
    for part in (keys.PROACTIVE, keys.REVIEWS):
        table = edition.find((part,))
        for item in table.children if table else ():
            for text, _ in _named(item):
                yield Sense.SUBJECT, Part((part, item.key)), text
    for part_item, joint in edition.joint_sums:
        yield Sense.SUBJECT, Part((part_item.key, joint.key)), joint.key


def _outcomes(edition: Edition) -> Iterator[Entry]:
    table = edition.find((keys.REVIEWS,))
    for item in table.children[0].children if table else ():
        for text, partial in _named(item):
            yield Sense.OUTCOME, Part((item.key,), partial), text
        for text in w.FURTHER_OUTCOMES.get(item.key, "").split():
            yield Sense.OUTCOME, Part((item.key,)), text
        for text in w.PARTIAL_OUTCOMES.get(item.key, "").split():
            yield Sense.OUTCOME, Part((item.key,), partial=True), text


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
    (Sense.QUALIFIER, w.QUALIFIER),
    (Sense.CARRIED, w.CARRIED),
    (Sense.LAST_YEAR, w.LAST_YEAR),
    (Sense.NEXT_YEAR, w.NEXT_YEAR),
    (Sense.THIS_YEAR, w.THIS_YEAR),
    (Sense.OTHER_TIME, w.OTHER_TIME),
    (Sense.PLAN, w.PLANS),
    (Sense.COMPARED, w.COMPARED),
    (Sense.CHANGED, w.CHANGED),
    (Sense.SELF, w.SELF),
    (Sense.SCOPE, w.SCOPE),
    (Sense.OWN_LEVEL, w.OWN_LEVEL),
    (Sense.CHANNEL, w.CHANNELS),
    (Sense.RESPECTIVELY, w.RESPECTIVELY),
    (Sense.EACH, w.EACH),
    (Sense.TOGETHER, w.TOGETHER),
    (Sense.PART_OF, w.PART_OF),
    (Sense.STATES, w.STATES),
    (Sense.NEGATION, w.NEGATIONS),
    (Sense.JOINED, w.JOINED),
    (Sense.FOREIGN, w.FOREIGN),
    (Sense.PARTLY, w.PARTLY),
    (Sense.NEUTRAL, w.EVERYBODY),
    (Sense.NEUTRAL, w.NEUTRAL),
)


def _acts() -> Iterator[Entry]:
    for act, texts in _ACTS:
        for text in texts.split():
            yield Sense.ACT, act, text


def _plain() -> Iterator[Entry]:
    for place in sorted(w.PLACES):
        yield Sense.SCOPE, place, f"全{place}"
        for bodies in w.ALL_BODIES.split():
            yield Sense.SCOPE, place, f"全{place}{bodies}"
            yield from ((Sense.SCOPE, place, f"{place}政府{joined}{bodies}") for joined in w.WITH_BODIES)
        yield Sense.SELF, place, f"我{place}"
        yield Sense.SELF, place, f"本{place}"
    for text in w.UNFINISHED.split():
        yield Sense.CARRIED, Act.CARRIED_OUT, text
    for sort, texts in _PLAIN:
        for text in texts.split():
            yield sort, None, text
