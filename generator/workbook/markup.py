"""Rows as the markup of SpreadsheetML. Text stands in the cells themselves and can never be a formula."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache

from generator.workbook.model import CellStyle, Formula, Row, Value
from generator.workbook.text import height, lines_in, name_of_cell, safe_text

Style = Callable[[CellStyle, bool], int]
"""The number of a look's style; True: text that stays text when somebody edits the cell."""

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\n")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would read as an escaped character."""
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def row_markup(number: int, row: Row, widths: Sequence[float], style: Style) -> str:
    """The row, counted from 0, with its height."""
    name = str(number + 1)
    cells = [
        f'<c r="{letters}{name}" s="{style(look, False)}"><v>{value}</v></c>'
        if type(value) is int
        else _cell(f"{letters}{name}", value, look, style)
        for letters, value, look in zip(_letters(len(row.values)), row.values, row.looks, strict=True)
    ]
    return f'<row r="{name}" ht="{_height(row, widths):g}" customHeight="1">{"".join(cells)}</row>'


def _cell(name: str, value: Value, look: CellStyle, style: Style) -> str:
    if value is None or value == "":
        return f'<c r="{name}" s="{style(look, False)}"/>'
    if isinstance(value, str):
        text = safe_text(value)
        number = style(look, text.startswith(_FORMULA_SIGNS))
        return f'<c r="{name}" s="{number}" t="inlineStr"><is><t xml:space="preserve">{_escaped(text)}</t></is></c>'
    number = style(look, False)
    if not isinstance(value, Formula):
        return f'<c r="{name}" s="{number}"><v>{_number(value)}</v></c>'
    if isinstance(value.value, str):
        kind, shown = ' t="str"', _escaped(value.value)
    else:
        kind, shown = "", _number(value.value)
    return f'<c r="{name}" s="{number}"{kind}><f>{_escaped(value.text)}</f><v>{shown}</v></c>'


def _number(value: int | Decimal) -> str:
    """All digits; of a number without end as many as a spreadsheet keeps."""
    return str(value) if isinstance(value, int) else f"{value:.17g}"


def _escaped(text: str) -> str:
    return _ESCAPED.sub("_x005F_", text).translate(_ENTITIES)


def _height(row: Row, widths: Sequence[float]) -> float:
    """As given, else what the longest text needs: not every program makes room for wrapped text by itself."""
    if row.height is not None:
        return row.height
    cells = zip(row.values, widths, strict=False)
    return height(max((lines_in(value, room) for value, room in cells if isinstance(value, str)), default=1))


@lru_cache(maxsize=8)
def _letters(columns: int) -> tuple[str, ...]:
    return tuple(name_of_cell(0, column)[:-1] for column in range(columns))
