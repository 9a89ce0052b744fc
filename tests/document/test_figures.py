"""Figures, ordinals and days as printed."""

from datetime import date
from decimal import Decimal

import pytest

from generator.document.figures import day_text, figure_text, ordinal


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (999_999_999, "999999999"),
        (Decimal("7730.28"), "7730.28"),
        (Decimal("10.50"), "10.50"),
        (Decimal("0.000000"), "0.000000"),
        (Decimal("1000000000000"), "1000000000000"),
        (None, "？"),
    ],
)
def test_a_figure_is_printed_as_typed(value: int | Decimal | None, text: str) -> None:
    assert figure_text(value) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "（一）"),
        (9, "（九）"),
        (10, "（十）"),
        (11, "（十一）"),
        (20, "（二十）"),
        (35, "（三十五）"),
        (100, "（100）"),
    ],
)
def test_ordinals(number: int, text: str) -> None:
    assert ordinal(number) == text


def test_a_day_has_no_leading_zeros() -> None:
    assert day_text(date(2024, 1, 20)) == "2024年1月20日"
