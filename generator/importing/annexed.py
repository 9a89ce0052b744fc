"""Two tables of one kind in a report (last year's annexed, a table printed twice): one is read, whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.importing.blocks import Block, Paragraph, Table
from generator.importing.labels import TableForm
from generator.importing.outcome import Doubt
from generator.importing.words import half_width, label_form

_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年")


class _Copy(NamedTuple):
    """A table from its first row on: its blocks, the years in the text right before it, how many rows it has."""

    blocks: tuple[Block, ...]
    years: frozenset[int]
    rows: int


def one_table(form: TableForm, blocks: Sequence[Block], year: int | None) -> tuple[list[Block], list[Doubt]]:
    """The blocks with one of several tables that begin with the same row: the one of ``year``, else the fullest."""
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Table) and _begins(block, form)]
    if form.abreast or len(starts) < 2:
        return list(blocks), []
    copies = [_copy(form, blocks, at, end) for at, end in zip(starts, [*starts[1:], len(blocks)], strict=True)]
    of_year = [copy for copy in copies if year in copy.years]
    chosen = max(of_year or [copy for copy in copies if not copy.years] or copies, key=lambda copy: copy.rows)
    others = "、".join(f"{copy.blocks[0].place}" for copy in copies if copy is not chosen)
    message = f"表{form.part.number}印了{len(copies)}张，只读{chosen.blocks[0].place}，没有读{others}，请核对"
    return [*blocks[: starts[0]], *chosen.blocks], [Doubt((form.part.key,), message, others, "", 0.7)]


def _begins(table: Table, form: TableForm) -> bool:
    return any(label_form(cell.text) in form.rows[0].forms for row in table.rows for cell in row)


def _copy(form: TableForm, blocks: Sequence[Block], start: int, end: int) -> _Copy:
    before = start
    while before and isinstance(blocks[before - 1], Paragraph):
        before -= 1
    lines = [block.text for block in blocks[before:start] if isinstance(block, Paragraph)]
    last = max(at for at in range(start, end) if isinstance(blocks[at], Table))
    whole = tuple(blocks[start : last + 1]) if end < len(blocks) else tuple(blocks[start:end])
    labels = {
        label_form(cell.text) for block in whole if isinstance(block, Table) for row in block.rows for cell in row
    }
    years = {int(found) for line in lines for found in _YEAR.findall(half_width(line))}
    return _Copy(whole, frozenset(years), sum(any(name in labels for name in row.forms) for row in form.rows))
