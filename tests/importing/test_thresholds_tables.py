"""Thresholds of the reading of tables, and of what is told of it: as `test_thresholds` has those of texts."""

from __future__ import annotations

from typing import Any

import pytest
from thresholds.pins import Pin, holds

from generator.form.edition import newest
from generator.importing import (
    aligning,
    annexed,
    column_order,
    diagnostics,
    figure_runs,
    headings,
    heads_in_text,
    importing,
    notes,
    readings,
    stray_tables,
    streams,
    tables,
    torn,
    transposed,
    whole,
)
from generator.importing.blocks import Paragraph, UnreadableError
from generator.importing.figure_runs import Run
from generator.importing.figures import read_mark
from generator.importing.headings import Section
from generator.importing.labels import RowLabel, TableForm, table_forms
from generator.importing.lines import Stretches
from generator.importing.readers import docx_tables, html_tables

EDITION = newest()
PROACTIVE, APPLICATIONS, REVIEWS = table_forms(EDITION)
PART_FIVE = next(part for part in EDITION.parts if part.number == "五")
LONG = "".join(chr(code) for code in range(0x5600, 0x5600 + 300))
EIGHT = "甲乙丙丁戊己庚辛"
THREE_ROWS = ["一、本年新收政府信息公开申请数量 1", "二、上年结转政府信息公开申请数量 1", "四、结转下年度继续办理 1"]


def _made(*labels: str) -> TableForm:
    """A table with rows of one figure that are called so."""
    return PROACTIVE._replace(rows=tuple(RowLabel((name,), name, (name,), 1, False, ("",)) for name in labels))


def _run(label: str, *figures: object) -> Run:
    """A row as it is printed on a line of its own."""
    return Run(label, label, tuple(read_mark(str(figure)) for figure in figures), "第1行", False)


def _matched(label: str, form: TableForm = APPLICATIONS) -> list[tuple[float, str]]:
    """How sure it is which row a label is of, and what was recognised of it; nothing where no row was found."""
    return [(match.label, match.printed) for match in aligning.align([_run(label, 7)], form)]


def _is_told(sure: float, form: TableForm = APPLICATIONS) -> Any:
    return lambda label: [told for told, _ in _matched(label, form)] == [sure]


def _is_one_of_two(label: str) -> object:
    """A label that is surely a misprint of 甲乙丙丁戊, where the order of rows does not tell."""
    return _matched(label, _made("甲乙丙丁戊", "子丑寅卯辰"))


def _recognised(label: str) -> bool:
    """Whether 行政处罚 is seen in a label where every other row is there in full."""
    names = [row.forms[0] for row in PROACTIVE.rows]
    runs = [_run(label if name == "行政处罚" else name, 7) for name in names]
    return any(match.printed for match in aligning.align(runs, PROACTIVE) if match.row.forms[0] == "行政处罚")


def _surplus(count: int) -> object:
    """So many cells more than the row of three has, whose last three are no row."""
    marks = tuple(read_mark(text) for text in ("1", "2", *"9" * count, "3"))
    return readings.choices(marks, readings.Shape(((3, True),)), True).values


def _is_kept_as_head(name: str) -> object:
    """A line among the heads of a table in running text that is none of the form's."""
    lines = [Paragraph(text, "") for text in ("信息内容 本年制发件数", name, "规章 1 2 3")]
    return Paragraph(name, "") in notes.parted(PROACTIVE, lines, newest()).table


def _is_torn(text: str) -> object:
    """A word among the heads that is made of pieces of the form's words."""
    words = heads_in_text.head_words(["自然人 商业企业", text], APPLICATIONS)
    return words[-1].kind == heads_in_text.TORN


def _certainties(told: dict[str, float]) -> bool:
    """The certainty told of a figure whose label is exact, by how its row was read."""
    row = next(row for row in PROACTIVE.rows if row.width == 1)
    return all(
        diagnostics.confidence_of(
            tables.TableRead(PROACTIVE, {row.path: tables.RowRead(row, how, ("7",), label=1.0)}),
        )
        == {row.path: sure}
        for how, sure in told.items()
    )


def _each_told(count: int) -> bool:
    rows = [tables.RowRead(row, "cut", ("0",) * 7) for row in APPLICATIONS.rows[:count]]
    return len(list(diagnostics._merged("cut", rows, "表三", tables.TableRead(APPLICATIONS)))) == count


def _label_doubted(sure: float) -> object:
    row = APPLICATIONS.rows[0]
    read = tables.RowRead(row, "cells", ("0",) * 7, label=sure, printed_label=row.forms[0])
    return list(diagnostics._about_label(read, "表三"))


def _misprinted(wrong: int) -> object:
    """A part's heading with so many of its characters misprinted."""
    label = PART_FIVE.label
    text = f"{PART_FIVE.number}、{label[: len(label) - wrong]}{LONG[:wrong]}"
    return headings.sections((Paragraph(text, ""),), EDITION)[1:]


def _is_report(count: int) -> bool:
    """So many parts without a table."""
    parts = [part.heading for part in EDITION.narratives if part.number][:count]
    text = "清河县水利局2023年政府信息公开工作年度报告\n" + "".join(f"{part}\n全年如此，没有变化。\n" for part in parts)
    try:
        importing.import_published("报告.txt", text.encode())
    except UnreadableError:
        return False
    return True


def _prose(count: int) -> object:
    """A line of figures with so many labels of rows, and a full stop."""
    labels = [row.forms[0] for row in APPLICATIONS.rows[:count]]
    return notes._is_prose(APPLICATIONS, " ".join(f"{label} 3 4 5 6" for label in labels) + "。", "")


def _stray(*lines: str) -> object:
    """Lines of text under another part's heading in which table 3 is found."""
    section = Section(PART_FIVE, "五", tuple(Paragraph(line, "") for line in lines))
    return stray_tables.without_strays([section], EDITION)[1]


def _named_twice(rows: int) -> object:
    """Lines that begin a table a second time, with so many of its rows."""
    lines = ["规章 1 2 3", "行政许可 4", "规章 5 6 7", "行政许可 8"][: 2 + rows]
    return annexed.one_table(PROACTIVE, [Paragraph(line, "") for line in lines], 2023)[1]


def _no_totals(count: int) -> object:
    """So many rows, each a figure short."""
    rows = [row for row in APPLICATIONS.rows if row.total][:count]
    return tables._without_totals([aligning.Match(row, _run("", *"123456"), 1.0) for row in rows])


def _misread(count: int) -> object:
    """So many rows, none of which adds up."""
    rows = [row for row in APPLICATIONS.rows if row.total][:count]
    read = tables.TableRead(APPLICATIONS, {r.path: tables.RowRead(r, "cells", tuple("1234567")) for r in rows})
    tables._drop_misread(read)
    return read.misread


def _by_labels(labels: list[str]) -> object:
    """Rows that stand abreast in the form, printed one below the other with such labels."""
    lines = [Paragraph(f"{label} 1 0 0 0 1", "") for label in labels]
    return any(row.printed_label for row in tables.read_table(REVIEWS, lines).rows.values())


def _streamed(digits: int) -> object:
    run = _run("本年新收", "1" * digits)
    return streams.stream_of(Stretches([run], "", "", [run]), APPLICATIONS)


def _results_as_lines(count: int) -> object:
    """Table 4 with its first results as lines, each with a figure for each of its rows."""
    runs = [_run(names[0], 1, 2, 3) for names in REVIEWS.columns[:count]]
    return transposed.turned(runs, REVIEWS, "".join(row.forms[0] for row in REVIEWS.rows))


def _is_unproven(unread: int) -> object:
    """A row whose digits were cut up, in a table in which so many rows are unread."""
    rows = [row for row in APPLICATIONS.rows if not row.is_group]
    settled = {(*row.path, "") if row.is_sum else row.path: tuple("1000001") for row in rows[: len(rows) - unread]}
    match = aligning.Match(rows[0], _run(rows[0].forms[0], "1000001"), 1.0)
    return torn.unproven(APPLICATIONS, {rows[0].path: (match, readings.Choices((), "cut"))}, settled)


def _stays_in_docx(shares: tuple[int, int]) -> bool:
    """A row with so many figures, and a cell with a table of so many characters: a table of figures, no layout."""
    from lxml import etree

    figures, length = shares
    cells = "<tc><p><r><t>7</t></r></p></tc>" * figures
    inner = f"<tbl><tr><tc><p><r><t>{'公' * length}</t></r></p></tc></tr></tbl>"
    return not docx_tables.is_layout(etree.fromstring(f"<tbl><tr>{cells}<tc>{inner}</tc></tr></tbl>"))


def _stays_in_html(shares: tuple[int, int]) -> bool:
    from lxml import etree

    figures, length = shares
    cells = "<td>7</td>" * figures
    inner = f"<table><tr><td>{'公' * length}</td></tr></table>"
    return not html_tables.is_layout(etree.fromstring(f"<table><tr>{cells}<td>{inner}</td></tr></table>"))


REVIEW_LABELS = [row.forms[0] for row in REVIEWS.rows]

PINS = [
    Pin("importing.aligning:EXACT", _is_told(1.0), "予以公开", "予以公开的"),
    Pin("importing.aligning:INSIDE", _is_told(0.95), "予以公开的", "予以公开"),
    Pin("importing.aligning:BROKEN", _is_told(0.85), "没有现成信息需", "予以公开"),
    Pin("importing.aligning:ALIKE", _is_one_of_two, "甲乙丙某戊", "甲某丙丁某"),
    Pin("importing.aligning:BY_ORDER", _is_one_of_two, "甲乙丙某戊", "甲某丙丁某"),
    Pin("importing.aligning:_ENOUGH_ALIKE", _recognised, "甲政乙处罚", "甲乙处罚"),
    Pin("importing.aligning:_SHORTEST_BREAK", lambda n: _is_told(0.95, _made(EIGHT[:n]))(EIGHT[:n] + "的"), 4, 3),
    Pin("importing.aligning:_SHORTEST_START", lambda n: _is_told(0.85, _made(EIGHT))(EIGHT[:n]), 2, 1),
    Pin("importing.readings:_MOST_SURPLUS", _surplus, 2, 3),
    Pin(
        "importing.heads_in_text:SHORTEST_NAME",
        lambda text: column_order._column(text, APPLICATIONS) is not None,
        "法人商业企业",
        "法人自然人",
    ),
    Pin(
        "importing.heads_in_text:_MOST_ALIKE",
        lambda n: heads_in_text.is_misprint("某某" + EIGHT[2:n], [EIGHT[:n]]),
        8,
        7,
    ),
    Pin("importing.heads_in_text:_LONGEST_UNKNOWN", _is_torn, "其他企业其他企业", "其他企业其他"),
    Pin("importing.heads_in_text:_SHORTEST_PIECE", _is_torn, "其他企业其他企业", "其他企业其他企"),
    Pin("importing.notes:_LONGEST_HEAD", lambda n: _is_kept_as_head("某" * n), 12, 13),
    Pin(
        "importing.diagnostics:_SURE",
        _certainties,
        {
            "cells": 1.0,
            "gaps": 0.95,
            "order": 0.9,
            "cut": 0.8,
            "surplus": 0.6,
            "short": 0.6,
            "missing": 0,
            "unknown": 0,
        },
        {"unknown": 0.1},
    ),
    Pin("importing.diagnostics:_FEW", _each_told, 3, 4),
    Pin("importing.diagnostics:_DOUBTFUL_LABEL", _label_doubted, 0.7, 0.85),
    Pin("importing.figure_runs:_SHORTEST_LABEL", lambda n: figure_runs._labels_in(EIGHT, _made(EIGHT[:n])), 4, 3),
    Pin("importing.headings:_ALIKE", _misprinted, 3, 4),
    Pin("importing.importing:_ENOUGH_PARTS", _is_report, 2, 1),
    Pin("importing.notes:_ENOUGH_ROWS", _prose, 1, 2),
    Pin("importing.annexed:_ENOUGH_ROWS", _named_twice, 2, 1),
    Pin("importing.stray_tables:_ENOUGH_ROWS", lambda n: _stray(*THREE_ROWS[:n]), 3, 2),
    Pin("importing.stray_tables:_LONGEST_LINE", lambda n: stray_tables.may_be_row("某" * n), 90, 91),
    Pin("importing.stray_tables:_MOST_BETWEEN", lambda n: _stray(THREE_ROWS[0], *["某甲"] * n, *THREE_ROWS[1:]), 2, 3),
    Pin(
        "importing.stray_tables:_SHORTEST_LABEL",
        lambda name: name in stray_tables._labels(APPLICATIONS, EDITION).rows,
        "本年新收",
        "新收到",
    ),
    Pin("importing.tables:_ENOUGH", _no_totals, 5, 4),
    Pin("importing.tables:_ENOUGH_WRONG", _misread, 3, 2),
    Pin("importing.tables:ALONE", _by_labels, REVIEW_LABELS, [REVIEW_LABELS[0], "未经复议直接", REVIEW_LABELS[2]]),
    Pin("importing.transposed:_ENOUGH", _results_as_lines, 3, 2),
    Pin("importing.torn:_FEW", _is_unproven, 3, 2),
    Pin("importing.readers.docx_tables:_LONGEST_INSIDE", _stays_in_docx, (3, 60), (3, 61)),
    Pin("importing.readers.docx_tables:_FEWEST_FIGURES", _stays_in_docx, (3, 10), (2, 10)),
    Pin("importing.readers.html_tables:_LONGEST_INSIDE", _stays_in_html, (3, 60), (3, 61)),
    Pin("importing.readers.html_tables:_FEWEST_FIGURES", _stays_in_html, (3, 10), (2, 10)),
    Pin("importing.streams:_LONGEST_FIGURE", _streamed, 9, 10),
    Pin("importing.whole:_SHORTEST_LABEL", lambda n: whole._speaking(EIGHT[:n], _made(EIGHT[:n]).rows), 4, 3),
]


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: f"{pin.constant} {pin.yes}/{pin.no}"[:90])
def test_the_threshold_stands_between_the_two(pin: Pin) -> None:
    assert holds(pin)
