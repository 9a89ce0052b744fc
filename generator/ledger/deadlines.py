"""The day by which each application is to be answered (《条例》第三十条至第三十三条), and answers that came later.

20 working days from the day after receipt. Where the ledger does not say enough, both days or none: never a guess.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from generator.ledger.dates import read_day, read_range
from generator.ledger.rows import LedgerRow
from generator.ledger.words import columns as names
from generator.ledger.working_days import UnknownYearError, WorkingDays
from generator.source.digits import half_width

_TIME = 20
"""Working days for an answer, and again at most for an extension (第三十三条)."""
_TELLING = 7
"""Working days within which an applicant is told to supplement (第三十条)."""
_NO = frozenset({"", "否", "无", "没有", "未", "未延期", "不延期", "×", "x", "n", "no", "/", "-", "0"})
_DAYS = re.compile(r"[0-9]{1,3}")
_LONGEST_STAY = 2
"""Years that asking a third party may take; a longer one is a slip of the pen."""


class AnswerDeadline(NamedTuple):
    """``days`` in their order: one, or two where the ledger leaves two open; none where ``unknown`` says why.

    ``left_out`` are stretches that do not count, from the day after the first to the last.
    """

    days: tuple[date, ...]
    unknown: str = ""
    left_out: tuple[tuple[date, date], ...] = ()


def deadline_of(row: LedgerRow, received: date, working: WorkingDays, *, answered: bool) -> AnswerDeadline:
    """The deadline of a case. ``answered``: nothing is waited for any more."""
    year = received.year
    if row.values.get(names.FEE_NOTICE):
        return AnswerDeadline((), "发过收费通知，期限从缴费后另算")
    left_out, waiting = _consulted(row, year)
    if waiting and not answered:
        return AnswerDeadline((), "正在征求意见，期限还没有重新起算")
    try:
        starts = _starts(row, received, working)
        if not starts:
            return AnswerDeadline((), "正在等补正", left_out)
        found = {working.after(start, _TIME + more, without=left_out) for start in starts for more in _extension(row)}
    except UnknownYearError as unknown:
        if unknown.missing:
            raise
        return AnswerDeadline((), f"{unknown.year}年的放假安排还没有公布", left_out)
    return AnswerDeadline(tuple(sorted(found)), left_out=left_out)


def _starts(row: LedgerRow, received: date, working: WorkingDays) -> tuple[date, ...]:
    """The days after which the time runs: receipt, or the last supplement; both where it was asked for too late."""
    asked, came = _day(row, names.SUPPLEMENT_ASKED, received), _day(row, names.SUPPLEMENT_CAME, received)
    if came is None:
        return () if asked else (received,)
    in_time = asked is None or working.between(received, asked) <= _TELLING
    return (came,) if in_time else (received, came)


def _consulted(row: LedgerRow, year: int) -> tuple[tuple[tuple[date, date], ...], bool]:
    """The stretches of asking third parties, and whether one has not ended."""
    both = read_range(row.values.get(names.CONSULTED), year)
    first = _of(row, names.CONSULT_FROM, year) or _of(row, names.CONSULTED, year)
    last = _of(row, names.CONSULT_TO, year)
    if both is None and first and last and first <= last:
        both = (first, last)
    if both and both[1].year - both[0].year <= _LONGEST_STAY:
        return (both,), False
    return (), first is not None and last is None


def _extension(row: LedgerRow) -> tuple[int, ...]:
    """The working days of an extension; two answers where the ledger says only that there was one."""
    days = _DAYS.search(half_width(row.text(names.EXTENSION_DAYS)))
    if days is None and row.text(names.EXTENDED).strip().lower() in _NO:
        return (0,)
    told = days or re.search(r"(?<![0-9])([0-9]{1,2})(?=个?(?:工作日|天|日)?$)", half_width(row.text(names.EXTENDED)))
    return (min(int(told[0]), _TIME),) if told else (0, _TIME)


def _day(row: LedgerRow, role: str, received: date) -> date | None:
    found = _of(row, role, received.year)
    return found if found and found >= received else None


def _of(row: LedgerRow, role: str, year: int) -> date | None:
    found = read_day(row.values.get(role), year)
    return found if isinstance(found, date) else None
