"""Sheets → the bytes of an .xlsx file: same sheets, same bytes."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import datetime
from tempfile import TemporaryDirectory
from typing import Any, TextIO

from generator.files.marks import MARK
from generator.workbook.filling import Filling, NumberedStyles, filled
from generator.workbook.markup import row_markup
from generator.workbook.model import Area, CellStyle, Sheet
from generator.workbook.text import name_of_cell, safe_text

_FONT = "宋体"
_DAY = datetime(2021, 1, 1)
"""The date in the file's properties: always the same, so that the bytes are."""
_A4 = 9
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.7, "bottom": 0.6}
_NOT_WRONG = ("formula_range", "formula_differs", "number_stored_as_text")
"""What Excel would mark with a green corner, though it is meant: a total leaves out the figures beside it."""
_LONGEST_HEADING = 100


def make(sheets: Iterable[Sheet], *, title: str = "", large: bool = False) -> bytes:
    """The workbook. ``large``: rows go through temporary files, so that memory stays flat however many there are.

    Raises ImportError when xlsxwriter is not installed, OSError when temporary files cannot be written.
    """
    if not large:
        return _made(sheets, title, "")
    with TemporaryDirectory(prefix="nianbao-") as folder:
        return _made(sheets, title, folder)


def _made(sheets: Iterable[Sheet], title: str, folder: str) -> bytes:
    """``folder`` is for temporary files, '' for none."""
    from xlsxwriter import Workbook

    frame = io.BytesIO()
    book = Workbook(frame, {"in_memory": True, "default_format_properties": {"font_name": _FONT, "font_size": 10}})
    book.set_properties({"title": safe_text(title), "category": MARK, "created": _DAY})
    styles = NumberedStyles(lambda look, guarded: book.add_format(_properties(look, guarded)))
    pages: list[Filling] = []
    with ExitStack() as streams:
        for number, sheet in enumerate(sheets):
            page, rows = book.add_worksheet(sheet.name), streams.enter_context(_stream(folder, number))
            extent = _write(page, rows, sheet, styles)
            pages.append(Filling(extent, rows))
        if pages:
            styles.show_all(book.worksheets()[0])
        book.close()
        return filled(frame, pages, len(styles.made))


def _stream(folder: str, number: int) -> TextIO:
    """For the rows of one sheet."""
    return open(os.path.join(folder, f"{number}.rows"), "w+", encoding="utf-8") if folder else io.StringIO()


def _properties(look: CellStyle, guarded: bool) -> dict[str, Any]:
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


def _write(page: Any, rows: TextIO, sheet: Sheet, styles: NumberedStyles) -> str:
    """The rows as markup, all else by xlsxwriter; returns the extent."""
    for column, wide in enumerate(sheet.widths):
        page.set_column(column, column, wide)
    last = -1
    for last, row in enumerate(sheet.rows):
        rows.write(row_markup(last, row, sheet.widths, styles.number))
    for area in sheet.merged:
        page.merge_range(*_corners(area), None)
    if sheet.header:
        page.freeze_panes(sheet.header[1] + 1, sheet.kept_columns)
        if sheet.filtered:
            page.autofilter(sheet.header[1], 0, max(last, sheet.header[1]), len(sheet.widths) - 1)
    corner = name_of_cell(max(last, 0), len(sheet.widths) - 1)
    extent = f"A1:{corner}"
    page.ignore_errors(dict.fromkeys(_NOT_WRONG, extent))
    if sheet.choice:
        page.data_validation(*_corners(sheet.choice.area), {"validate": "list", "source": list(sheet.choice.words)})
    _set_print(page, sheet)
    return corner if corner == "A1" else extent


def _corners(area: Area) -> tuple[int, int, int, int]:
    return area.row, area.column, area.row + area.rows - 1, area.column + area.columns - 1


def _set_print(page: Any, sheet: Sheet) -> None:
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(**_MARGINS)
    page.center_horizontally()
    if sheet.heading:
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
