"""评分: what a county's settings take off each agency's marks, each deduction with the evidence that it rests on.

What the reports do not tell, or what could not be read, is open: a person fills it in, and nobody takes it as nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.checks.nb510_signature_date import LATE
from generator.collecting.records import Filed, FilingEntry, ListedProblem
from generator.findings import Severity
from generator.form import edition_for, keys
from generator.form.edition import Edition
from generator.form.names import LEDGER
from generator.form.placing import in_words
from generator.form.y2021.reviews import DIRECT_LITIGATION, LITIGATION_AFTER_REVIEW, RECONSIDERATION
from generator.profile.model import FaultKind, OfficeRules

_SAME_TEXT, _DATES, _OURS = "NB406", "NB510", "NB900"


class MarkedFault(NamedTuple):
    """One deduction. ``points`` None: a person must say. ``code`` is the rule that found it, '' for none."""

    fault: str
    points: Decimal | None
    evidence: str
    file: str = ""
    place: str = ""
    code: str = ""


class AgencyMarks(NamedTuple):
    """An agency's deductions, in the order in which the settings' faults are listed."""

    agency: str
    faults: tuple[MarkedFault, ...]

    @property
    def known(self) -> tuple[Decimal, ...]:
        """The points that are known."""
        return tuple(fault.points for fault in self.faults if fault.points is not None)

    @property
    def is_open(self) -> bool:
        """Whether a person must still say what something costs."""
        return len(self.known) < len(self.faults)

    def left_of(self, full: Decimal) -> Decimal:
        """What is left of the full mark by the points that are known; never below 0."""
        return max(Decimal(0), full - sum(self.known, Decimal(0)))


def marks_of(entry: FilingEntry, rules: OfficeRules) -> AgencyMarks:
    """What is taken off an agency's marks."""
    if entry.filed is None:
        points = rules.faults.get(FaultKind.MISSING.value)
        said = "没有报送年报" if points is not None else "没有报送年报；设置里没有写扣几分，请核定"
        return AgencyMarks(entry.agency.name, (MarkedFault(FaultKind.MISSING.value, points, said),))
    found = (
        fault._replace(file=entry.filed.file)
        for kind in FaultKind
        if kind.value in rules.faults
        for fault in _FINDERS[kind](entry, entry.filed, kind, rules)
    )
    return AgencyMarks(entry.agency.name, tuple(found))


def _none(*_scene: object) -> Iterator[MarkedFault]:
    """Who has filed has not failed to."""
    return iter(())


def _late(_entry: FilingEntry, filed: Filed, kind: FaultKind, rules: OfficeRules) -> Iterator[MarkedFault]:
    late = [problem for problem in filed.problems if _is_late(problem)]
    if late:
        yield _found(late[0], kind, rules)
    elif not filed.dated:
        yield _open(kind, "没有读出落款日期，看不出是否逾期，请核定")


def _is_late(problem: ListedProblem) -> bool:
    return problem.code == _DATES and LATE in problem.message


def _same_text(entry: FilingEntry, filed: Filed, kind: FaultKind, rules: OfficeRules) -> Iterator[MarkedFault]:
    last = entry.last_year
    if not filed.readable or last is None or not last.readable:
        yield _open(kind, "没有上年的报告可以比较，请核定")
        return
    for problem in filed.problems:
        if problem.code == _SAME_TEXT:
            yield _found(problem, kind, rules)


def _by_severity(severity: Severity) -> _Finder:
    """The problems of one severity that no fault of its own takes points for; a doubt of the reading is open."""

    def find(_entry: FilingEntry, filed: Filed, kind: FaultKind, rules: OfficeRules) -> Iterator[MarkedFault]:
        for problem in filed.problems:
            if problem.severity is severity and not _counted_elsewhere(problem, rules):
                found = _found(problem, kind, rules)
                sure = problem.code not in ("", _OURS)
                said = f"{problem.message}（不一定是这家的错，请看原件核定）"
                yield found if sure else found._replace(points=None, evidence=said)

    return find


def _counted_elsewhere(problem: ListedProblem, rules: OfficeRules) -> bool:
    late, same = FaultKind.LATE.value in rules.faults, FaultKind.SAME_TEXT.value in rules.faults
    return (late and _is_late(problem)) or (same and problem.code == _SAME_TEXT)


def _late_answers(_entry: FilingEntry, _filed: Filed, kind: FaultKind, _rules: OfficeRules) -> Iterator[MarkedFault]:
    yield _open(kind, f"年报里没有这一项，请查{LEDGER}后核定")


def _corrected(*rows: str) -> _Finder:
    """Cases of table 4 that ended with a correction, so many times the points."""

    def find(_entry: FilingEntry, filed: Filed, kind: FaultKind, rules: OfficeRules) -> Iterator[MarkedFault]:
        edition: Edition = edition_for(filed.year)
        for row in rows:
            path = (keys.REVIEWS, row, keys.CORRECTED)
            number, place = filed.figures.get(path), in_words(path, edition)
            if number is None:
                yield _open(kind, "这个数没有读出来，请核定")._replace(place=place)
            elif number:
                points = rules.faults[kind.value]
                yield MarkedFault(kind.value, points * number, f"{number} 件，每件扣 {points} 分", place=place)

    return find


def _found(problem: ListedProblem, kind: FaultKind, rules: OfficeRules) -> MarkedFault:
    return MarkedFault(kind.value, rules.faults[kind.value], problem.message, place=problem.place, code=problem.code)


def _open(kind: FaultKind, why: str) -> MarkedFault:
    return MarkedFault(kind.value, None, why)


_Finder = Callable[[FilingEntry, Filed, FaultKind, OfficeRules], Iterator[MarkedFault]]
_FINDERS: dict[FaultKind, _Finder] = {
    FaultKind.MISSING: _none,
    FaultKind.LATE: _late,
    FaultKind.ERROR: _by_severity(Severity.ERROR),
    FaultKind.WARNING: _by_severity(Severity.WARNING),
    FaultKind.SAME_TEXT: _same_text,
    FaultKind.LATE_ANSWER: _late_answers,
    FaultKind.CORRECTED: _corrected(RECONSIDERATION.key),
    FaultKind.LOST: _corrected(DIRECT_LITIGATION.key, LITIGATION_AFTER_REVIEW.key),
}
