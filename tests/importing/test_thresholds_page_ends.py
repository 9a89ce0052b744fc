"""Thresholds of rows at a page's end have two inputs just on their two sides. See `test_thresholds_readers`."""

from __future__ import annotations

import pytest
from thresholds.pins import Pin, holds

from generator.importing.blocks import Table
from generator.importing.readers.pdf_blocks import blocks_of
from generator.importing.readers.pdf_lines import PlacedLine
from generator.importing.readers.pdf_page import Char, PdfPage, RuledLine
from generator.importing.readers.pdf_wrapped import is_wrapped

RULES = (100.0, 200.0, 300.0, 400.0)


def _char(text: str, left: float, top: float) -> Char:
    return Char(text, left, top, left + 10, top + 10, top + 9, 10.0)


def _page(number: int, loose: list[Char]) -> PdfPage:
    across = [RuledLine(RULES[0], y, RULES[-1], y) for y in (100.0, 120.0, 140.0)]
    down = [RuledLine(x, 100.0, x, 140.0) for x in RULES]
    rows = [
        _char(text, left + 40, top) for top in (105, 125) for left, text in zip(RULES, f"甲1{number}", strict=False)
    ]
    return PdfPage(number, [*rows, *loose], across, down)


def _is_row(loose: list[Char]) -> bool:
    """Whether what stands below the table of a page is a row of it."""
    (table, *_) = blocks_of([_page(1, loose), _page(2, [])])
    return isinstance(table, Table) and len(table.rows) == 5


def _below(gap: float) -> object:
    """A row so far below the last rule, with what a rule's place allows for."""
    return _is_row([_char(text, left + 40, 143 + gap) for left, text in zip(RULES, "乙34", strict=False)])


def _filled(count: int) -> object:
    return _is_row([_char(text, left + 40, 145) for left, text in zip(RULES, "乙34"[:count], strict=False)])


def _across(reach: float) -> object:
    """A figure that begins so far before the rule on its left is none of the column."""
    return not _is_row([_char("乙", 140, 145), _char("3", 200 - reach, 145), _char("4", 340, 145)])


def _wrapped(width: float) -> object:
    """Four digits of 5 points and two below them, in a cell so wide."""
    lines = [PlacedLine(text, 0, top, len(text) * 5.0, top + 10, 10) for text, top in (("1234", 0), ("56", 10))]
    return is_wrapped(lines, width)


PINS = [
    Pin("importing.readers.pdf_page_ends:_NEXT", _below, 19.9, 20.1),
    Pin("importing.readers.pdf_page_ends:_ENOUGH", _filled, 3, 2),
    Pin("importing.readers.pdf_page_ends:_INTO", _across, 1.1, 0.9),
    Pin("importing.readers.pdf_wrapped:_PADDING", _wrapped, 36.9, 37.1),
]


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: f"{pin.constant} {pin.yes}/{pin.no}"[:90])
def test_the_threshold_stands_between_the_two(pin: Pin) -> None:
    assert holds(pin)
