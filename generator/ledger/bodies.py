"""Several bodies in one ledger: which of them this report is about, asked once for each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.form.ledger_words import columns as names
from generator.ledger.questions import LedgerQuestion
from generator.ledger.rows import LedgerRow
from generator.ledger.scene import OTHERS, OURS, Scene

_BODY = re.compile(
    r"[\u4e00-\u9fff]{2,30}(?:局|委|委员会|办|办公室|办公厅|厅|院|政府|中心|处|所|站|队|部|会|街道|镇|乡)"
)
"""A public body's name, which may be shown."""


def bodies_of(rows: Sequence[LedgerRow]) -> frozenset[str]:
    """The bodies that answer, '' for rows that name none; empty where the ledger has only one."""
    found = frozenset(row.text(names.BODY) for row in rows)
    return found if len(found - {""}) > 1 else frozenset()


def owner_of(row: LedgerRow, scene: Scene) -> str | None:
    """Whose case a row is: OURS or OTHERS, None while that is open."""
    body = row.text(names.BODY)
    if body not in scene.bodies:
        return OURS
    answer = scene.answers.of_value(names.BODY, body) if body else ""
    answer = answer or scene.answers.of_value(names.BODY, row.place(names.BODY))
    return answer if answer in {OURS, OTHERS} else None


def question_of(row: LedgerRow, case: str) -> LedgerQuestion:
    """The question about a row's body."""
    body = row.text(names.BODY)
    place, choices = (row.place(names.BODY),), (OURS, OTHERS)
    if not (row.shown(names.BODY) or _BODY.fullmatch(body)):
        body = ""
    why = f"答复主体“{body}”是不是本机关（台账里有几个答复主体）" if body else "答复主体是不是本机关"
    key = body or row.place(names.BODY)
    return LedgerQuestion(names.BODY, key, "", names.BODY, body, place, (case,), choices, why)
