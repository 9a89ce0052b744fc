"""One line of the table of words: what ledgers write, and what it stands for."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from generator.form import keys

NOTHING = frozenset({"", "-", "—", "——", "/", "\\", "无", "空", "、", "－"})
"""What stands in a cell in which nothing is meant."""
NO = NOTHING | {"否", "没有", "未", "未延期", "不延期", "×", "x", "n", "no", "0"}
"""The same in a column that is filled only where something happened: an extension, a supplement, a 复议."""
DROP = "不计"
"""The answer for what is no application of this report."""
CARRY = keys.CARRIED_OUT
"""The answer for what was not finished within the period."""


class Nature(Enum):
    """What a word does to a case."""

    RESULT = auto()  # it is the case's one result
    AFTER_SUPPLEMENT = auto()  # the same, where the ledger says when the applicant was told to supplement
    WITHDRAWN = auto()  # the same, on the day of the withdrawal
    OPEN = auto()  # not finished yet
    NO_APPLICATION = auto()  # left out and listed
    ASK = auto()  # a person decides, case by case


class OutcomeWord(NamedTuple):
    """``writings`` in the ledger stand for ``places`` below 办理结果: the one it is, or those it may be (ASK).

    ``law`` is the article of 《条例》, ``source`` where the meaning is found, ``example`` a cell of a ledger.
    """

    writings: tuple[str, ...]
    places: tuple[str, ...]
    nature: Nature
    law: str
    source: str
    example: str


class KindWord(NamedTuple):
    """``writings`` of the applicant's kind stand for one of ``kinds``: the one it is, or those to choose from."""

    writings: tuple[str, ...]
    kinds: tuple[str, ...]
    source: str
    example: str
