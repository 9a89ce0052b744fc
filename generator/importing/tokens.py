"""A stretch of text cut into what is a figure and what is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.form.edition import edition_for, newest
from generator.importing.figures import (
    LONGEST,
    NUMBER,
    WORDS,
    Printed,
    is_changed,
    read_mark,
    read_notation,
    unread,
)
from generator.importing.labels import table_forms
from generator.importing.words import half_width, squeezed

_TOKEN = re.compile(
    rf"(?P<bracket>\(\s*\d{{1,2}}\s*\))"
    rf"|(?P<year>(?<!\d)(?:19|20)\d\d\s*年)"
    rf"|(?P<glued>\d*?)(?P<number>\d)\s*[.、](?=\s*{WORDS})"
    rf"|(?P<figure>(?P<digits>{NUMBER})\s*(?:件|(?:[十百千]?[万千百亿])?元|[十百千]?[万千百亿](?![\u4e00-\u9fff]))?)"
    r"(?:\s*\((?![一二三四五六七八九十\d]+\))(?P<note>[^()]{2,80})\))?"
    r"|(?P<nothing>(?<!\S)(?:[/\\]|[-—–―]{1,4}|无)(?!\S))"
)
_LEAD, _CUT_AT = 3, 12
"""Letters that tell whose label a word is of, and characters that hold so many with the blanks among them."""


def tokens(text: str, place: str) -> Iterator[str | Printed]:
    """Running text cut into what is a figure and what is not; numbers in front of labels belong to neither."""
    plain, end = half_width(text), 0
    for found in _TOKEN.finditer(plain):
        yield plain[end : found.start()]
        end = found.end()
        digits = found["glued"] or found["digits"]
        changed = is_changed(plain, found.start(), found.end()) and not _ends_in_label(plain[: found.start()])
        if digits and not found["glued"] and changed:
            yield unread(found[0][:LONGEST], place)
        elif digits:
            mark = read_notation(found["glued"] or found["figure"]) or unread(found[0][:LONGEST])
            yield mark._replace(printed=found[0], note=found["note"] or "", place=place)
        elif found["nothing"]:
            yield Printed("0", found[0], nothing=True, place=place)
        elif found["year"]:
            yield found[0]
    yield plain[end:]


def _ends_in_label(text: str) -> bool:
    """Whether the last word before a figure is of a row's label cut by a line's end: 无正当理由逾 11 / 期不补正."""
    return text[-1:].isspace() and squeezed(text[-_CUT_AT:]).endswith(_cut_labels(newest().first_year))


@cache
def _cut_labels(first_year: int) -> tuple[str, ...]:
    """Each word of an edition's row labels that changes the figure of digits behind it, with what leads to it."""
    labels = [squeezed(row.official) for form in table_forms(edition_for(first_year)) for row in form.rows]
    leads = [label[max(0, at - _LEAD) : at + 1] for label in labels for at in range(len(label))]
    return tuple({lead for lead in leads if is_changed(f"{lead}0", len(lead), len(lead) + 1)})


def cell_figures(cell: str) -> list[Printed]:
    """The figures of a cell that holds nothing else: one as a rule, several where a row's figures share a cell."""
    mark = read_mark(cell)
    if mark is not None:
        return [mark]
    found = list(tokens(cell, ""))
    marks = [token for token in found if isinstance(token, Printed)]
    return marks if len(marks) > 1 and not any(isinstance(t, str) and squeezed(t) for t in found) else []
