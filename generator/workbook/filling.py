"""Rows of our own making put into a workbook that xlsxwriter has made around them.

Cell by cell xlsxwriter takes ten times as long as a row at once.
"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TextIO

from generator.workbook.model import CellStyle

_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData>.*</sheetData>", re.DOTALL)
_EXTENT = re.compile(rb'(?<=<dimension ref=")[^"]*')
_STYLE = re.compile(rb' s="([0-9]+)"')


class Filling(NamedTuple):
    """A sheet's extent (A1:C3) and its rows as markup."""

    extent: str
    rows: TextIO


class NumberedStyles:
    """The styles of one workbook, numbered from 1 in the order in which cells first ask for them; 0 is no style."""

    def __init__(self, make: Callable[[CellStyle, bool], Any]) -> None:
        self._make = make
        self.made: dict[tuple[CellStyle, bool], tuple[int, Any]] = {}

    def number(self, look: CellStyle, guarded: bool = False) -> int:
        """The number of a look's style; ``guarded`` text stays text when somebody edits the cell."""
        found = self.made.get((look, guarded))
        if found is None:
            found = self.made[look, guarded] = len(self.made) + 1, self._make(look, guarded)
        return found[0]

    def show_all(self, page: Any) -> None:
        """One cell in each style, in order, so that xlsxwriter numbers them as we do; :func:`filled` drops them."""
        for number, style in self.made.values():
            page.write_blank(number, 0, None, style)


def filled(frame: io.BytesIO, pages: Sequence[Filling], styles: int) -> bytes:
    """The workbook ``frame`` with the rows of its sheets; same frame and rows, same bytes.

    ``styles``: how many the first sheet shows. Raises ValueError if they are not numbered in their order.
    """
    out = io.BytesIO()
    sheets = {f"xl/worksheets/sheet{number}.xml": page for number, page in enumerate(pages, 1)}
    with zipfile.ZipFile(frame) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            data = source.read(info)
            if (page := sheets.get(info.filename)) is None:
                target.writestr(info, data)
                continue
            extended = _EXTENT.sub(page.extent.encode(), data, count=1)
            before, after = _ROWS.split(extended, maxsplit=1)
            if page is pages[0]:
                shown = [int(number) for number in _STYLE.findall(extended, len(before), len(extended) - len(after))]
                if shown != list(range(1, styles + 1)):
                    raise ValueError(f"styles are numbered {shown}")
            _write_sheet(target, info, before, page.rows, after)
    return out.getvalue()


def _write_sheet(target: zipfile.ZipFile, info: zipfile.ZipInfo, before: bytes, rows: TextIO, after: bytes) -> None:
    rows.seek(0)
    entry = zipfile.ZipInfo(info.filename, info.date_time)
    entry.compress_type = zipfile.ZIP_DEFLATED
    with target.open(entry, "w") as file:
        file.write(before + b"<sheetData>")
        text = io.TextIOWrapper(file, encoding="utf-8", newline="\n", write_through=True)
        shutil.copyfileobj(rows, text)
        text.detach()
        file.write(b"</sheetData>" + after)
