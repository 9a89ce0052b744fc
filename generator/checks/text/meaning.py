"""What each number of a phrase speaks of, from the words around it and what the text takes for granted there."""

from __future__ import annotations

from typing import NamedTuple

from generator.checks.text.facts import Reading
from generator.checks.text.lexicon import Part, Sort, Word
from generator.checks.text.numbers import MONEY_UNITS, Number
from generator.checks.text.phrases import Phrase
from generator.checks.text.readings import DECISION, Target, target_of
from generator.checks.text.sides import STRANGE, has_concept, noun_after, said_after, sides
from generator.checks.text.standing import APPLICATIONS, Standing, says_something, subjects_in, without_qualifiers
from generator.form import keys
from generator.form.edition import Edition
from generator.form.model import FIGURES, Kind, Path

_NARROWING = STRANGE | {Sort.CHANGED, Sort.COMPARED, Sort.PLAN, Sort.NEGATION}
_LISTED = (Sort.SUBJECT, Sort.RESULT, Sort.OUTCOME, Sort.APPLICANT)


class Scope(NamedTuple):
    """Whose work the tables cover: the ``whole`` area's (a government) or one body's (a government's ``office``)."""

    edition: Edition
    whole: bool
    office: bool


class Meant(NamedTuple):
    """A number with what it speaks of. ``words`` are those it was judged by; ``own_level``: of the own office only."""

    number: Number
    targets: tuple[Target, ...]
    words: tuple[Word, ...]
    own_level: bool = False


def meanings(phrase: Phrase, standing: Standing, scope: Scope) -> list[Meant]:
    """All numbers of the phrase in order; ``targets`` is empty for what speaks of no table figure."""
    standing.link(phrase.words)
    if (lists := _distributed(phrase, standing, scope)) is not None:
        return lists
    found: list[Meant] = []
    subject: Path | None = None
    for number, (before, after) in zip(phrase.numbers, sides(phrase), strict=True):
        elsewhen = standing.time_of(before)
        words = None if elsewhen else _words_of(number, before, after, standing, scope)
        targets, subject = _targets(number, words or [], standing, scope)
        found.append(Meant(number, targets, tuple(words or before), _own_level(before, scope)))
        if subject:
            standing.subject = subject
    standing.time_of(phrase.groups[-1])
    standing.after(phrase, subject)
    return found


def _own_level(words: list[Word], scope: Scope) -> bool:
    return scope.whole and any(word.sort is Sort.OWN_LEVEL for word in words)


def _blocked(words: list[Word], scope: Scope) -> bool:
    """Whether the words make a number speak of something narrower or wider than the tables."""
    for word in words:
        if word.sort in _NARROWING:
            return True
        if word.sort is Sort.SCOPE and not scope.whole:
            return True
        if word.sort is Sort.SELF and word.value and not (scope.whole or scope.office):
            return True
        if word.sort is Sort.OWN_LEVEL and not (scope.whole or scope.office):
            return True
    return False


def _words_of(
    number: Number, before: list[Word], after: list[Word], standing: Standing, scope: Scope
) -> list[Word] | None:
    """The words that say what the number counts; None when they say something the tables do not hold."""
    if _blocked(before, scope) or not (number.unit or _stated(before)):
        return None
    if not has_concept(before):
        said = said_after(after)
        if said is None:
            return None
        if says_something(said):
            return [*before, *said]
        return [*standing.pending, *before] if _may_go_on(standing.pending, scope) else None
    if any(word.sort is Sort.SUBJECT for word in before):
        more = said_after(after)
        bare = not any(word.sort in {Sort.ACT, Sort.RESULT, Sort.CARRIED, Sort.OUTCOME} for word in before)
        carried = more and any(word.sort in {Sort.CARRIED, Sort.RESULT} for word in more)
        return [*before, *more] if bare and more and carried else before
    noun = noun_after(after)
    return None if noun is None else [*before, *noun]


def _stated(before: list[Word]) -> bool:
    return bool(before) and before[-1].sort is Sort.STATES


def _may_go_on(pending: list[Word], scope: Scope) -> bool:
    """Whether 共16件 may speak of what the phrase before named without a number."""
    return says_something(pending) and not _blocked(pending, scope)


def _targets(
    number: Number, words: list[Word], standing: Standing, scope: Scope
) -> tuple[tuple[Target, ...], Path | None]:
    """What the words say is counted, and the subject they speak of."""
    words = _with_last_act(without_qualifiers(words), standing)
    listed = [sort for sort in _LISTED if len({w.value for w in words if w.sort is sort}) > 1]
    if len(listed) > 1:
        return (), None
    if listed and not _same_subject(words, listed[0]):
        return _joint(number, words, listed[0], standing, scope), None
    subject = _subject(words, standing)
    if subject is None:
        return (), None
    if _of_documents(subject, words, standing, scope.edition) or not _counts(number, subject, scope.edition):
        return (), subject
    target = target_of(subject, words, scope.edition)
    return ((target,) if target else ()), subject


def _of_documents(subject: Path, words: list[Word], standing: Standing, edition: Edition) -> bool:
    """Whether the number counts documents sorted or looked through, not what was applied for, issued or in force."""
    if subject == APPLICATIONS:
        return standing.sorts_documents and not any(word.sort is Sort.ACT for word in words)
    if subject[0] != keys.PROACTIVE:
        return False
    return standing.publishing if _is_decision(subject, edition) else standing.sifts_documents


def _with_last_act(words: list[Word], standing: Standing) -> list[Word]:
    """自然人12件 after 收到16件 are of those received."""
    sorts = {word.sort for word in words}
    if acts := [word for word in words if word.sort is Sort.ACT]:
        standing.last_act = acts[-1] if not sorts & {Sort.RESULT, Sort.CARRIED} else standing.last_act
    elif Sort.APPLICANT in sorts and standing.last_act and not sorts & {Sort.RESULT, Sort.CARRIED}:
        return [*words, standing.last_act]
    return words


def _same_subject(words: list[Word], sort: Sort) -> bool:
    return sort is Sort.SUBJECT and len(subjects_in(words)) == 1


def _is_decision(subject: Path, edition: Edition) -> bool:
    item = edition.find(subject)
    return item is not None and item.kind is Kind.COUNT


def _subject(words: list[Word], standing: Standing) -> Path | None:
    """What the words are about: what they name, or what the text was about."""
    named = [word.value for word in words if word.sort is Sort.SUBJECT]
    if named:
        return _allowed(named[-1].path, all(part.partial for part in named), standing)
    sorts = {word.sort for word in words}
    if sorts & {Sort.RESULT, Sort.APPLICANT, Sort.CARRIED}:
        return APPLICATIONS if APPLICATIONS in standing.near else None
    if Sort.OUTCOME in sorts:
        about_cases = standing.subject and standing.subject[0] == keys.REVIEWS and not standing.others_cases
        return standing.subject if about_cases else None
    return standing.subject if Sort.ACT in sorts else None


def _allowed(path: Path, weak: bool, standing: Standing) -> Path | None:
    """A bare 申请 must be about information already; 复议 and 诉讼 must be about its disclosure."""
    if path == APPLICATIONS:
        return None if weak and APPLICATIONS not in standing.near else path
    if path[0] == keys.REVIEWS:
        return path if standing.linked and not standing.others_cases else None
    return path


def _counts(number: Number, subject: Path, edition: Edition) -> bool:
    """Whether the number's unit is one in which the subject is counted."""
    item = edition.find(subject)
    if item is not None and item.kind is Kind.AMOUNT:
        return number.unit in MONEY_UNITS
    if item is not None and item.kind in FIGURES and number.unit == "条":
        return False
    return number.is_count


# --- several at once -------------------------------------------------------------------------------------------------


def _joint(number: Number, words: list[Word], sort: Sort, standing: Standing, scope: Scope) -> tuple[Target, ...]:
    """Several things with one number: each has it (各, 均, or none at all), or all together."""
    found = [_one_of(number, member, standing, scope) for member in _members(words, sort)]
    targets = [target for target in found if target is not None]
    if len(targets) != len(found) or len({target.code for target in targets}) != 1:
        return ()
    if any(word.sort is Sort.EACH for word in words) or not number.value:
        return tuple(targets)
    if all(len(target.readings) == 1 or target.code != DECISION for target in targets):
        return (_together(targets, alone=not any(word.sort is Sort.TOGETHER for word in words)),)
    return ()


def _members(words: list[Word], sort: Sort) -> list[list[Word]]:
    """The words once for each thing listed, the others of the list left out."""
    listed = list(dict.fromkeys(word.value for word in words if word.sort is sort))
    return [[word for word in words if word.sort is not sort or word.value == value] for value in listed]


def _one_of(number: Number, words: list[Word], standing: Standing, scope: Scope) -> Target | None:
    subject = _subject(words, standing)
    if subject is None or not _counts(number, subject, scope.edition):
        return None
    return target_of(subject, words, scope.edition)


def _together(targets: list[Target], alone: bool) -> Target:
    """The sum of all; without 共 the number may also belong to one of them alone."""
    sums = [
        Reading(tuple(path for reading in readings for path in reading.plus))
        for readings in zip(*(target.readings for target in targets), strict=False)
    ]
    single = [reading for target in targets for reading in target.readings] if alone else []
    return Target(targets[0].code, (*sums, *single))


def _distributed(phrase: Phrase, standing: Standing, scope: Scope) -> list[Meant] | None:
    """甲、乙分别为3件、2件: each number to its member; None when the phrase is not built like that."""
    at = next((i for i, group in enumerate(phrase.groups[:-1]) if _ends_respectively(group)), None)
    if at is None or any(has_concept(group) for group in phrase.groups[at + 1 : -1]):
        return None
    head = phrase.groups[at] if says_something(phrase.groups[at]) else [*standing.pending, *phrase.groups[at]]
    members = _split(head)
    numbers = phrase.numbers[at:]
    unit = numbers[-1].unit
    elsewhen = standing.time_of(head)
    fits = len(members) == len(numbers) and at == 0 and not elsewhen and not _blocked(head, scope)
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
        if word.sort is Sort.RESPECTIVELY:
            return True
        if word.sort not in {Sort.STATES, Sort.NEUTRAL, Sort.ACT}:
            return False
    return False


def _split(words: list[Word]) -> list[list[Word]]:
    """The members of a list; filler words make none."""
    members: list[list[Word]] = [[]]
    for word in words:
        if word.sort is Sort.JOINED:
            members.append([])
        else:
            members[-1].append(word)
    return [member for member in members if says_something(member)]


def _completed(member: list[Word], subjects: list[Path]) -> list[Word]:
    """A member of a list with the subject that only one of the list names."""
    if any(word.sort is Sort.SUBJECT for word in member) or len(subjects) != 1:
        return without_qualifiers(member)
    return [Word(Sort.SUBJECT, Part(subjects[0]), ""), *member]
