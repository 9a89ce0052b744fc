"""Dates that no calendar has, and periods that end before they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from generator.checks.prose.remembering import remembered
from generator.han.numerals import chinese_number


class Day(NamedTuple):
    """A date as written; ``None`` for what is not. ``text[start:end]`` is where."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int


class Wrong(NamedTuple):
    """``text[start:end]`` and what is wrong with it."""

    start: int
    end: int
    what: str


_N = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_YEAR = r"(?<![\d〇○零一二三四五六七八九])((?:19|20)\d\d|二[〇○零][〇○零一二三四五六七八九]{2})"
_DATE = (
    r"(?=[\d一二三四五六七八九十])"  # how each date begins: told at once, so that most places cost next to nothing
    rf"(?:(?:{_YEAR}\s*年\s*)?(?<![\d一二三四五六七八九十第])({_N})\s*月(?!份?龄|份?以)(?:\s*({_N})\s*日)?"
    r"|(?<![A-Za-z0-9_./])(?<![A-Za-z]-)((?:19|20)\d\d)([.\-/])(0?[1-9]"
    r"|1[0-2])\5(\d{1,2})(?![A-Za-z0-9_/]|[.\-]\d{1,2}(?!\d))"
    rf"|{_YEAR}\s*年(?!\s*(?:{_N})\s*月))"
)
_TO = r"^\s*(?:起|开始)?\s*[，,]?\s*(?:截?至|到|—+|–|-|~|～)\s*(?:次年|翌年|第二年|下年|来年|明年)?\s*$"
_NEXT = "次年|翌年|第二年|下年|来年|明年"
_YEARS = r"(?=[12])(?<![\d.])((?:19|20)\d\d)\s*(?:至|到|—+|–|-|~|～)\s*((?:19|20)\d\d)\s*年"


@cache
def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@remembered
def wrong_dates(text: str) -> Iterator[Wrong]:
    """Every date that does not exist, and every period that runs backwards."""
    if not any(mark in text for mark in "月年.-/"):
        return
    days = days_in(text)
    missing = {day for day in days if not exists(day)}
    for day in days:
        if day in missing:
            what = "没有这个月份" if day.day is None else f"没有“{text[day.start : day.end]}”这一天"
            yield Wrong(day.start, day.end, what)
    for first, last in pairwise(days):
        if missing.isdisjoint((first, last)) and is_period(text, first, last) and _backwards(first, last):
            yield _ends_early(text, first.start, last.end)
    for match in _re(_YEARS).finditer(text):
        if match[1] > match[2]:
            yield _ends_early(text, *match.span())


def _ends_early(text: str, start: int, end: int) -> Wrong:
    return Wrong(start, end, f"“{text[start:end]}”的结束早于开始")


def days_in(text: str) -> list[Day]:
    """Every date of a text, whole years included."""
    return [_day(match) for match in _re(_DATE).finditer(text)]


def _day(match: re.Match[str]) -> Day:
    if match[4]:
        return Day(int(match[4]), int(match[6]), int(match[7]), *match.span())
    if match[8]:
        return Day(_number(match[8]), None, None, *match.span())
    return Day(_number(match[1]), _number(match[2]), _number(match[3]), *match.span())


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if text.isdecimal() else chinese_number(text) or 0


def exists(day: Day) -> bool:
    """Whether a calendar has the day; without a year as in a leap year."""
    if day.month is None:
        return True
    try:
        date(day.year or 2000, day.month, 1 if day.day is None else day.day)
    except ValueError:
        return False
    return True


def is_period(text: str, first: Day, last: Day) -> bool:
    """Whether two dates bound a period of which the second is not said to be in the next year."""
    between = text[first.end : last.start]
    return bool(_re(_TO).match(between)) and not _re(_NEXT).search(between)


def _backwards(first: Day, last: Day) -> bool:
    """Whether ``last`` is before ``first``. Months without any year may lie in two years; days of one month may not."""
    if first.month is None or last.month is None:
        whole_years = first.month is None and last.month is None
        return whole_years and (first.year or 0) > (last.year or 9999)
    if first.year is None:
        same_month = last.year is None and first.month == last.month
        return same_month and (first.day or 0) > (last.day or 31)
    return (first.year, first.month, first.day or 0) > (last.year or first.year, last.month, last.day or 31)
