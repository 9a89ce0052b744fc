"""Rows of one number: equal ones count once, different ones are asked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.form.ledger_words import columns as names
from generator.ledger.answers import Answers
from generator.ledger.questions import SAME_NUMBER, SINGLE, LedgerQuestion
from generator.ledger.rows import LedgerRow
from generator.ledger.scene import EACH, LedgerFault


class SingleRows(NamedTuple):
    """``kept``: each row with its case. ``dropped``: rows that do not count, with their case and why.

    ``open``: the questions by case of which it is not known whether it counts.
    """

    kept: tuple[tuple[LedgerRow, str], ...]
    dropped: tuple[tuple[LedgerRow, str, str], ...]
    open: Mapping[str, LedgerQuestion]
    faults: tuple[LedgerFault, ...]


def single_rows(rows: Sequence[LedgerRow], cases: Sequence[str], answers: Answers) -> SingleRows:
    """Each application once, as far as that is certain or was answered."""
    groups: dict[object, list[tuple[LedgerRow, str]]] = {}
    for row, case in zip(rows, cases, strict=True):
        groups.setdefault(_identity(row), []).append((row, case))
    sorter = _Sorter(answers)
    for same in groups.values():
        sorter.take(same)
    return SingleRows(tuple(sorter.kept), tuple(sorter.dropped), sorter.open, tuple(sorter.faults))


def _identity(row: LedgerRow) -> object:
    """The number; of a row without one all that was read of it."""
    return row.case_number or _read(row)


def _read(row: LedgerRow) -> tuple[tuple[str, str], ...]:
    """All that was read, for comparing. A sheet need not have every column."""
    return tuple(sorted((role, row.text(role)) for role in row.columns if row.text(role)))


class _Sorter:
    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.kept: list[tuple[LedgerRow, str]] = []
        self.dropped: list[tuple[LedgerRow, str, str]] = []
        self.open: dict[str, LedgerQuestion] = {}
        self.faults: list[LedgerFault] = []

    def take(self, same: list[tuple[LedgerRow, str]]) -> None:
        """Rows of one number."""
        if len(same) == 1:
            self.kept.append(same[0])
            return
        has_number = bool(same[0][0].case_number)
        different: dict[object, tuple[LedgerRow, str]] = {}
        for row, case in same:
            first = different.setdefault(_read(row) if has_number else (row.sheet, row.number), (row, case))
            if first[0] is not row:
                self._once(first, row)
        self._told_apart(list(different.values()))

    def _once(self, first: tuple[LedgerRow, str], row: LedgerRow) -> None:
        where = (first[0].place(names.NUMBER), row.place(names.NUMBER))
        self.dropped.append((row, first[1], "与前面一行完全相同，只计一次"))
        hint = "如果是两件，请在台账里给它们不同的编号"
        self.faults.append(LedgerFault("编号相同、各列也相同的行，只计了一次", hint, where, (first[1],)))

    def _told_apart(self, rows: list[tuple[LedgerRow, str]]) -> None:
        """Rows of one number that differ: what a person said about them, or the question."""
        if len(rows) == 1:
            self.kept.append(rows[0])
            return
        case = rows[0][1]
        places = tuple(row.place(names.NUMBER) for row, _ in rows)
        answer = self.answers.of_case(case, SAME_NUMBER)
        if answer in places:
            for row, _ in rows:
                chosen = row.place(names.NUMBER) == answer
                (self.kept.append((row, case)) if chosen else self.dropped.append((row, case, "重号，对照里写明不计")))
            return
        named = [(row, case if at == 0 else row.place(names.NUMBER)) for at, (row, _) in enumerate(rows)]
        self.kept += named
        if answer == EACH:
            return
        why = "编号相同，内容不同：是几件，还是一件写了几行"
        question = LedgerQuestion(SINGLE, case, SAME_NUMBER, names.NUMBER, "", places, (case,), (EACH, *places), why)
        self.open.update((name, question) for _, name in named)
