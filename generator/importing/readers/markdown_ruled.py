"""Pandoc's tables ruled by dashes alone: columns are where the dashes stand."""

from __future__ import annotations

import re
from itertools import groupby

from generator.han.width import columns
from generator.importing.blocks import Cell, Table
from generator.importing.readers.markdown_inline import inline
from generator.importing.readers.pages import PageLine
from generator.importing.readers.seen import cell_of

_RULE = re.compile(r"\s*-{2,}(?:\s+-{2,})*\s*")
_MAX_HEADER = 30
"""Lines of a ruled table's head."""


def ruled_run(lines: list[PageLine], start: int) -> int:
    """How many lines from ``start`` on are such a table; 0 if none."""
    if _is_rule(lines[start].text):
        return _until_rule(lines, start)
    if start + 1 < len(lines) and draws_columns(lines[start + 1].text):
        return _until_blank(lines, start)
    return 0


def draws_columns(text: str) -> bool:
    """A rule of at least two columns: only pandoc writes such lines."""
    return _is_rule(text) and len(text.split()) > 1


def ruled_table(run: list[PageLine]) -> Table:
    """The table: rows are lines, or, where blank lines part them, what stands between two blank lines."""
    rule = next(line.text for line in run if draws_columns(line.text))
    starts = _starts(rule)
    lines = ["" if _is_rule(line.text) else line.text for line in run]
    spaced = _is_rule(run[0].text) and any(not line.text.strip() for line in run)
    groups = [list(group) for shown, group in groupby(lines, key=lambda text: bool(text.strip())) if shown]
    rows = groups if spaced else [[line] for group in groups for line in group]
    return Table(tuple(_row(row, starts) for row in rows), f"第{run[0].number}行起的表格")


def _is_rule(text: str) -> bool:
    return "--" in text and _RULE.fullmatch(text) is not None


def _until_rule(lines: list[PageLine], start: int) -> int:
    """A table between rules: [rule] header, rule of columns, rows, rule; without header only two rules."""
    if draws_columns(lines[start].text):
        return _next_rule(lines, start + 1) - start
    header = _next_rule(lines, start + 1)
    if header - start > _MAX_HEADER or header > len(lines) or not draws_columns(lines[header - 1].text):
        return 0
    return _next_rule(lines, header) - start


def _next_rule(lines: list[PageLine], start: int) -> int:
    """The index after the next rule, or after the last line."""
    for at in range(start, len(lines)):
        if _is_rule(lines[at].text):
            return at + 1
    return len(lines)


def _until_blank(lines: list[PageLine], start: int) -> int:
    end = start + 2
    while end < len(lines) and lines[end].text.strip():
        end += 1
        if _is_rule(lines[end - 1].text):
            break
    return end - start


def _starts(rule: str) -> list[int]:
    return [match.start() for match in re.finditer("-+", rule)]


def _row(lines: list[str], starts: list[int]) -> tuple[Cell, ...]:
    """The cells of a row that may take several lines, which were filled as text is."""
    parts = [_cut(line, starts) for line in lines]
    return tuple(
        cell_of(inline(" ".join(filter(None, column)), plain_quotes=True)) for column in zip(*parts, strict=True)
    )


def _cut(line: str, starts: list[int]) -> list[str]:
    """A line's text by columns; a word belongs to the last column that starts at or before it."""
    cells = [""] * len(starts)
    for match in re.finditer(r"\S+(?: \S+)*", line):
        at = columns(line[: match.start()])
        index = max((i for i, start in enumerate(starts) if start <= at), default=0)
        cells[index] = f"{cells[index]} {match[0]}".strip()
    return cells
