"""The figures of a table part in reading order, with what is printed around them."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.importing.labels import TableForm
from generator.importing.lines import Stretches
from generator.importing.order_in_text import names_first_column_first
from generator.importing.units import in_row
from generator.importing.words import squeezed

_LONGEST_FIGURE = 9
"""Digits of the largest count the form takes."""


class Anchor(NamedTuple):
    """What is printed around a stretch of ``size`` figures: in its own line, and on the lines before and after it."""

    figure: int
    own: str
    before: str
    after: str
    size: int


class Stream(NamedTuple):
    """The figures of a table part in reading order. ``ends``: where a stretch without labels between ends, for each
    of its figures; ``places``: the line of each; ``anchors``: what is printed around each stretch; ``is_named``:
    whether headings say that the first column comes first."""

    figures: tuple[int, ...]
    ends: tuple[int, ...]
    places: tuple[str, ...]
    anchors: tuple[Anchor, ...]
    is_named: bool = False


def stream_of(found: Stretches, form: TableForm) -> Stream | None:
    """The counts of all stretches; None when there is anything else among them."""
    if not all(row.total and row.width == form.width for row in form.rows):
        return None
    heads = _heads(form)
    figures: list[int] = []
    ends: list[int] = []
    places: list[str] = []
    anchors: list[Anchor] = []
    texts = [*(run.before for run in found.stretches[1:]), found.tail]
    for run, after in zip(found.stretches, texts, strict=True):
        marks = in_row(run.marks, amount=False, before=run.before, header=found.header)
        written = [mark for mark in marks if mark.text or mark.unread]
        if any(not mark.text.isdigit() or len(mark.text) > _LONGEST_FIGURE for mark in written):
            return None
        if written:
            anchors.append(Anchor(len(figures), run.own, run.before, after, len(written)))
        figures += (int(mark.text) for mark in written)
        places += (mark.place for mark in written)
        first = ends.index(ends[-1]) if ends else 0
        if (len(ends) - first) % form.width and not heads.sub("", run.before):
            ends[first:] = [len(figures)] * (len(ends) - first)
        ends += [len(figures)] * len(written)
    is_named = names_first_column_first(found.lines, form)
    return Stream(tuple(figures), tuple(ends), tuple(places), tuple(anchors), is_named)


def _heads(form: TableForm) -> re.Pattern[str]:
    """What stands above the columns: between two of them, in a table given column by column, it parts nothing."""
    bands = form.part.table.bands if form.part.table else ()
    words = {squeezed(cell.text) for band in bands for line in band.header for cell in line}
    return re.compile("|".join(sorted(map(re.escape, words - {""}), key=len, reverse=True)))
