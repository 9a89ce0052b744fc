"""Several bodies in one ledger: which of them this report is about, asked once for each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ledger.answers import Answers
from generator.ledger.lookup import may_be_shown
from generator.ledger.questions import LedgerQuestion
from generator.ledger.rows import LedgerRow
from generator.ledger.scene import OTHERS, OURS
from generator.ledger.words import columns as names

_BODY = re.compile(
    r"[\u4e00-\u9fff]{2,30}(?:局|委|委员会|办|办公室|办公厅|厅|院|政府|中心|处|所|站|队|部|会|街道|镇|乡)"
)
"""A public body's name, which may be shown."""


def bodies_of(rows: Sequence[LedgerRow], answers: Answers) -> dict[str, str | None]:
    """What was answered about each body, None while it is open; empty where the ledger has only one."""
    found = {text for row in rows if (text := row.text(names.BODY))}
    if len(found) < 2:
        return {}
    return {body: _answer(body, answers) for body in sorted(found)}


def _answer(body: str, answers: Answers) -> str | None:
    answer = answers.of_value(names.BODY, body)
    return answer if answer in {OURS, OTHERS} else None


def question_of(row: LedgerRow, case: str) -> LedgerQuestion:
    """The question about a row's body."""
    body = row.text(names.BODY)
    place, choices = (row.place(names.BODY),), (OURS, OTHERS)
    if not (may_be_shown(body) or _BODY.fullmatch(body)):
        body = ""
    why = f"答复主体“{body}”是不是本机关（台账里有几个答复主体）" if body else "答复主体是不是本机关"
    key = body or row.place(names.BODY)
    return LedgerQuestion(names.BODY, key, "", names.BODY, body, place, (case,), choices, why)
