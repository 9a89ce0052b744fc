"""Sheets → the bytes of an .xlsx file: same sheets, same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime
from tempfile import TemporaryDirectory
from typing import Any

from generator.workbook.model import Formula, Look, Row, Sheet
from generator.workbook.text import safe_text

_FONT = "宋体"
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\n")
_DAY = datetime(2021, 1, 1)
"""The date in the file's properties: always the same, so that the bytes are."""
_A4 = 9
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.7, "bottom": 0.6}
_LONGEST_HEADING = 100


def make(sheets: Iterable[Sheet], *, title: str = "", large: bool = False) -> bytes:
    """The workbook. ``large``: rows go through temporary files, so that memory stays flat however many there are.

    Raises ImportError when xlsxwriter is not installed, OSError when temporary files cannot be written.
    """
    if not large:
        return _made(sheets, title, {"in_memory": True})
    with TemporaryDirectory(prefix="nianbao-") as folder:
        return _made(sheets, title, {"constant_memory": True, "tmpdir": folder})


def _made(sheets: Iterable[Sheet], title: str, options: dict[str, Any]) -> bytes:
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    out = io.BytesIO()
    book = Workbook(out, {**options, "default_format_properties": {"font_name": _FONT, "font_size": 10}})
    book.set_properties({"title": safe_text(title), "created": _DAY})
    looks = _Looks(book)
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name), sheet, looks)
    try:
        book.close()
    except FileCreateError as fault:  # an OSError in its clothes
        raise OSError(*fault.args) from fault
    return out.getvalue()


class _Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.made: dict[tuple[Look, bool], Any] = {}

    def of(self, look: Look, *, guarded: bool = False) -> Any:
        """The format; ``guarded`` text stays text when somebody edits the cell."""
        found = self.made.get((look, guarded))
        if found is None:
            found = self.made[look, guarded] = self.book.add_format(_properties(look, guarded))
        return found


def _properties(look: Look, guarded: bool) -> dict[str, Any]:
    return {
        "font_name": _FONT,
        "font_size": look.size,
        "bold": look.bold,
        "align": look.align,
        "valign": "vcenter",
        "text_wrap": True,
        "num_format": look.number,
        "quote_prefix": guarded,
        **({"border": 1, "border_color": "#A6A6A6"} if look.border else {}),
        **({"bg_color": look.fill} if look.fill else {}),
        **({"font_color": look.colour} if look.colour else {}),
    }


def _write(page: Any, sheet: Sheet, looks: _Looks) -> None:
    for column, wide in enumerate(sheet.widths):
        page.set_column(column, column, wide)
    last = -1
    for last, row in enumerate(sheet.rows):
        if row.height is not None:
            page.set_row(last, row.height)
        _write_row(page, last, row, looks)
    for area in sheet.merged:
        # merge_range() would write later rows, which a workbook on flat memory has not come to or has put away
        page.merge.append([area.row, area.column, area.row + area.rows - 1, area.column + area.columns - 1])
    if sheet.header:
        page.freeze_panes(sheet.header[1] + 1, sheet.kept_columns)
        if sheet.filtered:
            page.autofilter(sheet.header[1], 0, max(last, sheet.header[1]), len(sheet.widths) - 1)
    _set_print(page, sheet)


def _write_row(page: Any, number: int, row: Row, looks: _Looks) -> None:
    for column, (value, look) in enumerate(zip(row.values, row.looks, strict=True)):
        if value is None or value == "":
            page.write_blank(number, column, None, looks.of(look))
        elif isinstance(value, str):
            text = safe_text(value)
            page.write_string(number, column, text, looks.of(look, guarded=text.startswith(_FORMULA_SIGNS)))
        elif isinstance(value, Formula):
            page.write_formula(number, column, f"={value.text}", looks.of(look), _cached(value))
        else:
            page.write_number(number, column, value, looks.of(look))


def _cached(formula: Formula) -> int | float | str:
    value = formula.value
    return value if isinstance(value, int | str) else float(value)


def _set_print(page: Any, sheet: Sheet) -> None:
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(**_MARGINS)
    page.center_horizontally()
    page.set_header(f"&C{safe_text(sheet.heading)[:_LONGEST_HEADING].replace('&', '&&')}")
    page.set_footer("&C&P / &N")
    if sheet.header:
        page.repeat_rows(*sheet.header)
    if sheet.kept_columns:
        page.repeat_columns(0, sheet.kept_columns - 1)
    if sheet.breaks:
        page.set_v_pagebreaks(list(sheet.breaks))
    if sheet.pages:
        page.fit_to_pages(*sheet.pages)
    else:
        page.set_print_scale(sheet.scale)
