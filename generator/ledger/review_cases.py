"""One 复议 or one 诉讼 out of a ledger's row: which block of table 4 it is in, which column, or what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.form.ledger_words import columns as names
from generator.form.ledger_words.reviews import BY_RECEIPT, NO, PENDING, REVIEW_OUTCOMES, REVIEW_WORDS, YES
from generator.form.ledger_words.word import DROP
from generator.form.y2021.reviews import DIRECT_LITIGATION, LITIGATION_AFTER_REVIEW, RECONSIDERATION
from generator.ledger.dates import DateDoubt, read_day
from generator.ledger.lookup import plain
from generator.ledger.questions import SINGLE, LedgerQuestion
from generator.ledger.rows import LedgerRow
from generator.ledger.scene import DAY_WANTED, Scene

RECONSIDERED, DIRECT, AFTER = RECONSIDERATION.key, DIRECT_LITIGATION.key, LITIGATION_AFTER_REVIEW.key
BLOCKS = (RECONSIDERED, DIRECT, AFTER)
ReadDay = date | DateDoubt | None
"""A day as it was read; None for a blank cell."""
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
    if names.CASE_TYPE in row.columns:
        yield _of_type(row, case, scene, rule)
        return
    reviewed = any(row.says(role) for role in _REVIEW)
    if reviewed:
        yield _Reader(row, case, scene, rule, (_REVIEW, _REVIEW)).read((RECONSIDERED,))
    if any(row.says(role) for role in _SUIT):
        yield _Reader(row, case, scene, rule, (_SUIT, _SUIT)).read(_blocks_beside(row, reviewed))


def _of_type(row: LedgerRow, case: str, scene: Scene, rule: str) -> ReviewCase:
    """The case of a row that says in a column of its own whether it is a 复议 or a 诉讼."""
    kind = plain(scene.answers.of_case(case, names.CASE_TYPE) or row.text(names.CASE_TYPE))
    if "诉讼" in kind or "起诉" in kind:
        return _Reader(row, case, scene, rule, (_REVIEW, _SUIT)).read(_blocks_of_type(kind))
    reader = _Reader(row, case, scene, rule, (_REVIEW, _REVIEW))
    return reader.read((RECONSIDERED,)) if "复议" in kind else reader.read_untyped()


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
        return ReviewCase(self.case, blocks, outcomes, tuple(self.questions) if outcomes else ())

    def read_untyped(self) -> ReviewCase:
        """A case of which nobody knows yet which of the two it is; its days and its result may be asked then."""
        self._ask(names.CASE_TYPE, names.CASE_TYPE, BLOCKS, "是复议还是诉讼，看案件类型不能确定")
        return ReviewCase(self.case, BLOCKS, REVIEW_OUTCOMES, tuple(self.questions))

    def _blocks(self, blocks: tuple[str, ...]) -> tuple[str, ...]:
        said = plain(self.scene.answers.of_case(self.case, names.AFTER_REVIEW) or self.row.text(names.AFTER_REVIEW))
        if RECONSIDERED in blocks:
            return blocks
        if said in YES or said in NO:
            return (AFTER,) if said in YES else (DIRECT,)
        if not blocks:
            self._ask(names.AFTER_REVIEW, names.AFTER_REVIEW, ("是", "否"), f"起诉以前有没有经过{RECONSIDERED}")
        return blocks or (DIRECT, AFTER)

    def _outcomes(self) -> tuple[str, ...]:
        """The columns it may be in; none where it is not of the period or not counted."""
        result = self._result()
        filed = self._day(self.columns.filed, self.fields.filed)
        ended = self._day(self.columns.ended, self.fields.ended)
        first, last = self.scene.period
        if result == (DROP,) or (isinstance(filed, date) and filed > last):
            return ()
        if self.rule == BY_RECEIPT and isinstance(filed, date) and filed < first:
            return ()
        if self.rule != BY_RECEIPT and isinstance(ended, date) and ended < first:
            return ()
        if isinstance(ended, date) and ended > last:
            result = (PENDING,)
        if self._ask_days(filed, ended, result):
            return REVIEW_OUTCOMES
        return self._asked(result, ended)

    def _ask_days(self, filed: ReadDay, ended: ReadDay, result: tuple[str, ...]) -> bool:
        """Ask for the days without which nobody knows whether the case is of the period. Whether there are any."""
        before = len(self.questions)
        is_pending = result == (PENDING,)
        if isinstance(filed, DateDoubt):
            self._ask(self.columns.filed, self.fields.filed, (DAY_WANTED,), f"立案的日期：{filed.why}")
        elif filed is None and (is_pending or self.rule == BY_RECEIPT):
            self._ask(self.columns.filed, self.fields.filed, (DAY_WANTED,), "没有立案的日期")
        if isinstance(ended, DateDoubt):
            self._ask(self.columns.ended, self.fields.ended, (DAY_WANTED,), f"审结的日期：{ended.why}")
        elif ended is None and not is_pending and self.rule != BY_RECEIPT:
            self._ask(self.columns.ended, self.fields.ended, (DAY_WANTED,), "有结果，没有审结的日期")
        return len(self.questions) > before

    def _asked(self, result: tuple[str, ...], ended: ReadDay) -> tuple[str, ...]:
        is_over = isinstance(ended, date) and ended <= self.scene.period.last
        if is_over and result == (PENDING,) and not self.scene.answers.of_case(self.case, self.fields.result):
            why = f"{self.fields.result}：有审结的日期，没有结果"
            self._ask(self.columns.result, self.fields.result, (*REVIEW_OUTCOMES, DROP), why)
            return REVIEW_OUTCOMES
        if len(result) > 1:
            shown = self.row.shown(self.columns.result)
            why = f"{self.fields.result}“{shown}”归哪一列" if shown else f"{self.fields.result}归哪一列"
            self._ask(self.columns.result, self.fields.result, (*REVIEW_OUTCOMES, DROP), why, shown)
        return result

    def _result(self) -> tuple[str, ...]:
        answer = self.scene.answers.of_case(self.case, self.fields.result)
        if not answer and self.columns.result in self.row.unvalued:
            return REVIEW_OUTCOMES
        text = answer or self.row.text(self.columns.result)
        if not text:
            return (PENDING,)
        if text == DROP:
            return (DROP,)
        found = _BY_WORD.get(plain(text))
        return (found,) if found else REVIEW_OUTCOMES

    def _day(self, role: str, field: str) -> ReadDay:
        answer = self.scene.answers.of_case(self.case, field)
        if not answer and role in self.row.unvalued:
            return DateDoubt("公式没有存下来的值")
        return read_day(answer or self.row.values.get(role), self.scene.year)

    def _ask(self, role: str, field: str, choices: tuple[str, ...], why: str, value: str = "") -> None:
        place = (self.row.place(role),)
        self.questions.append(LedgerQuestion(SINGLE, self.case, field, field, value, place, (self.case,), choices, why))
