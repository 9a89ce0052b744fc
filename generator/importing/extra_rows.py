"""Rows of a printed table that the form does not have: named, never dropped unseen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.form.edition import Edition
from generator.importing.blocks import Block, Cell, Table
from generator.importing.figures import read_mark
from generator.importing.labels import TableForm
from generator.importing.lines import cells_of, has_cells
from generator.importing.notes import vocabulary
from generator.importing.outcome import Doubt
from generator.importing.words import half_width, label_form, similarity, squeezed

_ALIKE = 0.5
"""From this likeness on a label is a misprint of the form's own, which is told elsewhere."""
_SHORTEST = 2
"""Characters of a label; a single one names nothing."""
_SHOWN = 60
"""Characters of a label that are told."""
_MOST = 20
"""Rows that are named; a page of other tables has more, and is none of ours."""


def extra_rows(form: TableForm, blocks: Iterable[Block], edition: Edition) -> list[Doubt]:
    """A doubt for each row with figures under a label that is none of the form's, nor like one."""
    known = vocabulary(edition)
    names = {name for row in form.rows for name in row.forms}
    found = [
        Doubt(
            (form.part.key,),
            f"表{form.part.number}有一行不在格式里，没有导入：{shown[:_SHOWN]}",
            place,
            "",
            0.7,
            words=True,
        )
        for label, shown, place in _labelled_rows(blocks)
        if _is_foreign(label, names, known)
    ]
    return found[:_MOST]


def _labelled_rows(blocks: Iterable[Block]) -> Iterator[tuple[str, str, str]]:
    """Label, whole text and place of every row that has both a label and a figure."""
    for cells, place in _rows(blocks):
        texts = [cell.text.strip() for cell in cells]
        first = next((at for at, text in enumerate(texts) if _is_figure(text)), 0)
        labels = [text for text in texts[:first] if text]
        if labels:
            yield labels[-1], " ".join(" ".join(text.split()) for text in texts if text), place


def _rows(blocks: Iterable[Block]) -> Iterator[tuple[tuple[Cell, ...], str]]:
    for block in blocks:
        if isinstance(block, Table):
            yield from ((row, f"{block.place}第{number}行") for number, row in enumerate(block.rows, start=1))
        elif has_cells(block.text):
            yield cells_of(block.text), block.place


def _is_figure(text: str) -> bool:
    if not any(char.isdecimal() for char in half_width(text)):
        return False
    mark = read_mark(text)
    return mark is not None and bool(mark.text)


def _is_foreign(label: str, names: set[str], known: str) -> bool:
    words = label_form(label)
    if len(words) < _SHORTEST or words in known or squeezed(label) in known:
        return False
    return not any(name in words or similarity(words, name) >= _ALIKE for name in names)
