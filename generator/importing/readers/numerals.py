"""Numbers as automatic numbering prints them."""

from __future__ import annotations

from generator.han.numerals import DIGITS, to_chinese

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def chinese(number: int) -> str:
    """十二; numbers from 100 on digit by digit."""
    return to_chinese(number) if 0 < number < 100 else digits(number)


def digits(number: int) -> str:
    """一〇: digit by digit."""
    return "".join("〇" if digit == "0" else DIGITS[int(digit)] for digit in str(abs(number)))


def stems(number: int) -> str:
    """甲乙丙…"""
    return _STEMS[(number - 1) % 10]


def circled(number: int) -> str:
    """① to ⑳, plain digits above."""
    return chr(0x2460 + number - 1) if 0 < number <= 20 else str(number)


def full_width(number: int) -> str:
    """１２."""
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(abs(number)))


def letters(number: int) -> str:
    """a … z, then aa, bb as Word counts."""
    index, times = (number - 1) % 26, (number - 1) // 26 + 1
    return chr(ord("a") + index) * min(max(times, 1), 30)


def roman(number: int) -> str:
    """IV; plain digits beyond 3999."""
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        out += sign * count
    return out
