"""Wrong notations of figures, each named, with what to write instead (NB103, NB104)."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.source.limits import MAX_AMOUNT
from generator.source.number_notation import LOOKS, NumberNotation
from generator.source.slip import Slip

_LONG = 60


def figure_slip(text: str, kind: str, unit: str) -> Slip:
    """Why ``text`` is no count (or amount, with its ``unit``), and the figure to write where it is known."""
    shown = _quote(text)
    if len(text) > _LONG:
        return Slip("NB103", f"{shown}太长，不是一个数。", _expected(kind))
    first = _look(text, kind, unit)
    if first is None:
        return Slip("NB103", f"{shown}不是数字。", _expected(kind))
    right, certain = _mend(first, kind, unit)
    hint = f"请写成 {right}" if right is not None else first.hint or _expected(kind)
    return Slip(first.code, f"{shown}：{first.message}", hint, right, certain)


def _mend(look: NumberNotation | None, kind: str, unit: str) -> tuple[str | None, bool]:
    """Follow the mended text through further looks until it reads as a figure; None when it never does.

    Also whether each step was certain.
    """
    certain = True
    for _ in range(8):
        if look is None or look.mended is None or look.code != "NB103":
            break
        text, certain = look.mended, certain and look.certain
        if _reads(text, kind):
            return text, certain
        look = _look(text, kind, unit)
    return None, True


def _reads(text: str, kind: str) -> bool:
    """Whether ``text`` is a right figure, told without coming back here."""
    if not re.fullmatch(r"(?:0|[1-9][0-9]*)(?:\.[0-9]{1,6})?", text, re.ASCII):
        return False
    if kind == "count":
        return "." not in text and len(text) <= 9
    return Decimal(text) <= MAX_AMOUNT


def _look(text: str, kind: str, unit: str) -> NumberNotation | None:
    for look in LOOKS:
        found = look(text, kind, unit)
        if found is not None:
            return found
    return None


def _expected(kind: str) -> str:
    if kind == "count":
        return "请写阿拉伯数字，例如 18；没有的写 0。"
    return "请写阿拉伯数字，可以有小数，例如 1.35；没有的写 0。"


def _quote(text: str) -> str:
    if len(text) > 30:
        return f"“{text[:30]}…”"
    return text if text.startswith(("“", "‘")) else f"“{text}”"
