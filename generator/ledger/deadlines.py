"""The day by which each application is to be answered (《条例》第三十条至第三十三条), and answers that came later.

20 working days from the day after receipt. Where the ledger does not say enough, both days or none: never a guess.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from generator.form.ledger_words import columns as names
from generator.ledger.dates import read_day, read_range
from generator.ledger.rows import LedgerRow
from generator.ledger.working_days import UnknownYearError, WorkingDays
from generator.source.digits import half_width

_TIME = 20
"""Working days for an answer, and again at most for an extension (第三十三条)."""
_TELLING = 7
"""Working days within which an applicant is told to supplement (第三十条)."""
_DAYS = re.compile(r"[^0-9]*([0-9]{1,3})\s*(?:个?工作日|个?日|天)?[^0-9]*")
"""A cell with one number in it, which is that of days: 20, 延长20个工作日. A date has more."""
_DATED = (
    *(names.SUPPLEMENT_ASKED, names.SUPPLEMENT_CAME),
    *(names.CONSULTED, names.CONSULT_FROM, names.CONSULT_TO),
)
"""What stops or moves the clock: where a day of these is not known, no deadline is."""
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
    if row.says(names.FEE_NOTICE):
        return AnswerDeadline((), "发过收费通知，期限从缴费后另算")
    if unread := [role for role in _DATED if row.says(role) and not _is_read(row, role, received)]:
        return AnswerDeadline((), f"{'、'.join(unread)}认不出是哪一天")
    left_out = _consulted(row, year)
    if left_out is None:
        waiting = not answered and not row.says(names.CONSULT_TO)
        why = "正在征求意见，期限还没有重新起算" if waiting else "征求意见的起止要先核对"
        return AnswerDeadline((), why)
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
    asked, came = _of(row, names.SUPPLEMENT_ASKED, received.year), _of(row, names.SUPPLEMENT_CAME, received.year)
    if came is None or (asked and came < asked):  # asked for again: the last supplement has not come
        return () if asked else (received,)
    in_time = asked is None or working.between(received, asked) <= _TELLING
    return (came,) if in_time else (received, came)


def _consulted(row: LedgerRow, year: int) -> tuple[tuple[date, date], ...] | None:
    """The stretches of asking third parties; None where one has no end yet, or cannot be."""
    both = read_range(row.values.get(names.CONSULTED), year)
    first = _of(row, names.CONSULT_FROM, year) or _of(row, names.CONSULTED, year)
    last = _of(row, names.CONSULT_TO, year)
    if both is None and first and last and first <= last:
        both = (first, last)
    if both and both[1].year - both[0].year <= _LONGEST_STAY:
        return (both,)
    return None if both or first or last else ()


def _extension(row: LedgerRow) -> tuple[int, ...]:
    """The working days of an extension; two answers where the ledger says only that there was one."""
    said = [role for role in (names.EXTENSION_DAYS, names.EXTENDED) if row.says(role)]
    told = next((found for role in said if (found := _DAYS.fullmatch(half_width(row.text(role))))), None)
    if told is None:
        return (0, _TIME) if said else (0,)
    return (min(int(told[1]), _TIME),)


def _is_read(row: LedgerRow, role: str, received: date) -> bool:
    """Whether what stands under a role is a day since receipt, or a stretch of days."""
    if role == names.CONSULTED and read_range(row.values.get(role), received.year):
        return True
    found = _of(row, role, received.year)
    return found is not None and found >= received


def _of(row: LedgerRow, role: str, year: int) -> date | None:
    found = read_day(row.values.get(role), year)
    return found if isinstance(found, date) else None
