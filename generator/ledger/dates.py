"""Dates as ledgers write them: Excel's dates and numbers, Chinese, with dots, strokes, dashes, eight digits, a time.

A date without its year, two in one cell, a range: nobody completes them. A date that cannot be says so.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

from generator.form.ledger_words.word import NOTHING
from generator.han.numerals import chinese_number, year_number
from generator.ledger.sheets import LedgerValue
from generator.source.digits import half_width

_FIRST, _LAST = date(2000, 1, 1), date(2099, 12, 31)
"""What a ledger's date can be: 《条例》 is of 2008; Excel's numbers of these days have five digits."""
_EPOCH = date(1899, 12, 30)
_CLOCK = r"[0-9]{1,2}(?::[0-9]{1,2}(?::[0-9]{1,2}(?:\.[0-9]+)?)?|[时点](?:[0-9]{1,2}分?)?)"
_TIME = rf"(?:[T\s]*(?:上午|下午|晚上|早上|中午)?\s*(?<![0-9]){_CLOCK}(?:Z|[+-][0-9:]+)?)?"
_WEEKDAY = r"(?:\s*[(（]?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)）]?)?"
_FULL = re.compile(
    r"([0-9]{4}|[0-9]{2})\s*[-—–−~/.．·年]\s*([0-9]{1,2})\s*[-—–−/.．·月]\s*([0-9]{1,2})\s*[日号]?" + _WEEKDAY + _TIME
)
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})" + _TIME)
_HAN = re.compile(r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]")
_ANY_DAY = re.compile(r"[0-9]{1,4}\s*[-/.年月]\s*[0-9]{1,2}(?:\s*[-/.月]\s*[0-9]{1,2})?")
_NO_YEAR = re.compile(r"[0-9]{1,2}\s*[月./-]\s*[0-9]{1,2}\s*[日号]?|[0-9]{1,2}月[0-9]{1,2}[日号]?")
_NEAR = 3
"""Years from the ledger's: a year of two digits is read only so near to it."""


class DateDoubt(NamedTuple):
    """Why a cell is no date. ``impossible``: it cannot be one (30 February), else it is only not sure which."""

    why: str
    impossible: bool = False


def read_day(value: LedgerValue, year: int | None) -> date | DateDoubt | None:
    """The day in a cell; None for a blank one. ``year`` is the ledger's, if known."""
    if value is None:
        return None
    if isinstance(value, datetime):
        return _within(value.date())
    if isinstance(value, date):
        return _within(value)
    if isinstance(value, int):
        return _from_number(value)
    if isinstance(value, Decimal):
        return _from_number(int(value)) if value >= 10_000 else DateDoubt("没有写年份")
    return _from_text(half_width(value).strip(), year)


def _within(day: date) -> date | DateDoubt:
    return day if _FIRST <= day <= _LAST else DateDoubt(f"{day.year}年不像是申请的年份", impossible=True)


def _from_number(number: int) -> date | DateDoubt:
    text = str(number)
    if len(text) == 8:
        return _day(text[:4], text[4:6], text[6:])
    if (_FIRST - _EPOCH).days <= number <= (_LAST - _EPOCH).days:
        return _EPOCH + timedelta(days=number)
    return DateDoubt("这个数不是日期", impossible=True)


def _from_text(text: str, year: int | None) -> date | DateDoubt | None:
    if text in NOTHING:
        return None
    if found := _FULL.fullmatch(text):
        return _two_digits(found, year) if len(found[1]) == 2 else _day(*found.groups())
    if found := _COMPACT.fullmatch(text):
        return _day(*found.groups())
    if re.fullmatch(r"[0-9]{5}(?:\.[0-9]+)?", text):
        return _from_number(int(text.partition(".")[0]))
    return _from_han(text) or DateDoubt(_why_not(text))


def _from_han(text: str) -> date | DateDoubt | None:
    """``二〇二六年一月十二日``."""
    found = _HAN.fullmatch(text.replace(" ", ""))
    numbers = (year_number(found[1]), chinese_number(found[2]), chinese_number(found[3])) if found else (None,)
    return None if None in numbers else _day(*(str(number) for number in numbers))


def _why_not(text: str) -> str:
    if _NO_YEAR.fullmatch(text):
        return "没有写年份"
    return "一格里有两个日期" if len(_ANY_DAY.findall(text)) > 1 else "日期的写法认不出"


def _two_digits(found: re.Match[str], year: int | None) -> date | DateDoubt:
    full = 2000 + int(found[1])
    if year is None or abs(full - year) > _NEAR:
        return DateDoubt("两位数的年份看不出是哪一年")
    return _day(str(full), found[2], found[3])


def _day(year: str, month: str, day: str) -> date | DateDoubt:
    try:
        return _within(date(int(year), int(month), int(day)))
    except ValueError:
        return DateDoubt("没有这一天", impossible=True)


def read_range(value: LedgerValue, year: int | None) -> tuple[date, date] | None:
    """``2026-04-08/2026-04-27``, ``2026.4.8至2026.4.27``; None for anything else."""
    if not isinstance(value, str):
        return None
    text = half_width(value).strip()
    for mark in ("至", "到", "~", "～", "—", " - ", "/", ";", "；", ","):
        start, found, end = text.partition(mark)
        days = (read_day(start, year), read_day(end, year)) if found else (None, None)
        if isinstance(days[0], date) and isinstance(days[1], date) and days[0] <= days[1]:
            return days[0], days[1]
    return None
