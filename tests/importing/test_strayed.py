"""Text in which figures have strayed from their labels: what nobody can know stays empty, what can is read."""

from __future__ import annotations

import random

import table_layouts as layouts

from generator.form import keys
from generator.importing.importing import import_published
from generator.pipeline.opening import open_report
from generator.report.model import Report


def tables() -> layouts.Tables:
    return layouts.random_tables(random.Random(4), busy=0.6)


def read(text: str) -> Report:
    report = open_report("例.yaml", import_published("报告.txt", text.encode()).text.encode()).report
    assert report is not None
    return report


def wrong(report: Report, truth: layouts.Tables) -> list[tuple[str, ...]]:
    """The rows with a figure that is not empty and not the true one; a printed total counts as read."""
    found = []
    for path, row in report.figures.rows.items():
        if path not in truth:
            continue
        control = report.figures.controls.get(path, {}).get(keys.TOTAL)
        values = [*row[:-1], control if control is not None and len(row) > 1 else row[-1]]
        if any(value is not None and value != true for value, true in zip(values, truth[path], strict=True)):
            found.append(path)
    return found


def page(truth: layouts.Tables, row: layouts.Setting) -> list[str]:
    return layouts.page(layouts.lines_of(truth, row)).split("\n")


def line_of(lines: list[str], label: str) -> int:
    return next(at for at, line in enumerate(lines) if label in line)


def label(number: int) -> str:
    return layouts.application_rows()[number][2]


def test_the_total_of_a_row_broken_over_two_lines_is_no_total() -> None:
    truth = {**tables(), (layouts.APPLICATIONS.key, "本年新收"): [281, 26, 60, 106, 61, 81, 615]}
    lines = page(truth, layouts.spaced)
    at = line_of(lines, label(0))
    lines[at : at + 1] = [lines[at].removesuffix("5"), "5"]
    report = read("\n".join(lines))
    assert wrong(report, truth) == []


def test_a_number_broken_where_every_figure_has_its_line_is_none() -> None:
    truth = {**tables(), (layouts.APPLICATIONS.key, "本年新收"): [281, 26, 60, 106, 61, 81, 615]}
    text = "\n".join(page(truth, layouts.vertical)).replace("\n81\n615\n", "\n8161\n5\n")
    assert wrong(read(text), truth) == []


def test_labels_piled_above_the_figures_of_one_row_name_none() -> None:
    text = "\n".join(page(tables(), layouts.spaced))
    first, second = (line for line in text.split("\n") if line.startswith(("规章 ", "行政规范性文件 ")))
    piled = text.replace(f"{first}\n{second}", "规章\n行政规范性文件\n11\n22\n33")
    report = read(piled)
    assert report.figures.rows[("主动公开政府信息", "行政规范性文件")] == (None, None, None)


def test_figures_a_line_below_their_labels_for_a_while_are_nobodys() -> None:
    truth = tables()
    truth[_path(12)], truth[_path(13)] = [0, 0, 0, 8, 0, 0, 8], [3, 0, 0, 0, 0, 0, 3]
    lines = page(truth, layouts.spaced)
    at = line_of(lines, label(12))
    lines[at : at + 2] = [label(12), f"{label(13)} 0 0 0 8 0 0 8", "提供 3 0 0 0 0 0 3"]
    assert wrong(read("\n".join(lines)), truth) == []


def _path(number: int) -> tuple[str, ...]:
    return layouts.application_rows()[number][0]


def test_the_last_label_behind_its_figures_turns_no_other_row_round() -> None:
    truth = tables()
    lines = page(truth, layouts.spaced)
    at = line_of(lines, "行政事业性收费")
    lines[at] = " ".join(reversed(lines[at].split()))
    report = read("\n".join(lines))
    assert wrong(report, truth) == []
    assert report.figures.rows[("主动公开政府信息", "行政许可")] == tuple(truth[("主动公开政府信息", "行政许可")])


def test_a_number_is_not_cut_into_the_figures_of_a_row_without_a_total() -> None:
    text = "\n".join(page(tables(), layouts.spaced))
    (line,) = (line for line in text.split("\n") if line.startswith("行政规范性文件 "))
    report = read(text.replace(line, "行政规范性文件 9802"))
    assert report.figures.rows[("主动公开政府信息", "行政规范性文件")] == (None, None, None)
    report = read(text.replace(line, "行政规范性文件 000"))
    assert report.figures.rows[("主动公开政府信息", "行政规范性文件")] == (0, 0, 0)


def test_pieces_of_two_rows_side_by_side_are_no_columns() -> None:
    truth = tables()
    a, b = (number for number in (12, 13))
    truth[_path(a)], truth[_path(b)] = [0, 0, 0, 8, 0, 0, 8], [0] * 7
    lines = page(truth, layouts.spaced)
    at = line_of(lines, label(a))
    lines[at : at + 2] = [label(a), label(b), "0 0 0 8", "0 0 0 0", "0", "0", "0 8", "0 0"]
    assert wrong(read("\n".join(lines)), truth) == []


def test_radicals_of_a_pdf_are_the_characters_they_stand_for() -> None:
    truth = tables()
    text = "\n".join(page(truth, layouts.spaced)).replace("行", "⾏").replace("文", "⽂").replace("二、", "⼆、")
    imported = import_published("报告.txt", text.replace("写明有关情况。", "逐篇核对⻔户网站。").encode())
    report = open_report("例.yaml", imported.text.encode()).report
    assert report is not None
    assert wrong(report, truth) == []
    assert None not in report.figures.rows[("主动公开政府信息", "行政规范性文件")]
    assert "门户网站" in imported.text
    assert "⾏" not in imported.text
