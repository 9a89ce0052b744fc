"""Numbers as the report prints them: exact, at most two decimals, half up (四舍五入), no trailing zeros."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

Number = int | Decimal | Fraction


class TextValue(NamedTuple):
    """A value that is text: the agency's name, a quoted unit, what a function put into words."""

    text: str
    quoted: bool = False


Value = Number | TextValue | None
"""None: not known, because a figure it depends on could not be read."""

UNKNOWN = "？"
DECIMALS = 2


def printed(value: Value) -> str:
    """A value as the text shows it. Money taken straight from a table (a Decimal) stays as typed."""
    if value is None:
        return UNKNOWN
    if isinstance(value, TextValue):
        return value.text
    if isinstance(value, Decimal):
        return format(value, "f")
    return rounded(value)


def rounded(number: Number, decimals: int = DECIMALS) -> str:
    """The number with at most ``decimals`` decimals, half away from zero, without trailing zeros."""
    if isinstance(number, int):
        return str(number)
    exact = Fraction(number)
    scaled = abs(exact) * 10**decimals
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    whole, rest = divmod(units, 10**decimals)
    digits = str(rest).rjust(decimals, "0").rstrip("0") if rest else ""
    text = f"{whole}.{digits}" if digits else str(whole)
    return f"-{text}" if exact < 0 and units else text
