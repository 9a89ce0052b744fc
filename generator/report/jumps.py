"""Which changes from one year to the next are large enough to be worth a look (NB407, and the ledger's 同比)."""

from __future__ import annotations

from decimal import Decimal

_ENOUGH = 10
"""Figures below this jump without meaning anything."""


def jumped(now: int | Decimal, before: int | Decimal) -> bool:
    """Whether a figure went to 0, came from 0, or changed by half and more."""
    if max(now, before) < _ENOUGH or now == before:
        return False
    return now == 0 or before == 0 or (before >= _ENOUGH and 2 * abs(Decimal(now - before)) >= before)
