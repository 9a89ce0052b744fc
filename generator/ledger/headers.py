"""The head of a ledger found by its words: under a title, in one row or two, with merged cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from generator.form.ledger_words import columns as names
from generator.ledger.columns import is_other, role_of
from generator.ledger.lookup import plain
from generator.ledger.sheets import LedgerSheet, SheetRow
from generator.ledger.structure import MergedRange

_LOOKED_AT = 40
"""Rows from the top in which a head is looked for: titles, units and notes on filling in stand above it."""
_FEWEST = 2
"""Columns of ours that make a row a head."""
_MOST_AREAS = 200
"""Merged ranges of a row that are looked at; a head of 100 columns has at most 50."""
_TELLING = frozenset({names.RECEIVED, names.ANSWERED, names.OUTCOME, names.KIND, names.NUMBER})
_TELLING_REVIEWS = frozenset({names.REVIEW_RESULT, names.SUIT_RESULT, names.REVIEW_FILED, names.SUIT_FILED})


class LedgerHead(NamedTuple):
    """Names by column (from 0), and the row numbers (from 1) of the head's first and last row."""

    names: Mapping[int, str]
    first: int
    last: int


def find_head(sheet: LedgerSheet, answers: Mapping[str, str]) -> LedgerHead | None:
    """The head with the most columns known by the table of names or by ``answers``; None where there is none."""
    best: LedgerHead | None = None
    most = _FEWEST - 1
    for head in sorted(
        _candidates(sheet), key=lambda found: found.last - found.first
    ):  # one row, where it says as much
        roles = _known(head.names, answers)
        if len(roles) > most and not roles.isdisjoint(_TELLING | _TELLING_REVIEWS):
            best, most = head, len(roles)
    return best


def _candidates(sheet: LedgerSheet) -> Iterator[LedgerHead]:
    rows = sheet.rows[:_LOOKED_AT]
    for at, row in enumerate(rows):
        yield LedgerHead(_texts(row), row.number, row.number)
        below = rows[at + 1] if at + 1 < len(rows) else None
        if below and below.number == row.number + 1 and _may_be_lower(row, below):
            yield LedgerHead(_combined(sheet, row, below), row.number, below.number)


def _known(heads: Mapping[int, str], answers: Mapping[str, str]) -> set[str]:
    found = set()
    for name in heads.values():
        meant = role_of(name)
        if meant or plain(name) in answers:
            found.add(answers.get(plain(name)) or (meant[0] if meant else ""))
    return found


def _texts(row: SheetRow) -> dict[int, str]:
    return {column: value for column, value in enumerate(row.values) if isinstance(value, str)}


def _may_be_lower(upper: SheetRow, lower: SheetRow) -> bool:
    """Whether a row may be the lower half of a head: words alone, and nothing below a name that is complete."""
    if any(isinstance(value, date | int) for value in lower.values):
        return False
    above = _texts(upper)
    complete = {column for column, name in above.items() if role_of(name) or is_other(name)}
    return not any(_is_data(above[column], value) for column, value in _texts(lower).items() if column in complete)


def _is_data(upper: str, lower: str) -> bool:
    """Whether what stands below a complete name is no part of a name (补正告知日 below 补正 is)."""
    return not (role_of(upper + lower) or role_of(lower) or lower == upper)


def _combined(sheet: LedgerSheet, upper: SheetRow, lower: SheetRow) -> dict[int, str]:
    above, below = _texts(upper), _texts(lower)
    found: dict[int, str] = {}
    areas = [a for a in sheet.merged if a.top <= upper.number <= a.bottom and a.left < a.right][:_MOST_AREAS]
    group = ""
    for column in range(max(len(upper.values), len(lower.values))):
        group = above.get(column) or (group if _goes_on(areas, column) or column in below else "")
        own, over = below.get(column, ""), group
        joined = f"{over}{own}"
        is_joined = bool(own) and (role_of(joined) is not None or is_other(joined) or not role_of(own))
        name = joined if is_joined else own or above.get(column, "")
        if name:
            found[column] = name
    return found


def _goes_on(areas: list[MergedRange], column: int) -> bool:
    """Whether a cell belongs to a merged range that began further left."""
    return any(area.left <= column < area.right for area in areas)
