"""How much a text says something has changed: 增长25%, 减少4件, 增长近三成, 翻一番, 基本持平; and whether it has."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from generator.checks.disclosure.sentences.normalizing import PERCENT, percentage
from generator.checks.disclosure.sentences.numbers import Nearness, Number
from generator.han.numerals import chinese_number

RISES = "增加|增长|上升|提高|提升|多|上涨|净增|增幅|递增"
FALLS = "减少|下降|降低|少|回落|下滑|降幅|递减"
UNITS = "万元|万人次|万[次条件篇份人]|人次|件次|[件条份宗篇个次期人元起场项部]"
NUMBER = r"\d[\d,]*(?:\.\d+)?"
_NEAR: dict[str, Nearness] = {"近": "near", "将近": "near", "接近": "near", "约": "about"}
AMOUNT = (
    r"(?P<level>(?:基本|大体|大致)?持平)"
    r"|翻了?(?P<doubled>[一两二]?)番"
    rf"|(?P<way>{RISES}|{FALLS})(?:(?:了|[幅比]?[度例率]?(?:为|达到?)?)(?P<near>约|将近|接近|近|超过|超|逾)?\s*"
    rf"(?:(?P<by>{NUMBER}|[一二两三四五六七八九])(?P<more>[多余])?\s*"
    rf"(?P<unit>个?百分点|[%％倍成]|{UNITS})(?P<late>[多余半一二三四五六七八九])?|(?P<spelled>{PERCENT}))|(?=\s*[，。；）)]|\s*$))"
)
"""The pattern of an amount: groups level, doubled, way (alone: a direction without a number), near, by, more, unit;
spelled: 百分之二十五 in their place."""
_ABOUT_LEVEL = Decimal("0.05")
"""基本持平: so large a part of last year's number is as good as nothing; one piece always is (DESIGN, section 3)."""
_DOUBLE = (Decimal("0.9"), Decimal("1.5"))
"""翻番: from a little less than so many times as much (常说“近乎翻番”) up to half as much again."""


class Amount(NamedTuple):
    """A match of :data:`AMOUNT`, and the groups that say how much."""

    match: re.Match[str]

    @property
    def span(self) -> tuple[int, int]:
        """The words that would have to be changed: the number, else the words for the direction."""
        group = next(g for g in ("by", "spelled", "level", "doubled", "way") if self.match[g] is not None)
        start, end = self.match.span(group)
        return (self.match.string.rfind("翻", 0, start + 1), end + 1) if group == "doubled" else (start, end)

    @property
    def unit(self) -> str:
        """The unit as typed, 百分之 as %; '' where none is said."""
        return "%" if self.match["spelled"] else self.match["unit"] or ""

    def fits(self, now: Decimal, before: Decimal) -> bool:
        """Whether a person who knows both numbers would say so."""
        difference = now - before
        if level := self.match["level"]:
            slack = max(Decimal(1), before * _ABOUT_LEVEL) if len(level) > len("持平") else Decimal(0)
            return abs(difference) <= slack
        if self.match["doubled"] is not None:
            times = 2 ** int(chinese_number(self.match["doubled"] or "一") or 1)
            return not before or before * times * _DOUBLE[0] <= now <= before * times * _DOUBLE[1]
        return self._moved(difference, before)

    def _moved(self, difference: Decimal, before: Decimal) -> bool:
        rises = bool(re.fullmatch(RISES, self.match["way"]))
        if self.match["by"] is None and self.match["spelled"] is None:
            return bool(difference) and (difference > 0) == rises
        if difference and (difference > 0) != rises:
            return False
        if self.unit in "%％成倍" and not before:
            return True
        return self.number().fits(self._exact(abs(difference), before))

    def _exact(self, difference: Decimal, before: Decimal) -> Decimal:
        if self.unit == "倍":
            return difference / before
        return difference / before * 100 if self.unit in "%％成" else difference

    def number(self) -> Number:
        """The number said, 成 as tens of percent."""
        spelled = self.match["spelled"]
        written = (percentage(spelled.removeprefix("百分之")) or "0") if spelled else self.match["by"].replace(",", "")
        value = Decimal(written) if written[0].isdigit() else Decimal(chinese_number(written) or 0)
        step = Decimal(1).scaleb(-len(written.partition(".")[2]))
        nearness: Nearness = _NEAR.get(self.match["near"] or "", "over" if self.match["near"] else "exact")
        if self.match["more"] or self.match["late"] in {"多", "余"}:
            nearness = "over"
        if self.match["unit"] == "成":
            late = self.match["late"] or ""
            more = 5 if late == "半" else chinese_number(late) or 0
            step = Decimal(1) if late and late not in "多余" else Decimal(10)
            return Number(value * 10 + more, step, "about" if nearness == "exact" else nearness, "%", 0, 0)
        return Number(value, step, nearness, self.unit, 0, 0)


def right(amount: Amount, now: Decimal, before: Decimal) -> str:
    """What would be right, in the words of the amount."""
    if now == before:
        return "持平"
    way = "增加" if now > before else "减少"
    if (amount.unit or "件") in "%％成倍" and before:
        return f"{way}{round(abs(now - before) / before * 100, 2):f}%"
    return f"{way}{abs(now - before):f}"
