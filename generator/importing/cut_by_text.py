"""Figures that ran together and that no sum parts: cut where the report's own text names enough of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.form import keys
from generator.importing.blocks import Paragraph
from generator.importing.labels import RowLabel
from generator.importing.outcome import Doubt
from generator.importing.readings import Shape, Values, choices
from generator.importing.tables import RowRead, TableRead
from generator.importing.words import half_width

_NUMBER = re.compile(r"(?<![\d.〔\[(第])(\d{1,9})(?![\d.〕\]])\s*[件个份部项]")
_WORDS = {keys.ISSUED: "制发|制定|印发|出台|发布|新制", keys.REPEALED: "废止|失效|停止执行", keys.IN_FORCE: "有效"}
"""What a sentence says of the documents, for each column of the form."""
_OF_OTHERS = re.compile(
    "上年|去年|往年|上一年|同期|同比|较|累计|历年|以来|约|近|超过?|余|多|其中|[增减](?:加|长|少)|其他|下级"
)
"""What makes another number of it: of another year, compared, rough, or a part."""
Said = tuple[int, str]
"""A column and the number that the text gives for it."""


def cut_by_text(read: TableRead, paragraphs: Iterable[Paragraph]) -> list[Doubt]:
    """Fill in the rows of which the text leaves a single cut; each is a doubt, for the text may be wrong as well."""
    texts = [half_width(paragraph.text) for paragraph in paragraphs]
    doubts: list[Doubt] = []
    for path, row in read.rows.items():
        if row.how != "cut" or row.row.total or set(row.row.cells) != set(_WORDS) or None not in row.values:
            continue
        said = list(dict.fromkeys(found for text in texts for found in _said(text, row.row)))
        left = _left(row, said)
        printed = "".join(mark.text for mark in row.marks)
        if left is None:
            doubts += _contradicted(read, row, said, printed)
            continue
        row.values, row.how = left, "text"
        shown = "、".join(number for _, number in said)
        cut = "、".join(value or "" for value in left)
        message = (
            f"表{read.form.part.number}“{path[-1]}”的数字粘连在一起（{printed}），照正文里的{shown}拆成{cut}，请核对"
        )
        doubts.append(Doubt(path, message, row.place, cut, 0.6, words=True))
    return doubts


def _left(row: RowRead, said: Sequence[Said]) -> Values | None:
    """The only cut that has all numbers of the text in their columns."""
    left = [cut for cut in _cuts(row) if all(cut[column] == number for column, number in said)]
    return left[0] if said and len(left) == 1 else None


def _cuts(row: RowRead) -> tuple[Values, ...]:
    return choices(row.marks, Shape(((row.row.width, False),)), False).values


def _contradicted(read: TableRead, row: RowRead, said: Sequence[Said], printed: str) -> Iterator[Doubt]:
    """Numbers of the text that no cut has: the text or the table is wrong."""
    cuts = _cuts(row)
    lacking = [number for column, number in said if cuts and all(cut[column] != number for cut in cuts)]
    if lacking:
        path = row.row.path
        name = f"表{read.form.part.number}“{path[-1]}”"
        message = f"{name}印作“{printed}”，怎么拆都没有正文说的{'、'.join(lacking)}，请核对文字和表格"
        yield Doubt(path, message, row.place, "", 0.0, words=True)


def _said(text: str, row: RowLabel) -> Iterator[Said]:
    """The numbers that sentences about a row's documents give for its columns."""
    for sentence in re.split("[。;；]", text):
        at = min((sentence.find(name) for name in (row.path[-1], *row.forms) if name in sentence), default=-1)
        for clause in re.split("[,，]", sentence) if at >= 0 else ():
            columns = [column for column, key in enumerate(row.cells) if re.search(_WORDS[key], clause)]
            numbers = _NUMBER.findall(clause)
            if len(columns) == len(numbers) == 1 and not _OF_OTHERS.search(clause):
                yield columns[0], numbers[0]
