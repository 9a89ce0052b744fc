"""Chinese numerals, read and written: the one table of them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

DIGITS = "零一二三四五六七八九"
_VALUES = {char: value for value, char in enumerate(DIGITS)} | {
    "〇": 0, "○": 0, "◯": 0, "两": 2, "兩": 2, "壹": 1, "贰": 2, "貳": 2, "叁": 3, "參": 3, "肆": 4, "伍": 5, "陆": 6,
    "陸": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_BIG = {"亿": 100_000_000, "億": 100_000_000, "万": 10_000, "萬": 10_000}
_TENS = {"廿": "二十", "卅": "三十"}

CHARACTERS = frozenset(_VALUES) | frozenset(_UNITS) | frozenset(_BIG) | frozenset(_TENS)
"""All characters that `chinese_number` reads."""

ORDINALS = "一二三四五六七八九十"
"""What numbers headings and items up to 99 are made of."""

LIMIT = 10**16
"""Numbers from here on are neither read nor written."""

_YEAR_ZEROS = "零〇○◯ＯОOo０0"
"""What people type for the 0 of a year: among them the Latin and the Cyrillic letter, half and full width."""
_YEAR_VALUES = {
    **dict.fromkeys(_YEAR_ZEROS, "0"),
    **{char: str(value) for value, char in enumerate(DIGITS)},
    **{char: str(value) for value, char in enumerate("０１２３４５６７８９")},
}
_YEAR_DIGIT = f"[0-9０-９{DIGITS[1:]}{_YEAR_ZEROS}]"

YEAR = f"[2２二][{_YEAR_ZEROS}]{_YEAR_DIGIT}{{2}}"
"""The pattern of a year of this century, however its digits are typed: 2023, ２０２３, 二〇二三, 二零二三, 二Ｏ二三."""
NOT_IN_A_NUMBER = f"(?<![{DIGITS}〇○◯十0-9０-９])"
"""Before a year: no digit of a longer number. (A letter may well stand there.)"""


@lru_cache(maxsize=256)
def year_number(text: str) -> int | None:
    """The year of a text that is a :data:`YEAR` as a whole; None for any other."""
    if not re.fullmatch(YEAR, text):
        return None
    return int("".join(_YEAR_VALUES.get(char, char) for char in text))


def with_plain_years(text: str) -> str:
    """The text with the figures of every 年 of this century as 2023, however typed; nothing moves."""
    return _year_said().sub(lambda match: f"{year_number(match[0])}", text)


@cache
def _year_said() -> re.Pattern[str]:
    return re.compile(rf"{YEAR}(?=\s*年)")


def chinese_number(text: str) -> int | None:
    """``二百三十五`` → 235, ``二〇二三`` → 2023, ``一百二`` → 120; also 两, 〇, 廿, 壹. None if it is none."""
    if not text or len(text) > 40 or not CHARACTERS.issuperset(text):
        return None
    if all(char in _VALUES for char in text):
        return int("".join(str(_VALUES[char]) for char in text))
    for short, long in _TENS.items():
        text = text.replace(short, long)
    return _read(text, LIMIT)


def to_chinese(number: int) -> str:
    """``16`` → 十六, ``0`` → 零, ``10005`` → 一万零五.

    Raises ValueError below 0 and from 10¹⁶ on.
    """
    if not 0 <= number < LIMIT:
        raise ValueError(f"no numeral for {number}")
    text = _write(number) or DIGITS[0]
    return text.removeprefix("一") if text.startswith("一十") else text


def _read(text: str, below: int) -> int | None:
    """The value of a numeral with units; each unit may stand once, the larger before the smaller."""
    for char, size in _BIG.items():
        if size >= below or char not in text:
            continue
        head, _, tail = text.rpartition(char)
        high = _read(head, size) if head else None
        low = _rest(tail, size)
        return None if not high or low is None else high * size + low
    return _below_ten_thousand(text)


def _rest(tail: str, size: int) -> int | None:
    """What follows a unit of ``size``: nothing, a numeral, or one bare digit of the next unit down (一万二)."""
    if not tail:
        return 0
    if len(tail) == 1 and _VALUES.get(tail, 0):
        return _VALUES[tail] * (size // 10)
    rest = _read(tail, size)
    return rest if rest else None


def _below_ten_thousand(text: str) -> int | None:
    total, last_unit, digit, zero = 0, 10_000, None, False
    for at, char in enumerate(text):
        value = _VALUES.get(char)
        if value is not None:
            if digit is not None or (value == 0 and zero):
                return None
            zero, digit = (True, None) if value == 0 else (zero, value)
            continue
        unit = _UNITS.get(char, 0)
        if digit is None and unit == 10 and (at == 0 or zero):
            digit = 1
        if not digit or not unit or unit >= last_unit:
            return None
        total, last_unit, digit, zero = total + digit * unit, unit, None, False
    if zero and digit is None:
        return None
    return total + (digit or 0) * (last_unit // 10 if not zero and total and last_unit > 10 else 1)


def _write(number: int) -> str:
    for char, size in (("亿", 10**8), ("万", 10**4)):
        if number >= size:
            high, low = divmod(number, size)
            gap = DIGITS[0] if 0 < low < size // 10 else ""
            return _write(high) + char + gap + _write(low)
    text = ""
    for char, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, size)
        if digit:
            text += DIGITS[digit] + char
            continue
        if text and number and not text.endswith(DIGITS[0]):
            text += DIGITS[0]
    return text
