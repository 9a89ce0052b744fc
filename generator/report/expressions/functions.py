"""The functions that put figures into words, as data: what they are called, what they take, what they say."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from fractions import Fraction
from typing import NamedTuple

from generator.han.numerals import to_chinese
from generator.report.expressions.printing import DECIMALS, Number, rounded


class Takes(Enum):
    """What an argument must be."""

    NUMBER = auto()
    DIVISOR = auto()  # a number other than 0
    WHOLE = auto()  # a whole number that has a numeral
    NAME = auto()  # a name; the function gets its figure and last year's
    UNIT = auto()  # a quoted unit
    DECIMALS = auto()  # how many decimals, 0 to MOST_DECIMALS


MOST_DECIMALS = 6


class Parameter(NamedTuple):
    """An argument by its name; with a default it may be left out."""

    name: str
    takes: Takes
    default: str | int | None = None


class Function(NamedTuple):
    """A function for use in text. ``meaning`` tells a clerk, in Chinese, what it prints."""

    name: str
    parameters: tuple[Parameter, ...]
    meaning: str
    carry_out: Callable[..., str]

    @property
    def signature(self) -> str:
        """How it is written: 增减(a, b, 单位='')."""
        return f"{self.name}({', '.join(_shown(p) for p in self.parameters)})"


def _shown(parameter: Parameter) -> str:
    if parameter.default is None:
        return parameter.name
    return f"{parameter.name}={parameter.default!r}"


def change(now: Number, before: Number, unit: str) -> str:
    """增加3件, 减少3件, 持平. A change too small to print (below 0.005) is none."""
    amount = rounded(_difference(now, before))
    if amount == "0":
        return "持平"
    return f"减少{amount[1:]}{unit}" if amount.startswith("-") else f"增加{amount}{unit}"


def change_since_last_year(now: Number, last_year: Number, unit: str) -> str:
    """较上年增加3件, 较上年减少3件, 与上年持平."""
    words = change(now, last_year, unit)
    return f"与上年{words}" if words == "持平" else f"较上年{words}"


def growth(now: Number, before: Number) -> str:
    """增长12.5%, 下降12.5%, 持平."""
    percent = rounded(_difference(now, before) / abs(Fraction(before)) * 100)
    if percent == "0":
        return "持平"
    return f"下降{percent[1:]}%" if percent.startswith("-") else f"增长{percent}%"


def share(part: Number, whole: Number, decimals: Number) -> str:
    """83.33%."""
    return f"{rounded(Fraction(part) / Fraction(whole) * 100, int(decimals))}%"


def _difference(now: Number, before: Number) -> Fraction:
    return Fraction(now) - Fraction(before)


def in_chinese(number: Number) -> str:
    """十六."""
    return to_chinese(int(number))


_A, _B = Parameter("a", Takes.NUMBER), Parameter("b", Takes.NUMBER)
_DIVISOR = Parameter("b", Takes.DIVISOR)
_UNIT = Parameter("单位", Takes.UNIT, "")
_DECIMALS = Parameter("位数", Takes.DECIMALS, DECIMALS)

FUNCTIONS = (
    Function("增减", (_A, _B, _UNIT), "a 比 b 增加、减少多少：增加3件、减少3件、持平", change),
    Function(
        "较上年",
        (Parameter("a", Takes.NAME), _UNIT),
        "a 比上年报告里的同一个数增加、减少多少：较上年增加3件、与上年持平",
        change_since_last_year,
    ),
    Function("增减幅", (_A, _DIVISOR), "a 比 b 增长、下降百分之几：增长12.5%、下降12.5%、持平", growth),
    Function("占比", (_A, _DIVISOR, _DECIMALS), "a 占 b 的百分之几，最多几位小数：83.33%", share),
    Function("汉字", (Parameter("n", Takes.WHOLE),), "用汉字写的数：十六", in_chinese),
)

BY_NAME = {function.name: function for function in FUNCTIONS}
