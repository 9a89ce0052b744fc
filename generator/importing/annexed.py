"""Two tables of one kind in a report (last year's annexed, a table printed twice): one is read, whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.form.y2021.former import LAST_YEAR
from generator.importing.blocks import Block, Paragraph, Table
from generator.importing.heads_in_text import heads_of, vocabulary
from generator.importing.labels import TableForm
from generator.importing.outcome import Doubt
from generator.importing.stray_tables import may_be_row
from generator.importing.words import half_width, label_form, squeezed, without_number

_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年")


_SENTENCE = re.compile("[；，]")
_ENOUGH_ROWS = 2
"""Rows' labels that make lines a table of its own; one is a subheading (行政复议情况)."""


class _Copy(NamedTuple):
    """A table: its blocks from its heads on, the years in the text right before it, how many rows it has, its place."""

    blocks: tuple[Block, ...]
    years: frozenset[int]
    rows: int
    place: str


def one_table(form: TableForm, blocks: Sequence[Block], year: int | None) -> tuple[list[Block], list[Doubt]]:
    """The blocks with one of several tables that begin with the same row: the one of ``year``, else the fullest.

    A table that a converter gave as lines and as cells is there only once.
    """
    starts = [at for at, block in enumerate(blocks) if _begins(block, form)]
    starts = [at for at in starts if isinstance(blocks[at], Table)] or starts
    starts = [at for at, end in pairwise([*starts, len(blocks)]) if _copy(form, blocks, at, end).rows >= _ENOUGH_ROWS]
    if len(starts) < 2:
        return list(blocks), _of_another_year(form, blocks, starts, year)
    copies = [_copy(form, blocks, at, end) for at, end in pairwise([*starts, len(blocks)])]
    of_year = [copy for copy in copies if year in copy.years]
    chosen = max(of_year or [copy for copy in copies if not copy.years] or copies, key=lambda copy: copy.rows)
    others = "、".join(copy.place for copy in copies if copy is not chosen)
    message = f"表{form.part.number}印了{len(copies)}张，只读{chosen.place}，没有读{others}，请核对"
    return [*blocks[: _heads_begin(form, blocks, starts[0])], *chosen.blocks], [
        Doubt((form.part.key,), message, others, "", 0.7)
    ]


def _of_another_year(form: TableForm, blocks: Sequence[Block], starts: list[int], year: int | None) -> list[Doubt]:
    """A doubt about the only table, where the captions above it name former years of this form alone."""
    dated: list[str] = []
    for block in reversed(blocks[: starts[0] if starts else 0]):
        if not isinstance(block, Paragraph) or not may_be_row(block.text):
            break
        if _is_caption(block.text) and _YEAR.search(half_width(block.text)):
            dated.append(block.text)
    years = [int(found) for text in dated for found in _YEAR.findall(half_width(text)) if int(found) > LAST_YEAR]
    if year is None or not years or max(years) >= year:
        return []
    message = f"表{form.part.number}上面写的是“{dated[0]}”，报告是{year}年度的，请核对是不是这一年的表"
    return [Doubt((form.part.key,), message, blocks[starts[0]].place, "", 0.6)]


def _is_caption(text: str) -> bool:
    """Whether a line is short and no sentence, as a table's caption and its rows are."""
    return may_be_row(text) and not _SENTENCE.search(text)


def _begins(block: Block, form: TableForm) -> bool:
    """Whether a table, or a line of text, holds what stands in a table only once: its first row's label, or heads."""
    names = (squeezed(heads_of(form)[0].text),) if form.abreast else form.rows[0].forms
    if isinstance(block, Table):
        return any(label_form(cell.text) in names for row in block.rows for cell in row)
    text = label_form(block.text)
    return _is_caption(block.text) and text.startswith(names)


def _heads_begin(form: TableForm, blocks: Sequence[Block], start: int) -> int:
    """Where the heads above a table's first row begin."""
    words = vocabulary(form).words
    while start and isinstance(above := blocks[start - 1], Paragraph):
        text = squeezed(above.text)
        if not text or text not in words or not any(text.startswith(name) for name in vocabulary(form).names):
            break
        start -= 1
    return start


def _copy(form: TableForm, blocks: Sequence[Block], start: int, end: int) -> _Copy:
    start = _heads_begin(form, blocks, start)
    before = start
    while before and isinstance(above := blocks[before - 1], Paragraph) and not _is_row(above):
        before -= 1
    lines = [block.text for block in blocks[before:start] if isinstance(block, Paragraph)]
    whole = tuple(blocks[start:end])
    if end < len(blocks):
        last = max(at for at, block in enumerate(whole) if isinstance(block, Table) or _is_row(block) or not at)
        whole = whole[: last + 1]
    texts = [text for block in whole for text in _texts(block)]
    words = " ".join(map(squeezed, texts))
    years = {int(found) for line in lines for found in _YEAR.findall(half_width(line))}
    rows = sum(any(name in words for name in row.forms) for row in form.rows)
    return _Copy(whole, frozenset(years), rows, blocks[start].place)


def _texts(block: Block) -> list[str]:
    return [block.text] if isinstance(block, Paragraph) else [cell.text for row in block.rows for cell in row]


def _is_row(block: Paragraph) -> bool:
    """Whether a line holds figures of a table."""
    text = _YEAR.sub("", half_width(block.text))
    return _is_caption(text) and any(c.isdigit() for c in without_number(text))
