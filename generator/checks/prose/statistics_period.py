"""The period of a report's statistics, where the text states it: from 1 January to 31 December of the year reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from generator.checks.prose.dates import Day, days_in, exists, is_period


class OffPeriod(NamedTuple):
    """``text[start:end]`` is what is wrong with the period's beginning or end."""

    start: int
    end: int


_STATISTICS = r"统计|时限|期限|数据|本报告|报告所列|编制|报告期"
_OTHER_PERIOD = r"有效|清理|同期|上年|去年|上一年|规划|许可期|公示|整改|活动|试行|征集|办理|施行|执行|申报"


@cache
def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def is_statistics(text: str) -> bool:
    """Whether a sentence says of which period the report's figures are."""
    return bool(_re(_STATISTICS).search(text)) and not _re(_OTHER_PERIOD).search(text)


def periods(text: str, year: int) -> Iterator[OffPeriod]:
    """What is wrong with the periods of a sentence; nothing if it does not speak of the statistics."""
    if not is_statistics(text):
        return
    for first, last in pairwise(days_in(text)):
        whole = first.month and last.month and first.year and exists(first) and exists(last)
        if whole and is_period(text, first, last):
            yield from _off(text, first, last, year)
            return


def _off(text: str, first: Day, last: Day, year: int) -> Iterator[OffPeriod]:
    """Wrong years, each; with the years right, the wrong end or the wrong beginning."""
    strays = [day for day in (first, last) if day.year not in (None, year)]
    if strays:
        yield from (_year_of(text, day) for day in strays)
        return
    if (last.month, last.day or 31) != (12, 31):
        yield _without_year(text, last)
    elif (first.month, first.day or 1) != (1, 1):
        yield _without_year(text, first)


def _year_of(text: str, day: Day) -> OffPeriod:
    end = text.find("年", day.start, day.end) + 1
    return OffPeriod(day.start, end or day.end)


def _without_year(text: str, day: Day) -> OffPeriod:
    written = text[day.start : day.end]
    after_year = written.find("年") + 1
    start = day.start + after_year + (len(written[after_year:]) - len(written[after_year:].lstrip()))
    return OffPeriod(start, day.end)
