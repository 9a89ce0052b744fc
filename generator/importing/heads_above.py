"""What is printed above each column of a table, while its rows go by."""

from __future__ import annotations

from collections.abc import Sequence

from generator.importing.figures import Printed
from generator.importing.grid import PlacedCell
from generator.importing.labels import TableForm
from generator.importing.words import squeezed


class HeadsAbove:
    """The headings of each grid column, from the top down; those of a table's later heads replace the earlier."""

    def __init__(self, form: TableForm) -> None:
        bands = form.part.table.bands if form.part.table else ()
        self._words = {squeezed(cell.text) for band in bands for line in band.header for cell in line}
        self._words |= {name for names in form.columns for name in names}
        self._wide = {
            squeezed(cell.text) for band in bands for line in band.header for cell in line if cell.columns > 1
        }
        self._texts: dict[int, tuple[str, ...]] = {}
        self._open, self._spans = True, False
        self._width = 0
        self._last: tuple[int, tuple[tuple[str, ...], ...]] = (0, ())

    def table(self, rows: Sequence[Sequence[PlacedCell]]) -> None:
        """A table begins. Its heads count where its rows say how far their cells reach, or are all as long."""
        self._spans = any(cell.columns > 1 for row in rows for cell in row)
        self._open = self._spans or len({len(row) for row in rows if row}) == 1
        self._texts, self._width = {}, 0

    def is_head(self, written: Sequence[PlacedCell]) -> bool:
        """Whether a row without figures is one of heads: several of its cells hold what stands above columns."""
        return sum(squeezed(cell.text) in self._words for cell in written) > 1

    def row(self, row: Sequence[PlacedCell], has_figures: bool) -> None:
        """The next row, which may be one of heads."""
        if has_figures:
            self._width = len(row)
            return
        is_head = not self._width or any(squeezed(cell.text) in self._words for cell in row)
        if not self._open or not is_head:
            return
        if self._width:
            self._texts, self._width = {}, 0
        wide = ""
        for cell in row:
            text = squeezed(cell.text)
            wide = (text if text in self._wide else "") if text or self._spans else wide
            text = text or wide
            for column in range(cell.column, cell.column + cell.columns) if text else ():
                self._texts[column] = (*self._texts.get(column, ()), text)

    def of(self, marks: Sequence[Printed]) -> tuple[tuple[str, ...], ...]:
        """For each figure of a row what stands above it; in a table without heads, as in the one before."""
        heads = tuple(self._texts.get(mark.column, ()) for mark in marks)
        if any(heads):
            self._last = (len(marks), heads)
        elif self._last[0] == len(marks) and not self._texts:
            return self._last[1]
        return heads
