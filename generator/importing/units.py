"""In what unit a row's figures were printed, as the heading above them says, and the figures in the form's unit."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.importing.figures import Printed, unread
from generator.source.money import MULTIPLES, money, plain_number
from generator.source.scalars import Slip, read_amount, read_count

_MULTIPLE = r"(十万|百万|千万|万|千|百|亿)"
_MONEY = re.compile(rf"(?:单位|金额|收费|收入|费用|数额)(?:为|是)?[件个条项次宗份和及]{{0,4}}(?:人民币)?{_MULTIPLE}?元")
_FOREIGN = re.compile(rf"(?:单位|金额|收费)(?:为|是)?{_MULTIPLE}?(?:[美港欧日英澳]元|港币|英镑|外币|角|分(?!类))")
_COUNTS = re.compile(rf"(?:单位|数量|件数|条数|决定数)(?:为|是)?{_MULTIPLE}[件个条项次宗份]")

UNKNOWN = 0
"""The unit is named and is none that we know, or two are named."""
_YUAN_IN_FORM = 10_000
"""The form has its only amount in 万元 (国办公开办函〔2021〕30号)."""


def in_row(marks: tuple[Printed, ...], amount: bool, before: str, header: str) -> tuple[Printed, ...]:
    """A row's figures in the unit of the form; what cannot be converted exactly is unread.

    ``before`` is the text since the figures above the row, ``header`` what stands above the whole table; both as
    letters alone.
    """
    unit = _yuan(before, header) if amount else _factor(before, header)
    as_printed = unit == (_YUAN_IN_FORM if amount else 1)
    return tuple(
        mark if not mark.text or mark.nothing or (as_printed and not mark.notation) else _converted(mark, amount, unit)
        for mark in marks
    )


def _yuan(before: str, header: str) -> int:
    """How many 元 the unit of an amount is; what the heading says nothing of is the form's 万元."""
    texts = f"{before} {header}"
    found = {MULTIPLES[m[1]] if m[1] else 1 for m in _MONEY.finditer(texts)}
    if _FOREIGN.search(texts) or len(found) > 1:
        return UNKNOWN
    return found.pop() if found else _YUAN_IN_FORM


def _factor(before: str, header: str) -> int:
    """By what counts are to be multiplied (单位：万件)."""
    for text in (before, header):
        if found := [MULTIPLES[m[1]] for m in _COUNTS.finditer(text)]:
            return found[-1]
    return 1


def _converted(mark: Printed, amount: bool, unit: int) -> Printed:
    if mark.text == "0":
        return mark._replace(notation="")  # nothing is nothing in every unit
    right = _amount(mark, unit) if amount else _count(mark, unit)
    if right is None:
        return unread(mark.printed or mark.text).at(mark.column, mark.place)
    return mark._replace(text=right, notation="")


def _amount(mark: Printed, unit: int) -> str | None:
    written = money(mark.notation) if mark.notation else None
    if mark.notation and written is None:
        return None  # 16件 where money stands
    if written is None:
        yuan = Decimal(mark.text) * unit if unit != UNKNOWN else None
    elif written.yuan or unit == 1:
        yuan = Decimal(written.number) * (MULTIPLES[written.multiple] if written.multiple else 1)
    else:
        yuan = None  # 5千 among 万元: 5千元 or 5千万元
    if yuan is None:
        return None
    right = plain_number(str(yuan / _YUAN_IN_FORM))
    return None if right is None or isinstance(read_amount(right), Slip) else right


def _count(mark: Printed, factor: int) -> str | None:
    if mark.notation:
        value = read_count(mark.notation)
        return value.replacement if isinstance(value, Slip) and value.certain and factor == 1 else None
    return plain_number(str(Decimal(mark.text) * factor))
