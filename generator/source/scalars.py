"""Typed reading of figures, years and dates from the text as typed: nothing is ever silently something else.

A reader gives the value, or one `Slip` (NB103 notation, NB104 out of range) that writes out what to write. Empty
places (NB105) are the caller's.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from generator.source.limits import LAST_YEAR, MAX_AMOUNT, MAX_COUNT, MAX_DECIMALS
from generator.source.slip import Slip

__all__ = ["Slip", "read_amount", "read_count", "read_date", "read_year"]

_AMOUNT = re.compile(r"(?:0|[1-9][0-9]*)(?:\.([0-9]+))?")
_DATE = r"([0-9]{4})(?:-([0-9]{1,2})-|年([0-9]{1,2})月|\.([0-9]{1,2})\.|/([0-9]{1,2})/)([0-9]{1,2})(日)?"


def read_count(text: str) -> int | Slip:
    """A count: ``0`` or digits without a leading 0, up to 999,999,999."""
    if text.isascii() and text.isdigit() and (text == "0" or text[0] != "0"):
        if len(text) <= 9:
            return int(text)
        return Slip("NB104", f"“{_short(text)}”太大了，件数最多九位（{MAX_COUNT}）。", "请核对是否多打了数字。")
    return _notation(text, "count", "")


def read_amount(text: str, unit: str = "") -> Decimal | Slip:
    """An amount of money: up to 10¹², up to 6 decimals, exact.

    ``unit`` is the unit of the place (元 or 万元); with it an amount typed with a unit can be put right.
    """
    match = _AMOUNT.fullmatch(text) if text.isascii() else None
    if match is None:
        return _notation(text, "amount", unit)
    if len(match[1] or "") > MAX_DECIMALS:
        return Slip("NB104", f"“{_short(text)}”的小数太长，最多 {MAX_DECIMALS} 位。", "请按规定的位数四舍五入后填写。")
    if len(text) > 40 or Decimal(text) > MAX_AMOUNT:
        return Slip("NB104", f"“{_short(text)}”太大了，金额最多一万亿。", "请核对单位（元、万元）和数字。")
    return Decimal(text)


def read_year(text: str) -> int | Slip:
    """A year as four digits, up to 2099; from which year on there are reports, the form says."""
    if len(text) == 4 and text.isascii() and text.isdigit() and text[0] != "0" and int(text) <= LAST_YEAR:
        return int(text)
    from generator.source.calendar_notation import year_slip

    return year_slip(text)


def read_date(text: str) -> date | Slip:
    """A date: ``2024-01-20``, ``2024年1月20日``, ``2024.1.20`` or ``2024/1/20``."""
    match = re.fullmatch(_DATE, text)
    if match is None or not text.replace("年", "").replace("月", "").replace("日", "").isascii():
        from generator.source.calendar_notation import date_slip

        return date_slip(text)
    year, month, day = int(match[1]), int(match[2] or match[3] or match[4] or match[5]), int(match[6])
    if bool(match[3]) != bool(match[7]):
        right = f"{year}年{month}月{day}日"
        return Slip("NB103", f"“{text}”的日期写法不完整。", f"请写成 {right}", right)
    try:
        return date(year, month, day)
    except ValueError:
        return Slip("NB104", f"“{text}”：没有这一天。", "请核对月份和日子，写法如 2024-01-20。")


def _notation(text: str, kind: str, unit: str) -> Slip:
    from generator.source.notation import figure_slip

    return figure_slip(text, kind, unit)


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:30] + "…"
