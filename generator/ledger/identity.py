"""What a case is called outside the ledger: its number where that says nothing about a person, else its cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.form.ledger_words import columns as names
from generator.ledger.rows import LedgerRow

_ALLOWED = frozenset("年号字第申请编")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_ELEVEN_DIGITS = re.compile(r"[0-9０-９](?:[-\s]?[0-9０-９]){10}")
"""Of a telephone or an identity card, also where strokes part it."""
_LONGEST = 40
_FEWEST_ALIKE = 3
"""So many numbers at least must begin alike before that is the office's prefix."""


def case_names(rows: Sequence[LedgerRow]) -> list[str]:
    """The name of each row's case."""
    prefix = _prefix(rows)
    return [_name(row, prefix) for row in rows]


def _name(row: LedgerRow, prefix: str) -> str:
    number = " ".join(row.text(names.NUMBER).split())
    if not row.case_number or len(number) > _LONGEST or _ELEVEN_DIGITS.search(number):
        return row.place(names.NUMBER)
    han = "".join(_HAN.findall(number.removeprefix(prefix)))
    return number if _ALLOWED.issuperset(han) else row.place(names.NUMBER)


def _prefix(rows: Sequence[LedgerRow]) -> str:
    """The Han characters with which all numbers begin that have any but the usual ones; '' where they differ, or where
    an applicant may be meant by them."""
    heads: set[str] = set()
    count = 0
    for row in rows:
        number = row.text(names.NUMBER)
        if set("".join(_HAN.findall(number))) - _ALLOWED:
            found = _HAN.match(number)
            heads.add(found[0] if found else "")
            count += 1
    head = next(iter(heads)) if len(heads) == 1 else ""
    applicants = {row.text(names.APPLICANT) for row in rows}
    named = any(head and (head in one or (one and one in head)) for one in applicants)
    is_offices = count >= _FEWEST_ALIKE and len(applicants - {""}) > 1 and not named
    return head if is_offices else ""
