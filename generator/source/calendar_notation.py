"""Wrong notations of years and dates, with what to write instead (NB103, NB104)."""

from __future__ import annotations

import re
from datetime import date

from generator.han.numerals import chinese_number, year_number
from generator.source.digits import half_width
from generator.source.limits import LAST_YEAR
from generator.source.slip import Slip

_YEAR_HINT = "请写四位数字的年份，例如 2023。"
_DATE_HINT = "请写成年-月-日，例如 2024-01-20（或者 2024年1月20日）。"
_YEAR_WRAP = re.compile(r"[“\"'（(\[【]*(.+?)(?:年度?|度)?(?:报告|年报)?[”\"'）)\]】]*[、，。；,;.]*")
_PARTS = re.compile(
    r"(?:公元)?([0-9]{2,5})\s*[-－—–―/.．·,，、年\s]\s*([0-9]{1,2})\s*[-－—–―/.．·,，、月\s]\s*([0-9]{1,2})\s*[日号]?"
    r"(?:[T\s]+[0-9]{1,2}:[0-9]{2}(?::[0-9.]+)?(?:Z|[+-][0-9:]+)?)?[。，,.]?"
)
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_CHINESE_DATE = re.compile(r"(.{4,5})年(.{1,3})月(.{1,3})[日号]")


def year_slip(text: str) -> Slip:
    """Why ``text`` is no year, and the year to write where it is known."""
    shown = text if text.startswith("“") else f"“{text[:30]}”"
    plain = _plain(text)
    core = _YEAR_WRAP.fullmatch(plain)
    digits = core[1].strip() if core else plain
    number = year_number(digits) or chinese_number(digits)
    if number is not None and not digits.isdigit() and len(digits) == 4:
        digits = str(number)
    digits = re.sub(r"\.0+$", "", digits)
    if re.fullmatch(r"[0-9]{2}", digits) and 21 <= int(digits) <= 60:
        digits = f"20{digits}"
    if re.fullmatch(r"[1-9][0-9]{3}", digits):
        if int(digits) > LAST_YEAR:
            return Slip("NB104", f"{shown}不像是报告的年度。", "年度是报告所写的那一年，四位数字，例如 2023。")
        return Slip("NB103", f"{shown}：年度只写四位数字。", f"请写成 {digits}", digits)
    if digits.isdigit() or re.fullmatch(r"-[0-9]+", digits):
        return Slip("NB104", f"{shown}不像是报告的年度。", _YEAR_HINT)
    return Slip("NB103", f"{shown}不是年度。", _YEAR_HINT)


def date_slip(text: str) -> Slip:
    """Why ``text`` is no date, and the date to write where it is known."""
    shown = f"“{text[:30]}”"
    plain = _plain(text)
    match = _PARTS.fullmatch(plain) or _COMPACT.fullmatch(plain)
    parts = (match[1], match[2], match[3]) if match else _chinese_parts(plain)
    if parts is None or len(parts[0]) != 4:
        return Slip("NB103", f"{shown}不是完整的日期。", _DATE_HINT)
    try:
        day = date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return Slip("NB104", f"{shown}：没有这一天。", f"请核对月份和日子。{_DATE_HINT}")
    right = f"{day.year}年{day.month}月{day.day}日" if "年" in text else day.isoformat()
    return Slip("NB103", f"{shown}的日期写法不对。", f"请写成 {right}", right)


def _chinese_parts(text: str) -> tuple[str, str, str] | None:
    """The figures of ``二〇二四年一月二十日``."""
    match = _CHINESE_DATE.fullmatch(text)
    if match is None:
        return None
    written = match.groups()
    figures = [year_number(written[0]) or _number(written[0]), *map(_number, written[1:])]
    if any(figure is None for figure in figures):
        return None
    year, month, day = (str(figure) for figure in figures)
    return year, month, day


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else chinese_number(text)


def _plain(text: str) -> str:
    """Full-width digits and letters as half-width, spaces around dropped; at most 60 characters are looked at."""
    return half_width(text[:60]).strip()
