"""How figures, numbers of subheadings and days are printed."""

from __future__ import annotations

from datetime import date

from generator.report.model import Figure

UNKNOWN = "？"
"""Stands for whatever could not be read; it only ever appears in a draft."""

_DIGITS = "〇一二三四五六七八九"


def figure_text(value: Figure) -> str:
    """A figure as printed: a count plain, an amount with the decimals it was typed with, ？ for one not known."""
    return UNKNOWN if value is None else format(value, "f") if not isinstance(value, int) else str(value)


def day_text(day: date) -> str:
    """2024年1月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def ordinal(number: int) -> str:
    """The number before a subheading, （一）, （二） … （十一）; from 100 on in digits."""
    return f"（{_numeral(number)}）"


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens >= 10:
        return str(number)
    ten = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return ten + (_DIGITS[ones] if ones else "")
