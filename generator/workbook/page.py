"""xlsxwriter's worksheet with rows of our own making: cell by cell it takes ten times as long as a row at once."""

from __future__ import annotations

import shutil
from typing import TextIO

from xlsxwriter.worksheet import Worksheet


class Page(Worksheet):  # type: ignore[misc]  # xlsxwriter has no types
    """A worksheet whose rows, as markup, are read from a stream when the file is put together."""

    markup: TextIO

    def _write_rows(self) -> None:
        """What xlsxwriter calls inside of ``sheetData``."""
        self.markup.seek(0)
        shutil.copyfileobj(self.markup, self.fh)
