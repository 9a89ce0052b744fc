"""Runs of lines that are rows of a table: cells between tabs, or between pipes."""

from __future__ import annotations

import re

from generator.importing.blocks import Cell, Table
from generator.importing.readers.limits import check_cells
from generator.importing.readers.pages import PageLine
from generator.importing.readers.trimming import cell_text

_SPACES = " \u3000\xa0"
_PIPE = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_FIGURE = re.compile(r"[\d０-９][\d０-９,，.．]*[件万元]*|[/／\-－—无]")
_SENTENCE = 60
"""A cell as long as this, with a full stop in it, is prose."""


def tab_run(lines: list[PageLine], start: int) -> int:
    """How many lines from ``start`` on are rows with cells between tabs; 0 if none.

    A tab before text only indents it, unless the rows on both sides say that it is an empty cell.
    """
    end = start
    while end < len(lines) and "\t" in lines[end].text and (_has_cells(lines[end]) or _between(lines, start, end)):
        end += 1
    run = lines[start:end]
    return len(run) if len(run) > 1 or (run and _is_row(run[0])) else 0


def tab_table(run: list[PageLine]) -> Table:
    """The rows of a tab run, empty cells kept."""
    check_cells(sum(line.text.count("\t") for line in run))
    return _table([[Cell(cell_text(text)) for text in line.text.split("\t")] for line in run], run[0])


def pipe_run(lines: list[PageLine], start: int) -> int:
    """How many lines from ``start`` on are rows of a pipe table; 0 if none."""
    end = start
    while end < len(lines) and _is_pipe_row(lines[end].text):
        end += 1
    if end - start > 1 or (end > start and lines[start].text.count("|") > 2):
        return end - start
    return _bare_run(lines, start)


def pipe_rows(run: list[PageLine]) -> list[list[str]]:
    """The cells' texts as written (``\\|`` is a pipe, ``<br>`` a break), without the rule below the header."""
    check_cells(sum(line.text.count("|") for line in run))
    return [_pipe_cells(line.text) for line in run if not is_rule(line.text)]


def pipe_table(run: list[PageLine]) -> Table:
    """The rows of a pipe table, empty cells kept."""
    return _table([[Cell(cell_text(text)) for text in row] for row in pipe_rows(run)], run[0])


def is_rule(text: str) -> bool:
    """Whether a line is the rule below a pipe table's header."""
    return "-" in text and not text.strip("|-: \t")


def _table(rows: list[list[Cell]], first: PageLine) -> Table:
    return Table(tuple(tuple(row) for row in rows), f"第{first.number}行起的表格")


def _has_cells(line: PageLine) -> bool:
    return "\t" in line.text.strip(_SPACES).lstrip("\t" + _SPACES)


def _between(lines: list[PageLine], start: int, at: int) -> bool:
    """Whether a line that only begins with tabs stands in the middle of a run."""
    following = at + 1 < len(lines) and _has_cells(lines[at + 1])
    return at > start and following


def _is_row(line: PageLine) -> bool:
    """Whether a line alone is a row, not a sentence that holds a tab."""
    cells = line.text.strip(_SPACES).split("\t")
    prose = any("。" in cell or len(cell) > _SENTENCE for cell in cells)
    return not prose and (len(cells) > 2 or any(_FIGURE.fullmatch(cell.strip()) for cell in cells))


def _is_pipe_row(text: str) -> bool:
    text = text.strip()
    return len(text) > 1 and text[0] == "|" and (text[-1] == "|" or text.count("|") > 2)


def _bare_run(lines: list[PageLine], start: int) -> int:
    """Rows without pipes at their ends, which only the rule below the header tells."""
    rule = lines[start + 1].text if start + 1 < len(lines) else ""
    if "|" not in lines[start].text or "|" not in rule or not is_rule(rule):
        return 0
    end = start + 2
    while end < len(lines) and _PIPE.search(lines[end].text):
        end += 1
    return end - start


def _pipe_cells(text: str) -> list[str]:
    text = text.strip()
    cells = _PIPE.sub("\\1\0", text).split("\0")
    if text.startswith("|"):
        cells = cells[1:]
    if len(cells) > 1 and not cells[-1].strip() and text.endswith("|"):
        cells = cells[:-1]
    return [_BREAK.sub("\n", cell.replace("\\|", "|")) for cell in cells]
