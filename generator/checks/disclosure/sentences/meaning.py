"""What each number of a phrase speaks of, from the words around it and what the text takes for granted there."""

from __future__ import annotations

from typing import NamedTuple

from generator.checks.disclosure.sentences.discourse import TIMES, Standing
from generator.checks.disclosure.sentences.figure_refs import FigureRef
from generator.checks.disclosure.sentences.inherited_words import exact_in_list, with_last_act, with_outcome
from generator.checks.disclosure.sentences.lexicon import Act, Part, Sense, Word
from generator.checks.disclosure.sentences.number_context import has_concept, sides
from generator.checks.disclosure.sentences.number_words import (
    Scope,
    blocked,
    divide,
    less_narrow,
    of_one_person,
    risen,
    rises_from,
    words_of,
)
from generator.checks.disclosure.sentences.numbers import MONEY_UNITS, Number
from generator.checks.disclosure.sentences.phrase_words import (
    APPLICATIONS,
    says_something,
    subjects_in,
    without_qualifiers,
    without_wider,
)
from generator.checks.disclosure.sentences.phrases import CLOSING, Phrase
from generator.checks.disclosure.sentences.readings import DECISION, RECEIVED, RESULT, Target, target_of
from generator.checks.disclosure.sentences.some_only import is_one_of_them, names_one_kind, of_some
from generator.checks.disclosure.sentences.widened import limited, or_of_all, totted
from generator.checks.disclosure.sentences.words import CARRYING_OUT
from generator.form import keys
from generator.form.edition import Edition
from generator.form.model import FIGURES, Kind, Path

_LISTED = (Sense.SUBJECT, Sense.RESULT, Sense.OUTCOME, Sense.APPLICANT)


class Meant(NamedTuple):
    """A number with what it speaks of. ``words`` are those it was judged by; ``own_level``: of the own office only."""

    number: Number
    targets: tuple[Target, ...]
    words: tuple[Word, ...]
    own_level: bool = False


def meanings(phrase: Phrase, standing: Standing, scope: Scope) -> list[Meant]:
    """All numbers of the phrase in order; ``targets`` is empty for what speaks of no table figure."""
    standing.reach(phrase.start)
    if not _LINKING.isdisjoint(phrase.sorts):
        standing.link(phrase.words)
    partial = Sense.PART_OF in phrase.sorts
    if partial and not phrase.numbers:
        standing.open(phrase.words)
    if phrase.mark and phrase.mark in CLOSING:
        standing.pending = standing.outside
    if (lists := _distributed(phrase, standing, scope)) is not None:
        return lists
    found: list[Meant] = []
    subject: Path | None = None
    timeless = TIMES.isdisjoint(phrase.sorts)
    alone = bool(phrase.numbers) and of_one_person(phrase)
    for index, (number, (left, after)) in enumerate(zip(phrase.numbers, sides(phrase), strict=True)):
        before = risen(left, phrase, index)
        if partial:
            standing.open(before)
        elsewhen = standing.is_elsewhen if timeless and before is left else standing.time_of(before)
        elsewhen = elsewhen or rises_from(phrase, index)
        counts = not (elsewhen or alone or is_one_of_them(number, before))
        words = words_of(number, before, after, standing, scope) if counts else None
        words = words and with_outcome(words, phrase, standing)
        targets, subject = targets_of(number, words or [], standing, scope)
        targets = targets if standing.this_year else totted(targets, words or [])
        limits = () if elsewhen or words is not None else _limits(number, before, after, standing, scope)
        targets = of_some(targets, words or [], before, bool(limits), standing)
        found.append(Meant(number, targets or limits, tuple(words or before), _own_level(before, scope)))
        divide(number, before, phrase.groups[index + 1], standing)
        standing.counted(words or [], targets[0].code if targets else "", phrase.groups[index + 1])
        if subject:
            standing.subject = subject
    standing.of_one_kind |= not (phrase.numbers or standing.counts_all) and names_one_kind(phrase.words)
    if not timeless and (phrase.numbers or not standing.is_reason(phrase.words)):
        standing.time_of(phrase.groups[-1])
    standing.after(phrase, subject)
    return found


_LINKING = frozenset({Sense.SUBJECT, Sense.QUALIFIER, Sense.ACT, Sense.NEUTRAL, Sense.UNKNOWN})
"""The sorts of words that a text goes on with; DECIDING are words of the last two."""


_NO_SIFTING = frozenset({Act.ISSUED, Act.IN_FORCE})
"""What is said to have been issued, or to be in force, is no number of those looked through."""


def _limits(
    number: Number, before: list[Word], after: list[Word], standing: Standing, scope: Scope
) -> tuple[Target, ...]:
    """What a number of some only (those that came by a way, or of one person) cannot exceed."""
    fewer = less_narrow(before)
    words = words_of(number, fewer, after, standing, scope) if fewer is not None else None
    if not words:
        return ()
    kept = standing.last_act
    targets, _ = targets_of(number, words, standing, scope)
    standing.last_act = kept
    return limited(tuple(target for target in targets if target.code in {RECEIVED, RESULT}))


def _own_level(words: list[Word], scope: Scope) -> bool:
    return scope.whole and any(word.sort is Sense.OWN_LEVEL for word in words)


def targets_of(
    number: Number, words: list[Word], standing: Standing, scope: Scope
) -> tuple[tuple[Target, ...], Path | None]:
    """What the words say is counted, and the subject they speak of."""
    words = exact_in_list(with_last_act(without_wider(without_qualifiers(words)), standing), standing)
    sorts = [word.sort for word in words]
    listed = [s for s in _LISTED if sorts.count(s) > 1 and len({_thing(w) for w in words if w.sort is s}) > 1]
    if len(listed) > 1:
        return (), None
    if listed and not _same_subject(words, listed[0]):
        return _joint(number, words, listed[0], standing, scope), None
    subject = _subject(words, standing)
    if subject is None:
        return (), None
    if _of_documents(subject, words, standing, scope.edition) or not _counts(number, subject, words, scope.edition):
        return (), subject
    target = or_of_all(target_of(subject, words, scope.edition), subject, words, standing, scope.edition)
    if target and number.unit == "件次" and target.code != RECEIVED:
        return (), subject
    return ((target,) if target else ()), subject


def _of_documents(subject: Path, words: list[Word], standing: Standing, edition: Edition) -> bool:
    """Whether the number counts documents sorted or looked through, not what was applied for, issued or in force."""
    if subject == APPLICATIONS:
        return standing.sorts_documents and not any(word.sort is Sense.ACT for word in words)
    if subject[0] != keys.PROACTIVE:
        return False
    if any(word.sort is Sense.SUBJECT for word in words) and any(word.value in _NO_SIFTING for word in words):
        return False
    named = next((at for at, word in enumerate(words) if word.sort is Sense.SUBJECT), 0)
    if named and words[named - 1].text == "对" and not _is_decision(subject, edition):
        return True  # 对9件规范性文件进行审核: what is done with them is no issuing
    return standing.publishing if _is_decision(subject, edition) else standing.sifts_documents


def _thing(word: Word) -> object:
    """What a listed word means: two words for one place (逾期未补正、视为放弃) are no two things."""
    return word.value.path if isinstance(word.value, Part) else word.value


def _same_subject(words: list[Word], sort: Sense) -> bool:
    return sort is Sense.SUBJECT and len(subjects_in(words)) == 1


def _is_decision(subject: Path, edition: Edition) -> bool:
    item = edition.find(subject)
    return item is not None and item.kind is Kind.COUNT


def _subject(words: list[Word], standing: Standing) -> Path | None:
    """What the words are about: what they name, or what the text was about."""
    named = [word.value for word in words if word.sort is Sense.SUBJECT]
    if named:
        return _allowed(named[-1].path, all(part.partial for part in named), standing)
    sorts = {word.sort for word in words}
    if sorts & {Sense.RESULT, Sense.APPLICANT, Sense.CARRIED}:
        return APPLICATIONS if APPLICATIONS in standing.near else None
    if Sense.OUTCOME in sorts:
        about_cases = standing.subject and standing.subject[0] == keys.REVIEWS and not standing.others_cases
        return standing.subject if about_cases else None
    others = standing.others_cases and standing.subject and standing.subject[0] == keys.REVIEWS
    return standing.subject if Sense.ACT in sorts and not others else None


def _allowed(path: Path, weak: bool, standing: Standing) -> Path | None:
    """A bare 申请 must be about information already; 复议 and 诉讼 must be about its disclosure."""
    if path == APPLICATIONS:
        return None if weak and APPLICATIONS not in standing.near else path
    if path[0] == keys.REVIEWS:
        own = standing.linked and not standing.others_cases
        return path if own and standing.among in {None, path} else None
    return None if weak and path not in standing.near else path


def _counts(number: Number, subject: Path, words: list[Word], edition: Edition) -> bool:
    """Whether the number's unit is one in which the subject is counted: decisions in 次 where they are carried out."""
    item = edition.find(subject)
    if item is not None and item.kind is Kind.AMOUNT:
        return number.unit in MONEY_UNITS
    if item is not None and item.kind in FIGURES and number.unit in {"条", "次"}:
        return number.unit == "次" and any(word.text in CARRYING_OUT for word in words)
    return number.is_count or (subject == APPLICATIONS and number.unit in {"项", "件次"})


# --- several at once -------------------------------------------------------------------------------------------------


def _joint(number: Number, words: list[Word], sort: Sense, standing: Standing, scope: Scope) -> tuple[Target, ...]:
    """Several things with one number: each has it (各, 均, or none at all), or all together."""
    found = [_one_of(number, member, standing, scope) for member in _members(words, sort)]
    targets = [target for target in found if target is not None]
    if len(targets) != len(found) or len({target.code for target in targets}) != 1:
        return ()
    if any(word.sort is Sense.EACH for word in words) or not number.value:
        return tuple(targets)
    if all(len(target.readings) == 1 or target.code != DECISION for target in targets):
        return (_together(targets, alone=not any(word.sort is Sense.TOGETHER for word in words)),)
    return ()


def _members(words: list[Word], sort: Sense) -> list[list[Word]]:
    """The words once for each thing listed, the others of the list left out."""
    listed = list(dict.fromkeys(word.value for word in words if word.sort is sort))
    return [[word for word in words if word.sort is not sort or word.value == value] for value in listed]


def _one_of(number: Number, words: list[Word], standing: Standing, scope: Scope) -> Target | None:
    subject = _subject(words, standing)
    if subject is None or not _counts(number, subject, words, scope.edition):
        return None
    return target_of(subject, words, scope.edition)


def _together(targets: list[Target], alone: bool) -> Target:
    """The sum of all; without 共 the number may also belong to one of them alone."""
    sums = [
        FigureRef(tuple(path for reading in readings for path in reading.plus))
        for readings in zip(*(target.readings for target in targets), strict=False)
    ]
    single = [reading for target in targets for reading in target.readings] if alone else []
    return Target(targets[0].code, (*sums, *single))


def _distributed(phrase: Phrase, standing: Standing, scope: Scope) -> list[Meant] | None:
    """甲、乙分别为3件、2件: each number to its member; None when the phrase is not built like that."""
    if Sense.RESPECTIVELY not in phrase.sorts:
        return None
    at = next((i for i, group in enumerate(phrase.groups[:-1]) if _ends_respectively(group)), None)
    if at is None or any(has_concept(group) for group in phrase.groups[at + 1 : -1]):
        return None
    head = phrase.groups[at] if says_something(phrase.groups[at]) else [*standing.pending, *phrase.groups[at]]
    members = _split(head)
    numbers = phrase.numbers[at:]
    unit = numbers[-1].unit
    elsewhen = standing.time_of(head)
    fits = len(members) == len(numbers) and at == 0 and not elsewhen and not blocked(head, scope)
    subjects = subjects_in(head)
    found = []
    for index, number in enumerate(phrase.numbers):
        words = _completed(members[index], subjects) if fits else []
        target = _one_of(number._replace(unit=number.unit or unit), words, standing, scope) if words else None
        found.append(Meant(number, (target,) if target else (), tuple(words), _own_level(head, scope)))
    standing.after(phrase, None)
    return found


def _ends_respectively(group: list[Word]) -> bool:
    """Whether 分别 stands at the end of the words, before nothing but 为 or 是."""
    for word in reversed(group):
        if word.sort is Sense.RESPECTIVELY:
            return True
        if word.sort not in {Sense.STATES, Sense.NEUTRAL, Sense.ACT}:
            return False
    return False


def _split(words: list[Word]) -> list[list[Word]]:
    """The members of a list; filler words make none."""
    members: list[list[Word]] = [[]]
    for word in words:
        if word.sort is Sense.JOINED:
            members.append([])
        else:
            members[-1].append(word)
    return [member for member in members if says_something(member)]


def _completed(member: list[Word], subjects: list[Path]) -> list[Word]:
    """A member of a list with the subject that only one of the list names."""
    if any(word.sort is Sense.SUBJECT for word in member) or len(subjects) != 1:
        return without_qualifiers(member)
    return [Word(Sense.SUBJECT, Part(subjects[0]), ""), *member]
