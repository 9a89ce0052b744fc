"""The days of one case, from its row and from what a person has answered about it."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from generator.form.ledger_words import columns as names
from generator.ledger.dates import DateDoubt, read_day
from generator.ledger.questions import SINGLE, LedgerQuestion
from generator.ledger.rows import LedgerRow
from generator.ledger.scene import DAY_WANTED, LedgerFault, Scene

_YEAR_IN_NUMBER = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_YEAR_AT_START = re.compile(r"(?:[^0-9]*)(20[0-3][0-9])(?:[01][0-9])?(?:[0-3][0-9])?[0-9]*")
_LONG = 7
"""Characters of a number that has its year in front: fewer, and it may just be counted on."""


class CaseDays(NamedTuple):
    """``unsure`` are the roles whose day is not known though something stands there, or must be confirmed."""

    received: date | None
    answered: date | None
    withdrawn: date | None
    unsure: frozenset[str]
    questions: tuple[LedgerQuestion, ...]
    faults: tuple[LedgerFault, ...]


def days_of(row: LedgerRow, case: str, scene: Scene) -> CaseDays:
    """The days that decide where a case is counted."""
    reader = _Days(row, case, scene)
    received, answered, withdrawn = (reader.day(role) for role in (names.RECEIVED, names.ANSWERED, names.WITHDRAWN))
    if received is None and names.RECEIVED not in reader.unsure:
        reader.ask(names.RECEIVED, "没有收到日期")
    if received:
        reader.hold_against_number(received)
        reader.hold_order(received, answered, names.ANSWERED)
        reader.hold_order(received, withdrawn, names.WITHDRAWN)
    return CaseDays(
        received, answered, withdrawn, frozenset(reader.unsure), tuple(reader.questions), tuple(reader.faults)
    )


class _Days:
    def __init__(self, row: LedgerRow, case: str, scene: Scene) -> None:
        self.row, self.case, self.scene = row, case, scene
        self.unsure: set[str] = set()
        self.questions: list[LedgerQuestion] = []
        self.faults: list[LedgerFault] = []

    def day(self, role: str) -> date | None:
        if answer := self.scene.answers.of_case(self.case, role):
            said = read_day(answer, self.scene.year)
            if isinstance(said, date):
                return said
            self.ask(role, "对照里的回答不是日期")
            return None
        if role in self.row.unvalued:
            self.ask(role, "公式没有存下来的值")
            return None
        found = read_day(self.row.values.get(role), self.scene.year)
        if isinstance(found, DateDoubt):
            if found.impossible:
                fault = f"{role}不是日期：{found.why}"
                self.faults.append(LedgerFault(fault, "请在台账里改正", (self.row.place(role),), (self.case,)))
            self.ask(role, found.why)
            return None
        return found

    def ask(self, role: str, why: str, *cells: str) -> None:
        self.unsure.add(role)
        places = cells or (self.row.place(role),)
        self.questions.append(
            LedgerQuestion(SINGLE, self.case, role, role, "", places, (self.case,), (DAY_WANTED,), f"{role}：{why}")
        )

    def hold_against_number(self, received: date) -> None:
        """A number of another year than the day of receipt: one of them may be wrong."""
        if self.scene.answers.of_case(self.case, names.RECEIVED):
            return
        year = year_in_number(self.row.case_number)
        if year and year != received.year:
            self.ask(names.RECEIVED, f"编号里的年份是 {year}，收到日期在 {received.year} 年（没有错就照写一遍）")

    def hold_order(self, received: date, later: date | None, role: str) -> None:
        """Nothing is answered before it has come."""
        if later and later < received:
            self.ask(role, f"{role}早于收到日期", self.row.place(names.RECEIVED), self.row.place(role))


def year_in_number(number: str) -> int | None:
    """The year that a case number names, alone (2026-008, 〔2026〕8号) or at its start (20260008); None for none."""
    years = set(_YEAR_IN_NUMBER.findall(number))
    if len(years) == 1 and not number.strip().isdecimal():
        return int(years.pop())
    found = _YEAR_AT_START.fullmatch(number) if len(number) >= _LONG and not years else None
    return int(found[1]) if found else None
