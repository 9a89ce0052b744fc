"""How figures, numbers of subheadings and days are printed."""

from __future__ import annotations

from datetime import date

from generator.form.model import Path
from generator.han.numerals import to_chinese
from generator.report.model import Figure, Figures

UNKNOWN = "？"
"""Stands for whatever could not be read; it only ever appears in a draft."""


def figure_text(value: Figure) -> str:
    """A figure as printed: a count plain, an amount with the decimals it was typed with, ？ for one not known."""
    return UNKNOWN if value is None else format(value, "f") if not isinstance(value, int) else str(value)


def cell_texts(figures: Figures, path: Path) -> tuple[str, ...]:
    """What is printed in the cells of a row, a single figure or a cell of words."""
    if path in figures.words:
        return (figures.words[path] or UNKNOWN,)
    return tuple([figure_text(value) for value in figures.row(path)])


def day_text(day: date) -> str:
    """2024年1月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def ordinal(number: int) -> str:
    """The number before a subheading, （一）, （二） … （十一）; from 100 on in digits."""
    return f"（{to_chinese(number) if number < 100 else number}）"
