"""Thresholds of importing have two inputs just on their two sides that are read differently.

`tests/thresholds` sees to it that none is forgotten; ``make mutate`` moves each and looks whether one of these notices.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from thresholds.pins import Pin, holds

from generator.form.edition import newest
from generator.form.y2021 import former
from generator.importing import (
    headings,
    importing,
    narrative,
    notes,
    outline,
    text_diagnostics,
    title_block,
    tokens,
    unwrapping,
)
from generator.importing.blocks import Block, Paragraph, Table, UnreadableError
from generator.importing.boilerplate import is_boilerplate
from generator.importing.extra_rows import extra_rows
from generator.importing.figures import looks_like_figure, read_mark
from generator.importing.identity import identity_of
from generator.importing.labels import table_forms
from generator.importing.names import may_be_agency
from generator.importing.page_breaks import rejoined
from generator.importing.readers import docx_looks, html_seen, pages, rows, seen
from generator.importing.readers.decoding import decode
from generator.importing.several import chosen
from generator.importing.signature_block import read_ending

EDITION = newest()
PROACTIVE, APPLICATIONS = table_forms(EDITION)[:2]
OVERVIEW, PART_FIVE = EDITION.parts[0], next(part for part in EDITION.parts if part.number == "五")
LONG = "".join(chr(code) for code in range(0x5600, 0x5600 + 300))


def _lines(*texts: str) -> list[Block]:
    return [Paragraph(text, f"第{at}行") for at, text in enumerate(texts, 1)]


def _own(text: str) -> list[str]:
    """The subheadings of part five that a text's paragraph gives."""
    return [entry.heading for entry in narrative.read_narrative(PART_FIVE, _lines(text)).entries if entry.heading]


def _signed(length: int) -> object:
    return read_ending([*_lines("正文。"), Paragraph(LONG[:length], "", aligned_right=True)], None).agency


def _sections(count: int) -> object:
    """Two reports in a file, the first with so many parts."""
    parts = [*EDITION.parts[:count], *EDITION.parts]
    blocks = tuple(Paragraph(text, "") for part in parts for text in (part.heading, "本部分按要求写明。"))
    return chosen(headings.sections(blocks, EDITION), EDITION).others


def _long_heading(length: int) -> object:
    label = EDITION.parts[0].label
    text = f"{EDITION.parts[0].number}、{label}{' ' * (length - len(label))}：全年如此。"
    return headings.sections(tuple(_lines(text)), EDITION)[1:]


def _glued(length: int) -> object:
    """A page of three parts in one paragraph of so many characters: more than one part is found."""
    text = "".join(f"{part.heading}本部分按要求写明。" for part in EDITION.parts)
    return len(headings.sections(tuple(_lines(text + "事" * (length - len(text)))), EDITION)) > 2


def _contents(count: int) -> object:
    """So many headings in a row, then all parts with text: the headings in a row are left out."""
    parts = [part.heading for part in EDITION.parts[:count]]
    texts = [text for part in EDITION.parts for text in (part.heading, "本部分按要求写明。")]
    return len(headings.sections(tuple(_lines(*parts, "目录到此为止", *texts)), EDITION)) == len(EDITION.parts) + 1


def _cut(first: str) -> object:
    return len(rejoined(_lines(first, "各单位按时更新，逐篇审核。"))) == 1


def _wrapped(texts: list[str]) -> object:
    return unwrapping.line_width(_lines(*texts))


def _full(count: int, width: int, others: list[str] | None = None) -> list[str]:
    return [*["公" * width] * count, *(others or [])]


def _joined(short: int) -> object:
    """A line that ends a sentence's part, so many characters short of the page's 30."""
    return len(unwrapping.unwrapped(_lines("公" * (30 - short - 1) + "；", "各单位按时更新。"), 30)) == 1


def _heading_line(length: int) -> object:
    """A numbered line on a page 30 wide is a heading, and the next line no part of it."""
    return len(unwrapping.unwrapped(_lines("一、" + "公" * (length - 2), "各单位按时更新。"), 30)) == 2


def _extra(labels: list[str]) -> list[Any]:
    return extra_rows(PROACTIVE, [Table(tuple(_cells(label, "7") for label in labels), "")], EDITION)


def _cells(*texts: str) -> tuple[Any, ...]:
    return tuple(seen.cell_of(text) for text in texts)


def _refused_as_former(count: int) -> bool:
    blocks = tuple(_lines(*(block[0] for block in former.LABELS[:count])))
    page = SimpleNamespace(blocks=blocks)
    with_year = outline.Outline(title_block.TitleBlock((), None, 2023, ()))
    try:
        importing._refuse_former(page, with_year)  # type: ignore[arg-type]
    except UnreadableError:
        return True
    return False


def _first_words(name: str) -> object:
    found = outline.Outline(title_block.TitleBlock((), None, 2023, tuple(_lines(f"{name}根据条例编制本报告。"))))
    return identity_of(found).agency


def _left_out(length: int) -> object:
    found = outline.Outline(title_block.TitleBlock((), "甲局", 2023, (), above=tuple(_lines(LONG[:length]))))  # type: ignore[arg-type]
    return any(LONG[:length] in doubt.message for doubt in text_diagnostics._front(found))


def _other_title(length: int) -> object:
    found = outline.Outline(title_block.TitleBlock((), "甲局", 2023, ()), others=tuple(_lines(LONG[:length])))  # type: ignore[arg-type]
    return any(LONG[:length] in doubt.message for doubt in text_diagnostics._front(found))


def _title_of(count: int) -> object:
    """A title broken into so many lines."""
    words = ["清河县水利局", "2023年", "政府信息公开", "工作", "年度报告"]
    broken = [*words[: count - 1], "".join(words[count - 1 :])]
    found = title_block.find_title(_lines(*broken))
    return found is not None and found[2].agency is not None


def _all_above(count: int) -> object:
    return title_block._above(_lines(*(f"{LONG[at]}某" for at in range(count))), ())


def _title_length(length: int) -> object:
    ending = "2023年政府信息公开工作年度报告"
    return title_block.find_title(_lines("清河县" + "水" * (length - len(ending) - 4) + "局" + ending))


def _has_rows(count: int) -> object:
    names = [row.official for row in PROACTIVE.rows if len(row.forms[0]) > 2][:count]
    return outline._belongs(Table(tuple(_cells(name, "1") for name in names), ""), PROACTIVE)


def _is_sentence(text: str) -> object:
    return notes._is_sentence(text, notes.vocabulary(EDITION))


def _rejoined_above(length: int) -> object:
    first = "公开，" + "某" * (length - 3)
    return len(notes._rejoined(_lines(first, "其他，也是。"), notes.vocabulary(EDITION))) == 1


def _readable(broken: int) -> bool:
    try:
        decode(b"a" * (1000 - broken) + b"\x01" * broken)
    except UnreadableError:
        return False
    return True


def _footer(count: int) -> object:
    """A line at the end of the first page and of so many more."""
    text = "\f".join(f"第{at}页的文字{LONG[at]}\n水利局年报" for at in range(count + 1))
    return sum(line.text == "水利局年报" for line in pages.page_lines(text)) == 1


def _kind(**look: int) -> str:
    from lxml.etree import Element

    return docx_looks.kind_of(docx_looks.RunLook(**look), Element("r"))  # type: ignore[arg-type]


PINS = [
    Pin("importing.boilerplate:_LONGEST", lambda n: is_boilerplate("上一篇：" + LONG[: n - 4]), 80, 81),
    Pin("importing.names:_LONGEST", lambda n: may_be_agency(LONG[:n]), 40, 41),
    Pin("importing.signature_block:_LONGEST_NAME", _signed, 40, 41),
    Pin("importing.several:_ENOUGH_PARTS", _sections, 3, 2),
    Pin("importing.headings:_LONGEST", _long_heading, 60, 61),
    Pin("importing.headings:_GLUED", _glued, 200, 199),
    Pin("importing.headings:_CONTENTS", _contents, 3, 2),
    Pin("importing.narrative:_LONGEST_HEADING", lambda n: _own("（一）" + LONG[:n]), 60, 61),
    Pin("importing.narrative:_LONGEST_RUN_IN", lambda n: _own(f"（一）{LONG[:n]}：全年如此，没有变化。"), 45, 46),
    Pin("importing.page_breaks:_SHORTEST_LINE", lambda n: _cut("公开，" + LONG[: n - 3]), 15, 14),
    Pin("importing.page_breaks:_LONG_LINE", lambda n: _cut(LONG[:n]), 16, 15),
    Pin("importing.unwrapping:_SHORTEST_LINE", lambda n: _wrapped(_full(8, n)), 20, 19),
    Pin("importing.unwrapping:_LONGEST_LINE", lambda n: _wrapped(_full(8, n)), 60, 61),
    Pin("importing.unwrapping:_MANY", lambda n: _wrapped(_full(n, 30)), 8, 7),
    Pin("importing.unwrapping:_SHARE", lambda n: _wrapped(_full(n, 30, ["公" * 25] * (20 - n))), 10, 9),
    Pin("importing.unwrapping:_FEW", lambda n: _wrapped(_full(100 - n, 30, ["公" * 50] * n)), 5, 6),
    Pin("importing.unwrapping:_SLACK", _joined, 3, 4),
    Pin("importing.unwrapping:_FIRST_LINE_INDENT", _heading_line, 27, 28),
    Pin("importing.extra_rows:_SHORTEST", lambda n: _extra([LONG[:n]]), 2, 1),
    Pin("importing.extra_rows:_SHOWN", lambda n: LONG[: n - 2] + " 7" in _extra([LONG[: n - 2]])[0].message, 60, 61),
    Pin("importing.extra_rows:_MOST", lambda n: len(_extra([LONG[at : at + 5] for at in range(n)])) == n, 20, 21),
    Pin("importing.extra_rows:_ALIKE", lambda n: not _extra([f"行政{LONG[:n]}"]), 2, 3),
    Pin("importing.figures:LONGEST", lambda n: read_mark("1" * n), 60, 61),
    Pin("importing.figures:_MOST_WORDS", lambda n: looks_like_figure(LONG[:n] + "7", is_first=True), 8, 9),
    Pin("importing.importing:_ENOUGH_FORMER", _refused_as_former, 2, 1),
    Pin("importing.identity:_SHORTEST", _first_words, "清河县委", "某某局"),
    Pin("importing.text_diagnostics:_SHOWN", _left_out, 30, 31),
    Pin("importing.text_diagnostics:_LONG", _other_title, 60, 61),
    Pin("importing.title_block:_MOST_LINES", _title_of, 4, 5),
    Pin("importing.title_block:_FEW_ABOVE", _all_above, 5, 6),
    Pin("importing.title_block:_LONGEST", _title_length, 70, 71),
    Pin("importing.outline:_ENOUGH_ROWS", _has_rows, 3, 2),
    Pin("importing.tokens:_LEAD", tokens._ends_in_label, "某当理由逾 ", "某某理由逾 "),
    Pin("importing.tokens:_CUT_AT", tokens._ends_in_label, "当理由逾" + " " * 8, "当理由逾" + " " * 9),
    Pin("importing.notes:_MOST_TOGETHER", _is_sentence, "其中某项3 4，均为新增", "其中某项3 4 5，均为新增"),
    Pin("importing.notes:_GLUED", _is_sentence, "其中某项123456件，均为新增", "其中某项1234567件，均为新增"),
    Pin("importing.notes:_SHORTEST_LINE", _rejoined_above, 20, 19),
    Pin("importing.readers.decoding:_MAX_BROKEN", _readable, 20, 21),
    Pin("importing.readers.pages:_LONGEST", lambda n: pages.is_page_number("第1页" + " " * (n - 6) + "共9页"), 29, 30),
    Pin("importing.readers.pages:_MIN_REPEATED", _footer, 3, 2),
    Pin("importing.readers.rows:_SENTENCE", lambda n: rows.tab_run([pages.PageLine(1, f"{LONG[:n]}\t7")], 0), 60, 61),
    Pin(
        "importing.readers.seen:_LONGEST_MARK",
        lambda n: "¹" in seen.plain("公" + seen.wrapped("1" * n, seen.RAISED)),
        6,
        7,
    ),
    Pin("importing.readers.docx_looks:_TINY", lambda size: _kind(size=size), 2, 3),
    Pin("importing.readers.docx_looks:_LOWEST_RAISED", lambda height: _kind(raised=height), 4, 3),
    Pin("importing.readers.html_seen:_ALMOST_WHITE", html_seen.is_white, "rgb(250,250,250)", "rgb(249,249,249)"),
]


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: f"{pin.constant} {pin.yes}/{pin.no}"[:90])
def test_the_threshold_stands_between_the_two(pin: Pin) -> None:
    assert holds(pin)
