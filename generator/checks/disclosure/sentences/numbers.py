"""Numbers with their units as people write them: 3,119件, 1.2万余件, 二十件, 近300件, 100%."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from generator.han.numerals import chinese_number
from generator.report.model import Figure

Nearness = Literal["exact", "over", "near", "about"]

COUNT_UNITS = frozenset({"件", "条", "份", "宗", "个", "起", "例"})
"""Units in which applications, cases, documents and decisions are counted in texts."""
MONEY_UNITS = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
"""元 in each unit, by the words' meaning."""

_CHINESE = "〇零一二两三四五六七八九十百千万亿"
_BIG = {"": Decimal(1), "百": Decimal(100), "千": Decimal(1000), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
"""The factor of each word, by its meaning."""
_UNIT = (
    "个工作日|个月|人次|件次|批次|小时|万元|亿元|工作日|分钟|"
    "件|条|份|宗|个|起|例|元|篇|项|期|次|部|户|批|场|类|家|处|号|页|人|名|天|日|年|%"
)
_OVER, _NEAR, _ABOUT = "超过|超|逾|多达|不少于|至少", "将近|接近|近|不到|不足", "大约|大概|约"
_ANY_ONE = r"(?:(?<=任何)|(?<=避免)|(?<=防止)|(?<=杜绝))一[件条份宗个起例]"
"""避免一件, as 每一件, speaks of any one and counts none."""

NUMBER = (
    rf"(?P<before>{_OVER}|{_NEAR}|{_ABOUT})?"
    rf"(?<![第每\dA-Za-z.\-—〔])(?!{_ANY_ONE})"
    rf"(?:(?P<digits>\d{{1,3}}(?:[,，]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)(?P<big>[百千万亿](?!元))?"
    rf"|(?<![{_CHINESE}])(?P<han>[{_CHINESE}]+)(?=[余多来]?(?:件|条|份|宗|个|起|例|元|万元|亿元)))"
    rf"(?P<after>[余多来])?(?P<unit>{_UNIT})?(?P<late>左右|以上|上下|余)?"
)
"""The pattern of a number; groups before, digits, big, han, after, unit, late."""

BEGINS = rf"\d{_CHINESE}超逾多不至将接近大约"
"""The characters with which a number or the word before it begins, for a class in a pattern."""


class Number(NamedTuple):
    """A number in a text. ``start`` and ``end`` bound the numeral alone (1.2万, not 件), in the text it was read from.

    ``step`` is the worth of its last digit: 1.2万 speaks of anything that rounds or is cut to it.
    """

    value: Decimal
    step: Decimal
    nearness: Nearness
    unit: str
    start: int
    end: int
    is_chinese: bool = False

    @property
    def is_count(self) -> bool:
        """Whether it may count what the tables count; a number without a unit may."""
        return self.unit in COUNT_UNITS or not self.unit

    @property
    def is_days(self) -> bool:
        """Whether it is a stretch of days."""
        return self.unit in {"个工作日", "工作日", "天", "日"}

    @property
    def is_exact(self) -> bool:
        """Whether it names one whole number and no other."""
        return self.nearness == "exact" and self.step == 1

    def fits(self, figure: Figure, scale: Decimal = Decimal(1)) -> bool:
        """Whether a person who knows the figure would write this number for it.

        ``scale``: how many of the text's unit make one of the figure's.
        """
        if figure is None:
            return True
        distance = Decimal(figure) * scale - self.value
        slack = max(_last_place(self.value), self.value / 5)
        if self.nearness == "over":
            return 0 <= distance < max(slack, self.step)
        if self.nearness == "near":
            return -slack <= distance <= 0
        if self.nearness == "about":
            return abs(distance) <= slack
        return -self.step / 2 <= distance < self.step


def read(match: re.Match[str]) -> Number | None:
    """The number of a match of :data:`NUMBER`; None when the numeral is none."""
    han, digits, big = match["han"], match["digits"], match["big"] or ""
    if han is not None:
        value = _of_chinese(han)
        if value is None:
            return None
        start, end, step = match.start("han"), match.end("han"), Decimal(1)
    else:
        plain = digits.replace(",", "").replace("，", "")
        value, step = Decimal(plain), _BIG[""]
        if big or "." in plain:
            step = _BIG[big] / 10 ** len(plain.partition(".")[2])
            value *= _BIG[big]
        start, end = match.start("digits"), match.end("big" if big else "digits")
    return Number(value, step, _nearness(match), match["unit"] or "", start, end, han is not None)


def _of_chinese(text: str) -> Decimal | None:
    value = chinese_number(text)
    return None if value is None else Decimal(value)


@cache
def _words(pattern: str) -> frozenset[str]:
    return frozenset(pattern.split("|"))


def _nearness(match: re.Match[str]) -> Nearness:
    before, late = match["before"] or "", match["late"] or ""
    if before in _words(_NEAR):
        return "near"
    if match["after"] or before in _words(_OVER) or late in {"以上", "余"}:
        return "over"
    return "about" if before in _words(_ABOUT) or late else "exact"


def _last_place(value: Decimal) -> Decimal:
    """The place of the last digit that is not 0: 3700 → 100."""
    digits = value.normalize().as_tuple()
    exponent = digits.exponent
    return Decimal(10) ** exponent if isinstance(exponent, int) and value else Decimal(1)
