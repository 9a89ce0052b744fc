"""Amounts of money written with their unit: 5000元, 1.3万元, 5.2亿元, and what they are in another unit."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from generator.source.digits import half_width

MULTIPLES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10_000,
    "十万": 100_000,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "w": 10_000,
    "W": 10_000,
    "k": 1000,
    "K": 1000,
}
"""What people multiply figures by."""

_LARGEST = 30
"""Digits; no figure that is looked at has more."""
_MONEY = re.compile(
    r"(?:人民币|RMB|[￥¥])?\s*([0-9]+|[1-9][0-9]{0,2}(?:[,，][0-9]{3})+)(\.[0-9]+)?"
    r"\s*(百万|千万|十万|万|千|百|亿)?\s*(元|圆|块|块钱)?(?:整|人民币)?"
)


class Money(NamedTuple):
    """An amount as written: its number, what it is multiplied by, and whether 元 stands there."""

    number: str
    multiple: str
    yuan: bool

    def in_unit(self, unit: str) -> str | None:
        """The number in 元 or 万元, exact; None where the unit was left open.

        Without 元 the unit of the place may be meant to be multiplied: 5千 among 万元 is no certain amount.
        """
        if unit not in {"元", "万元"} or not (self.multiple or self.yuan):
            return None
        if not self.yuan and unit == "万元" and MULTIPLES[self.multiple] < MULTIPLES["万"]:
            return None
        yuan = Decimal(self.number) * (MULTIPLES[self.multiple] if self.multiple else 1)
        return plain_number(str(yuan / 10_000 if unit == "万元" else yuan))


def money(text: str) -> Money | None:
    """An amount with a sign or a unit of money; None for a bare number and for anything else."""
    match = _MONEY.fullmatch(half_width(text)) if len(text) <= _LARGEST else None
    if match is None or match[0] == match[1] + (match[2] or ""):
        return None
    return Money(re.sub("[,，]", "", match[1]) + (match[2] or ""), match[3] or "", bool(match[4]))


def plain_number(text: str) -> str | None:
    """A decimal number written out, without an exponent or trailing zeros."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    if not value.is_finite() or abs(value.adjusted()) > _LARGEST:
        return None
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
