"""The few looks that every sheet has."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from generator.workbook.model import CellStyle

HEADER = CellStyle("center", bold=True, fill="#EDEDED")
TEXT = CellStyle()
CENTRED = CellStyle("center")
BESIDE = CellStyle(border=False, colour="#595959", size=9)
"""What stands outside of a table and explains it."""

NOTICED = "#FFEB9C"
"""The fill of what is worth a look."""
PERCENT = CENTRED._replace(number="0.00%")


@lru_cache(maxsize=64)
def number_look(decimals: int) -> CellStyle:
    """A figure with so many decimals."""
    return CENTRED._replace(number=f"0.{'0' * decimals}" if decimals else "0")


def figure_look(value: int | Decimal) -> CellStyle:
    """A figure with the decimals that it has."""
    return number_look(0 if isinstance(value, int) else max(0, -int(value.as_tuple().exponent)))
