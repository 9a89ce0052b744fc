"""A row as it is written on one line, {自然人: 3, 其他: 1}: the one place that puts keys and values in braces."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal


def in_braces(cells: Iterable[tuple[str, object]]) -> str:
    """Keys and values on one line, each value as it is to be written."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in cells) + "}"


def row_written(cells: Iterable[tuple[str, int | Decimal | None]]) -> str:
    """A row of figures: its cells that are not 0, or 0 where all are."""
    some = [(key, f"{value:f}" if isinstance(value, Decimal) else value) for key, value in cells if value]
    return in_braces(some) if some else "0"
