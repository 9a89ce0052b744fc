"""What a person is asked: the entry of 对照.yaml it belongs to, where the doubt stands, what may be answered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

COLUMNS = "列"
SINGLE = "单件"
TERMS = "口径"
ROW_FIELD = "这一行"
"""The field of 单件 that says whether a struck-out row counts."""
SAME_NUMBER = "重号"
"""The field of 单件 that says what rows of one number are."""
OPEN = "？"
"""What stands where the person answers."""


class LedgerQuestion(NamedTuple):
    """One question. ``section``, ``key`` and ``field`` are its entry: 单件 → 2026-002 → 申请人类型.

    ``column`` is the ledger's column it is about, ``value`` what stands there ('' where that may not be shown).
    ``choices`` are answers that will do; ``why`` says in Chinese what the doubt is.
    """

    section: str
    key: str
    field: str
    column: str
    value: str
    cells: tuple[str, ...]
    cases: tuple[str, ...]
    choices: tuple[str, ...]
    why: str

    def as_dict(self) -> dict[str, Any]:
        """The question as ``--format json`` prints it."""
        return {
            "column": self.column,
            "value": self.value,
            "cells": list(self.cells),
            "cases": list(self.cases),
            "choices": list(self.choices),
        }


def gathered(questions: Iterable[LedgerQuestion]) -> tuple[LedgerQuestion, ...]:
    """Each entry asked for once, with all its cells and cases, in the order in which they came up."""
    found: dict[tuple[str, str, str], list[LedgerQuestion]] = {}
    for one in questions:
        found.setdefault((one.section, one.key, one.field), []).append(one)
    return tuple(
        same[0]._replace(
            cells=tuple(dict.fromkeys(cell for one in same for cell in one.cells)),
            cases=tuple(dict.fromkeys(case for one in same for case in one.cases)),
        )
        for same in found.values()
    )
