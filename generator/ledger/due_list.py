"""Open cases by the days that are left, and late answers of the year: what ``nianbao due`` shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from generator.form import keys
from generator.form.ledger_words import columns as names
from generator.form.ledger_words.word import Nature
from generator.ledger.answers import read_answers
from generator.ledger.bodies import bodies_of
from generator.ledger.case_dates import days_of
from generator.ledger.case_words import outcome_of
from generator.ledger.deadlines import AnswerDeadline, deadline_of
from generator.ledger.endings import finished_on, unsure_end
from generator.ledger.identity import case_names
from generator.ledger.judging import doubts_of_row, row_left_out
from generator.ledger.questions import LedgerQuestion, gathered
from generator.ledger.reading import read_source
from generator.ledger.repeats import single_rows
from generator.ledger.rows import LedgerRow
from generator.ledger.run import LedgerFile, faults_of_answers
from generator.ledger.scene import LedgerFault, Period, Scene, rolled_up
from generator.ledger.sheets import read_book
from generator.ledger.tracing import fault_data
from generator.ledger.working_days import UnknownYearError, WorkingDays


class OpenCase(NamedTuple):
    """``left``: working days up to the first deadline, below 0 when it is over; None where that is not known, though
    the deadline may be over for certain."""

    case: str
    cell: str
    received: date | None
    deadline: AnswerDeadline
    left: int | None


class LateAnswer(NamedTuple):
    """``late``: working days after the last deadline that may hold; 0 where only the first one is over, None where
    it is late for certain, but nobody knows yet by how many of them."""

    case: str
    cell: str
    received: date
    answered: date
    deadline: AnswerDeadline
    late: int | None


class DueList(NamedTuple):
    """``questions`` must be answered first: with them both lists may lack cases. ``faults`` are of the ledger and of
    the answers."""

    on: date
    open: tuple[OpenCase, ...]
    late: tuple[LateAnswer, ...]
    questions: tuple[LedgerQuestion, ...]
    faults: tuple[LedgerFault, ...] = ()

    def as_data(self, name: str) -> dict[str, Any]:
        """What ``--format json`` prints of the ledger with this file name."""
        return {
            "on": self.on.isoformat(),
            "open": [_open_data(one) for one in self.open],
            "late": [_late_data(one) for one in self.late],
            "questions": [one.as_dict() for one in self.questions],
            "findings": [fault_data(name, one) for one in self.faults],
        }


def due_list(ledger: LedgerFile, answers: bytes, on: date) -> DueList:
    """The lists as of a day. Raises UserError where the ledger cannot be read, UnknownYearError where the package of
    working days is missing."""
    said = read_answers(answers)
    source = read_source(read_book(ledger.name, ledger.data), said)
    faults = (*rolled_up(source.faults), *faults_of_answers(said))
    if source.blocking:
        return DueList(on, (), (), source.blocking, faults)
    scene = Scene(Period.of_year(on.year), said, WorkingDays(said.calendar), bodies_of(source.rows))
    singles = single_rows(source.rows, case_names(source.rows), said)
    lists = _Lists(scene, on)
    for row, case in singles.kept:
        lists.take(row, case)
    questions = (*lists.questions, *singles.open.values())
    in_order = tuple(sorted(lists.open, key=lambda one: one.deadline.days[:1] or (date.max,)))
    return DueList(on, in_order, tuple(lists.late), gathered(questions), faults)


class _Lists:
    def __init__(self, scene: Scene, on: date) -> None:
        self.scene, self.on = scene, on
        self.open: list[OpenCase] = []
        self.late: list[LateAnswer] = []
        self.questions: list[LedgerQuestion] = []

    def take(self, row: LedgerRow, case: str) -> None:
        meaning = outcome_of(row, case, self.scene)
        if meaning.nature is Nature.NO_APPLICATION or row_left_out(row, case, self.scene):
            return
        self.questions += doubts_of_row(row, case, self.scene)
        days = days_of(row, case, self.scene)
        unsure = days.unsure & {names.RECEIVED} or unsure_end(days, meaning)
        self.questions += (one for one in days.questions if one.field in unsure)
        if unsure or days.received is None:
            unclear = AnswerDeadline((), "日期要先核对")
            self.open.append(OpenCase(case, row.place(names.RECEIVED), days.received, unclear, None))
            return
        day = finished_on(days, meaning)
        if days.received > self.on:
            return
        if day is None or day > self.on:
            self._is_open(row, case, days.received, meaning.nature)
        elif day.year == self.on.year and meaning.nature is not Nature.WITHDRAWN:
            self._is_answered(row, case, days.received, day)

    def _is_open(self, row: LedgerRow, case: str, received: date, nature: Nature | None) -> None:
        if nature in {Nature.RESULT, Nature.AFTER_SUPPLEMENT, Nature.WITHDRAWN} and not row.text(names.ANSWERED):
            deadline = AnswerDeadline((), "有答复类型，没有日期，请先核对")
        else:
            deadline = deadline_of(row, received, self.scene.days, answered=False)
        left = self._left(deadline)
        self.open.append(OpenCase(case, row.place(names.RECEIVED), received, deadline, left))

    def _left(self, deadline: AnswerDeadline) -> int | None:
        if not deadline.days:
            return None
        first, days = deadline.days[0], self.scene.days
        try:
            return days.between(self.on, first) if first >= self.on else -days.between(first, self.on)
        except UnknownYearError:
            return None

    def _is_answered(self, row: LedgerRow, case: str, received: date, day: date) -> None:
        late = lateness(row, received, day, self.scene.days)
        if late is not None:
            deadline, count = late
            self.late.append(LateAnswer(case, row.place(names.ANSWERED), received, day, deadline, count))


def lateness(row: LedgerRow, received: date, day: date, days: WorkingDays) -> tuple[AnswerDeadline, int | None] | None:
    """The deadline that an answer missed, and by how many working days (see LateAnswer); None where it came in time,
    or nobody knows."""
    deadline = deadline_of(row, received, days, answered=True)
    if not deadline.days or day <= deadline.days[0]:
        return None
    last = deadline.days[-1]
    try:
        return deadline, max(1, days.between(last, day)) if day > last else 0
    except UnknownYearError:
        return deadline, None


def _open_data(one: OpenCase) -> dict[str, Any]:
    return {
        "case": one.case,
        "cell": one.cell,
        "received": one.received.isoformat() if one.received else None,
        **_deadline_data(one.deadline),
        "days_left": one.left,
    }


def _late_data(one: LateAnswer) -> dict[str, Any]:
    return {
        "case": one.case,
        "cell": one.cell,
        "received": one.received.isoformat(),
        "answered": one.answered.isoformat(),
        **_deadline_data(one.deadline),
        "days_late": one.late,
    }


def _deadline_data(deadline: AnswerDeadline) -> dict[str, Any]:
    return {
        "due": [day.isoformat() for day in deadline.days] or "待定",
        "why": deadline.unknown,
        "left_out": [[first.isoformat(), last.isoformat()] for first, last in deadline.left_out],
    }


def calendar(due: DueList) -> bytes:
    """The deadlines of open cases as an iCalendar file (RFC 5545): a whole day for each."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//nianbao//due//ZH", "CALSCALE:GREGORIAN"]
    for one in due.open:
        for day in one.deadline.days:
            lines += _event(one, day, due.on)
    return "".join(f"{part}\r\n" for line in (*lines, "END:VCALENDAR") for part in _folded(line)).encode()


def _event(one: OpenCase, day: date, on: date) -> Iterable[str]:
    from hashlib import sha256

    identity = sha256(f"{one.case} {day.isoformat()}".encode()).hexdigest()[:32]
    case = one.case.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return (
        "BEGIN:VEVENT",
        f"UID:{identity}@nianbao",
        f"DTSTAMP:{on:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"SUMMARY:{keys.ON_REQUEST}答复期限 {case}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _folded(line: str) -> list[str]:
    """A line in pieces of at most 75 bytes, those that go on with a blank in front (RFC 5545, 3.1)."""
    pieces, here = [], ""
    for char in line:
        if len((here + char).encode()) > 74:
            pieces.append(here)
            here = " "
        here += char
    return [*pieces, here]
