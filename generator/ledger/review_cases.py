"""One 复议 or one 诉讼 out of a ledger's row: which block of table 4 it is in, which column, or what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.ledger.dates import read_day
from generator.ledger.lookup import may_be_shown, plain
from generator.ledger.questions import SINGLE, LedgerQuestion
from generator.ledger.rows import LedgerRow
from generator.ledger.scene import DAY_WANTED, Scene
from generator.ledger.words import columns as names
from generator.ledger.words.reviews import BY_RECEIPT, NO, PENDING, REVIEW_OUTCOMES, REVIEW_WORDS, YES
from generator.ledger.words.word import DROP

RECONSIDERED, DIRECT, AFTER = "行政复议", "未经复议直接起诉", "复议后起诉"
BLOCKS = (RECONSIDERED, DIRECT, AFTER)
_BY_WORD = {plain(one): outcome for outcome, words in REVIEW_WORDS.items() for one in words}


class _Part(NamedTuple):
    """The columns of one kind of case, and the fields of 单件 that answer about it."""

    filed: str
    ended: str
    result: str


_REVIEW = _Part(names.REVIEW_FILED, names.REVIEW_ENDED, names.REVIEW_RESULT)
_SUIT = _Part(names.SUIT_FILED, names.SUIT_ENDED, names.SUIT_RESULT)


class ReviewCase(NamedTuple):
    """``blocks`` and ``outcomes`` that it may be in; () for outcomes: not in this period, or not counted."""

    case: str
    blocks: tuple[str, ...]
    outcomes: tuple[str, ...]
    questions: tuple[LedgerQuestion, ...] = ()


def review_cases(row: LedgerRow, case: str, scene: Scene, rule: str) -> Iterator[ReviewCase]:
    """The cases of a row: none, one, or a 复议 and the 诉讼 that came after it. ``rule`` is the answer on years."""
    kind = plain(row.text(names.CASE_TYPE))
    if "诉讼" in kind or "起诉" in kind:
        yield _Reader(row, case, scene, rule, (_REVIEW, _SUIT)).read(_blocks_of_type(kind))
        return
    reviewed = any(row.values.get(role) is not None for role in _REVIEW)
    if reviewed:
        yield _Reader(row, case, scene, rule, (_REVIEW, _REVIEW)).read((RECONSIDERED,))
    if any(row.values.get(role) is not None for role in _SUIT):
        yield _Reader(row, case, scene, rule, (_SUIT, _SUIT)).read(_blocks_beside(row, reviewed))


def _blocks_of_type(kind: str) -> tuple[str, ...]:
    return (DIRECT,) if kind == DIRECT else (AFTER,) if kind == AFTER else ()


def _blocks_beside(row: LedgerRow, reviewed: bool) -> tuple[str, ...]:
    """Which suit it is, told by the 复议 in the same row; () where the ledger has no columns for that."""
    if reviewed:
        return (AFTER,)
    return (DIRECT,) if names.REVIEW_RESULT in row.columns or names.REVIEW_FILED in row.columns else ()


class _Reader:
    def __init__(self, row: LedgerRow, case: str, scene: Scene, rule: str, parts: tuple[_Part, _Part]) -> None:
        self.row, self.case, self.scene, self.rule = row, case, scene, rule
        self.columns, self.fields = parts  # where it stands, and by which fields it is answered
        self.questions: list[LedgerQuestion] = []

    def read(self, blocks: tuple[str, ...]) -> ReviewCase:
        blocks = self._blocks(blocks)
        outcomes = self._outcomes()
        if not outcomes:
            return ReviewCase(self.case, blocks, ())
        return ReviewCase(self.case, blocks, outcomes, tuple(self.questions))

    def _blocks(self, blocks: tuple[str, ...]) -> tuple[str, ...]:
        said = plain(self.scene.answers.of_case(self.case, names.AFTER_REVIEW) or self.row.text(names.AFTER_REVIEW))
        if RECONSIDERED in blocks:
            return blocks
        if said in YES or said in NO:
            return (AFTER,) if said in YES else (DIRECT,)
        if not blocks:
            self._ask(names.AFTER_REVIEW, names.AFTER_REVIEW, ("是", "否"), "起诉以前有没有经过行政复议")
        return blocks or (DIRECT, AFTER)

    def _outcomes(self) -> tuple[str, ...]:
        """The columns it may be in; none where it is not of the period or not counted."""
        result = self._result()
        filed, ended = (
            self._day(self.columns.filed, self.fields.filed),
            self._day(self.columns.ended, self.fields.ended),
        )
        last = self.scene.period.last
        if result == (DROP,) or (filed and filed > last):
            return ()
        if ended and ended > last:
            result = (PENDING,)
        if self.rule == BY_RECEIPT:
            return self._by_receipt(filed, result)
        return self._by_end(ended, result)

    def _by_receipt(self, filed: date | None, result: tuple[str, ...]) -> tuple[str, ...]:
        if filed is None:
            self._ask(self.columns.filed, self.fields.filed, (DAY_WANTED,), "没有立案的日期")
            return REVIEW_OUTCOMES
        return self._asked(result) if filed >= self.scene.period.first else ()

    def _by_end(self, ended: date | None, result: tuple[str, ...]) -> tuple[str, ...]:
        if ended is None and result != (PENDING,):
            self._ask(self.columns.ended, self.fields.ended, (DAY_WANTED,), "有结果，没有审结的日期")
            return REVIEW_OUTCOMES
        early = ended is not None and ended < self.scene.period.first
        return () if early else self._asked(result)

    def _asked(self, result: tuple[str, ...]) -> tuple[str, ...]:
        if len(result) > 1:
            text = self.row.text(self.columns.result)
            shown = text if may_be_shown(text) else ""
            why = f"{self.fields.result}“{shown}”归哪一列" if shown else f"{self.fields.result}归哪一列"
            self._ask(self.columns.result, self.fields.result, (*REVIEW_OUTCOMES, DROP), why, shown)
        return result

    def _result(self) -> tuple[str, ...]:
        text = self.scene.answers.of_case(self.case, self.fields.result) or self.row.text(self.columns.result)
        if not text:
            return (PENDING,)
        if text == DROP:
            return (DROP,)
        found = _BY_WORD.get(plain(text))
        return (found,) if found else REVIEW_OUTCOMES

    def _day(self, role: str, field: str) -> date | None:
        answer = self.scene.answers.of_case(self.case, field)
        found = read_day(answer or self.row.values.get(role), self.scene.year)
        return found if isinstance(found, date) else None

    def _ask(self, role: str, field: str, choices: tuple[str, ...], why: str, value: str = "") -> None:
        place = (self.row.place(role),)
        self.questions.append(LedgerQuestion(SINGLE, self.case, field, field, value, place, (self.case,), choices, why))
