"""The blocks of a table part as stretches of figures, each with the text that stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from generator.han.numerals import CHARACTERS
from generator.importing.blocks import Block, Cell, Paragraph, Table
from generator.importing.browser_marks import is_printed_by_browser
from generator.importing.figure_runs import Run, chunks, without_labels, without_shared
from generator.importing.figures import Printed, beside_aside, looks_like_figure, unread
from generator.importing.grid import PlacedCell, placed
from generator.importing.heads_above import HeadsAbove
from generator.importing.labels import TableForm
from generator.importing.tokens import cell_figures, tokens
from generator.importing.words import half_width, label_form, squeezed

_PAGE = re.compile(r"\s*(?:[-—–―·•.]+\s*\d{1,3}\s*[-—–―·•.]+|第\s*\d{1,3}\s*页.{0,12}|\d{1,3}\s*/\s*\d{1,3})\s*")
_UNIT = re.compile(r"\s*[(]?\s*(?:计量|金额|收费|数量)?单位\s*(?:[:：]|[为是](?=\s*\S{1,6}[)。]?\s*$))")
_RULE = re.compile(r"[\s|:\-+=]+")


def is_page_mark(text: str) -> bool:
    """Whether a line is a page's number and nothing else (- 3 -, 第3页), or what a browser prints on the page."""
    return (len(text) < 30 and _PAGE.fullmatch(half_width(text)) is not None) or is_printed_by_browser(text)


def is_unit(text: str) -> bool:
    """Whether a line only says in what unit the table's figures are."""
    return _UNIT.match(half_width(text)) is not None


class Stretches(NamedTuple):
    """All runs of a table part in their order, the text of its column heads, and the text after the last run.

    ``stretches`` are the same figures as they stand between labels, however many rows they are; ``lines`` the text
    before the first of them, line by line, letters alone with a blank between words."""

    runs: list[Run]
    header: str
    tail: str
    stretches: list[Run]
    lines: tuple[str, ...] = ()


def runs_of(blocks: Iterable[Block], form: TableForm) -> Stretches:
    """All stretches of figures in the blocks."""
    collector = _Collector(form)
    for block in blocks:
        if isinstance(block, Table):
            collector.table(block)
        elif not is_page_mark(block.text):
            collector.paragraph(block)
    collector.close()
    header = "".join(collector.heads) + (collector.runs[0].before if collector.runs else "")
    return Stretches(collector.runs, header, "".join(collector.before), collector.stretches, tuple(collector.lines))


def has_cells(text: str) -> bool:
    """Whether a line of text is a row of a table: cells between tabs or upright strokes."""
    return "\t" in text or (text.count("|") > 1 and (text.startswith("|") or text.endswith("|")))


def cells_of(text: str) -> tuple[Cell, ...]:
    """The cells of a line that is a row of a table; a rule between header and body has none."""
    if "\t" not in text or text.lstrip().startswith("|"):
        if _RULE.fullmatch(text):
            return ()
        text = text.strip().removeprefix("|").removesuffix("|")
        return tuple(Cell(cell.strip()) for cell in text.split("|"))
    return tuple(Cell(cell.strip()) for cell in text.split("\t"))


class _Collector:
    """Puts the stretches together while the blocks go by."""

    def __init__(self, form: TableForm) -> None:
        self.form = form
        self.runs: list[Run] = []
        self.stretches: list[Run] = []
        self.before: list[str] = []
        self.own: list[str] = []
        self.loose: list[Printed] = []
        self.loose_own = ""
        self.heads: list[str] = []
        self.lines: list[str] = []
        self.above = HeadsAbove(form)

    def paragraph(self, block: Paragraph) -> None:
        if is_unit(block.text):
            self.heads.append(squeezed(block.text))
        elif has_cells(block.text):
            self.rows([placed_row(cells_of(block.text))], block.place)
        else:
            self._line(block.text)
            self.text(block.text, block.place)

    def _line(self, *texts: str) -> None:
        if not self.stretches and not self.loose:
            self.lines.append(" ".join(filter(None, (squeezed(word) for text in texts for word in text.split()))))

    def table(self, block: Table) -> None:
        self.rows(placed(block.rows), block.place)

    def text(self, text: str, place: str) -> None:
        self.own = []
        for token in tokens(text, place):
            if isinstance(token, Printed):
                self.loose_own = self.loose_own if self.loose else "".join(self.own)
                self.loose.append(token)
            elif squeezed(token):
                self.close()
                self.before.append(squeezed(token))
                self.own.append(squeezed(token))

    def rows(self, rows: list[list[PlacedCell]], place: str) -> None:
        headers: dict[int, int] = {}
        self.above.table(rows)
        for number, row in enumerate(rows, start=1):
            if is_page_mark(" ".join(cell.text.strip() for cell in row)):
                continue
            where = f"{place}第{number}行" if len(rows) > 1 else place
            written = [cell for cell in row if cell.text.strip()]
            read = [self._marks(row[: at + 1]) or self._numeral(row[: at + 1]) for at in range(len(row))]
            marks = without_labels(without_shared(read, self.form), self.form)
            has_figures = any(found for cell, found in zip(row, marks, strict=True) if cell.text.strip())
            is_gap = len(row) > len(written) and not self.above.is_head(written) and self._is_label(written)
            is_row = has_figures or is_gap
            self.above.row(row, is_row)
            if is_row:
                self.close()
                self._row(row, marks, where, self._columns(headers))
            elif len(written) <= 2:
                self._line(*(cell.text for cell in written))
                for cell in written:
                    self.text(cell.text, where)
            else:
                self._header(written, headers)

    def _is_label(self, written: list[PlacedCell]) -> bool:
        text = squeezed(written[-1].text) if written else ""
        return any(text.endswith(form) for row in self.form.rows for form in row.forms if not row.is_group)

    def _marks(self, cells: list[PlacedCell]) -> list[Printed]:
        """The last cell's figures; one that was meant as a figure and is none is unread, never taken for a label."""
        cell, is_first = cells[-1], not self.form.abreast and not any(squeezed(cell.text) for cell in cells[:-1])
        if cell.aside and (mark := beside_aside(cell, is_first)):
            return [mark]
        text = cell.text
        found = cell_figures(text)
        if found or not looks_like_figure(text, is_first):
            return found
        is_label = self._has_label(text) if is_first else self._are_rows(text)
        return [] if is_label else [unread(text.strip())]

    def _has_label(self, text: str) -> bool:
        labels = (*(row.forms for row in self.form.rows), *self.form.columns)
        return any(form in squeezed(text) for forms in labels for form in forms if len(form) > 1)

    def _are_rows(self, text: str) -> bool:
        """Whether all words beside a cell's figures end in a row's label, so that each figure is one of such a row."""
        groups = [""]
        for token in tokens(text, ""):
            if isinstance(token, str):
                groups[-1] += squeezed(token)
            elif groups[-1]:
                groups.append("")
        ends = tuple(form for row in self.form.rows for form in row.forms)
        return bool(groups[0]) and all(words.endswith(ends) for words in groups if words)

    def _numeral(self, cells: list[PlacedCell]) -> list[Printed]:
        """A lone 二 in the last cell is a figure in words only behind a row's label; elsewhere it numbers a part."""
        text = cells[-1].text.strip()
        before = [cell for cell in cells[:-1] if squeezed(cell.text)] if text in CHARACTERS else []
        return [unread(text)] if before and self._is_label(before) else []

    def _header(self, written: list[PlacedCell], headers: dict[int, int]) -> None:
        self.close()
        self._line(*(cell.text for cell in written))
        for cell in written:
            self.heads.append(squeezed(cell.text))
            text = label_form(cell.text)
            for index, forms in enumerate(self.form.columns):
                if text in forms and cell.columns == 1:
                    headers[index] = cell.column

    def _columns(self, headers: dict[int, int]) -> tuple[int, ...]:
        found = tuple(headers.get(index, -1) for index in range(len(self.form.columns)))
        return found if -1 not in found and len(set(found)) == len(found) else ()

    def _row(self, row: list[PlacedCell], read: list[list[Printed]], place: str, columns: tuple[int, ...]) -> None:
        """A table's row with figures: its labels, then its cells; a label further right begins another stretch."""
        self.own, marks = [], list[Printed]()
        for cell, found in zip(row, read, strict=True):
            if not found and (len(squeezed(cell.text)) > 1 or not marks):
                if any(m.text for m in marks):
                    self._finish(marks, place, columns)
                marks = self._inner(cell.text, place, columns)
            else:
                figures = found or [unread(cell.text.strip())]
                marks += [mark.at(cell.column, place) for mark in figures]
        self._finish(marks, place, columns)

    def _inner(self, text: str, place: str, columns: tuple[int, ...]) -> list[Printed]:
        """A cell with a label; figures that stand in it behind the last label are figures of the row."""
        marks: list[Printed] = []
        for token in tokens(text, place):
            if isinstance(token, Printed):
                marks.append(token)
            elif squeezed(token):
                self._finish(marks, place, columns)
                marks = []
                self.before.append(squeezed(token))
                self.own.append(squeezed(token))
        return marks

    def _finish(self, marks: list[Printed], place: str, columns: tuple[int, ...]) -> None:
        if marks:
            before, own = "".join(self.before), "".join(self.own)
            self.stretches.append(Run(before, own, tuple(marks), place, True, columns, self.above.of(marks)))
            self.runs.append(self.stretches[-1])
            self.before, self.own = [], []

    def close(self) -> None:
        """End the stretch of figures in running text."""
        if self.loose:
            marks, self.loose = tuple(self.loose), []
            self.stretches.append(Run("".join(self.before), self.loose_own, marks, marks[0].place, False))
            self.runs += chunks(self.stretches[-1], self.form)
            self.before, self.own = [], []


def placed_row(cells: tuple[Cell, ...]) -> list[PlacedCell]:
    """A row that stands alone, its cells side by side."""
    return placed((cells,))[0] if cells else []
