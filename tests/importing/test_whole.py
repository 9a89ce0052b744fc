"""Tables whose labels and figures do not stand together, as extraction tools give them: solved as a whole or empty."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from table_layouts import APPLICATIONS, PROACTIVE, Tables, application_rows, lines_of, page, random_tables, spaced

from generator.form import keys
from generator.importing.importing import import_published
from generator.importing.outcome import Imported
from generator.pipeline.opening import open_report

seeds = st.integers(0, 10_000)
Row = list[int]


def read(text: str) -> tuple[Imported, dict[tuple[str, ...], list[int | None]]]:
    found = import_published("报告.txt", text.encode())
    report = open_report("例.yaml", found.text.encode()).report
    assert report is not None
    return found, {p: [None if v is None else int(v) for v in values] for p, values in report.figures.rows.items()}


def empty_figures(tables: Tables, text: str) -> tuple[int, Imported]:
    """How many figures were left empty; none may be wrong."""
    found, rows = read(text)
    for path, expected in tables.items():
        assert [v if v is not None else e for v, e in zip(rows[path], expected, strict=True)] == expected, path
    return sum(rows[path].count(None) for path in tables), found


def around(tables: Tables, applications: list[str], proactive: list[str] | None = None) -> str:
    lines = lines_of(tables, spaced)
    lines[APPLICATIONS.key] = applications
    lines[PROACTIVE.key] = proactive or lines[PROACTIVE.key]
    return page(lines)


def figures_of(tables: Tables) -> list[tuple[str, Row]]:
    return [(label, tables[path]) for path, _, label in application_rows()]


def only_natural_persons(tables: Tables) -> Tables:
    """The same tables with every application made by a natural person, as in most real reports."""
    return {p: [v[-1], 0, 0, 0, 0, 0, v[-1]] if p[0] == APPLICATIONS.key else v for p, v in tables.items()}


def chunks(rows: list[tuple[str, Row]], rng: random.Random, largest: int) -> list[list[tuple[str, Row]]]:
    found, at = [], 0
    while at < len(rows):
        size = rng.randint(1, largest)
        found.append(rows[at : at + size])
        at += size
    return found


def piled(tables: Tables, rng: random.Random) -> list[str]:
    """Labels of several rows, then their figures; now and then a page's number between."""
    lines: list[str] = []
    for chunk in chunks(figures_of(tables), rng, 5):
        lines += [label for label, _ in chunk]
        lines += ["- 3 -"] if rng.random() < 0.2 else []
        lines += [str(figure) for _, row in chunk for figure in row]
    return lines


def a_line_above(tables: Tables, rng: random.Random) -> list[str]:
    """A row's figures beside its label, or on the line above it."""
    lines: list[str] = []
    for label, row in figures_of(tables):
        figures = " ".join(map(str, row))
        lines += [figures, label] if rng.random() < 0.4 else [f"{label} {figures}"]
    return lines


def without_some_labels(tables: Tables, rng: random.Random) -> list[str]:
    return [f"{label if rng.random() < 0.6 else ''} {' '.join(map(str, row))}" for label, row in figures_of(tables)]


@pytest.mark.parametrize("setting", [piled, a_line_above, without_some_labels])
@settings(max_examples=15)
@given(seed=seeds)
def test_order_and_sums_solve_the_table(setting: object, seed: int) -> None:
    rng = random.Random(seed)
    tables = random_tables(rng)
    assert callable(setting)
    empty, found = empty_figures(tables, around(tables, setting(tables, rng)))
    assert empty == 0
    assert all(doubt.value or "按数字的次序读" in doubt.message for doubt in found.doubts)


def by_columns(rows: list[tuple[str, Row]], order: list[int]) -> list[str]:
    return [*(label for label, _ in rows), *(str(row[column]) for column in order for _, row in rows)]


@settings(max_examples=15)
@given(seed=seeds)
def test_a_table_given_column_by_column(seed: int) -> None:
    rng = random.Random(seed)
    tables = only_natural_persons(random_tables(rng))
    rows = figures_of(tables)
    cut = rng.randint(8, 20)
    order = rng.choice([[0, 1, 2, 3, 4, 5, 6], [0, 1, 2, 3, 4, 6, 5]])
    lines = [*by_columns(rows[:cut], order), "- 3 -", *by_columns(rows[cut:], order)]
    heads = lines_of(tables, spaced)[APPLICATIONS.key][:3]
    assert empty_figures(tables, around(tables, [*heads, *lines]))[0] == 0


@settings(max_examples=10)
@given(seed=seeds, kind=st.integers(0, 5))
def test_a_first_column_that_no_heading_names_is_of_no_kind(seed: int, kind: int) -> None:
    rng = random.Random(seed)
    natural = only_natural_persons(random_tables(rng))
    tables = {
        path: [row[0] if at in {kind, 6} else 0 for at in range(7)] if path[0] == APPLICATIONS.key else row
        for path, row in natural.items()
    }
    order = [kind, *(at for at in range(7) if at != kind)]
    lines = by_columns(figures_of(tables), order)
    _, rows = read(around(tables, lines))
    received = (APPLICATIONS.key, keys.RECEIVED)
    assert rows[received][:6] == [None] * 6 or tables[received][-1] == 0
    empty_figures(tables, around(tables, lines))


@settings(max_examples=25)
@given(seed=seeds)
def test_columns_out_of_their_place_are_never_another_kind(seed: int) -> None:
    rng = random.Random(seed)
    tables = random_tables(rng)
    order = rng.sample(range(7), 7)
    empty_figures(tables, around(tables, by_columns(figures_of(tables), order)))


@settings(max_examples=25)
@given(seed=seeds)
def test_a_row_lacking_and_another_too_many_move_no_figure(seed: int) -> None:
    rng = random.Random(seed)
    tables = random_tables(rng)
    lines = [f"{label} {' '.join(map(str, row))}" for label, row in figures_of(tables)]
    at = rng.randrange(2, 20)
    del lines[at]
    lines.insert(rng.randrange(2, 23), "（三）不予公开 0 0 0 0 0 0 0")
    empty_figures(tables, around(tables, lines))


def test_the_last_total_may_be_missing() -> None:
    tables = random_tables(random.Random(7))
    lines = piled(tables, random.Random(7))
    empty, found = empty_figures(tables, around(tables, lines[:-1]))
    assert empty == 0
    assert "按数字的次序读，各行各列都符合勾稽关系" in found.text


def test_other_outcomes_as_one_row_without_labels() -> None:
    tables = random_tables(random.Random(3))
    rows = figures_of(tables)
    other = [row for path, _, _ in application_rows() if keys.OTHER_OUTCOME in path for row in [tables[path]]]
    joined = [sum(column) for column in zip(*other, strict=True)]
    lines = [*(label for label, _ in rows[:-5]), "（六）其他处理", "（七）总计", rows[-1][0]]
    lines += [
        " ".join(map(str, row)) for row in [*(row for _, row in rows[:-5]), joined, *(row for _, row in rows[-2:])]
    ]
    found, got = read(around(tables, lines))
    base = (APPLICATIONS.key, keys.RESULTS, keys.OTHER_OUTCOME)
    assert got[(*base, keys.OTHER)] == joined
    assert "“其他处理”只印了一行" in found.text


DISPLACED = """\
第二十条第（一）项
信息内容
本年制发件数
本年废止件数
现行有效件数
规章
0 0 2
行政规范性文件
3 1 8
第二十条第（五）项
信息内容
本年处理决定数量
9487
行政许可
- 2 -
第二十条第（六）项
信息内容
本年处理决定数量
行政处罚
2776
行政强制
84
第二十条第（八）项
信息内容
本年收费金额（单位：万元）
75.45
行政事业性收费"""


def proactive(found: dict[tuple[str, ...], list[int | None]], *path: str) -> list[int | None]:
    return found[(PROACTIVE.key, *path)]


def test_table_two_by_the_order_of_its_figures() -> None:
    tables = random_tables(random.Random(1))
    rows = lines_of(tables, spaced)[APPLICATIONS.key]
    found, got = read(around(tables, rows, DISPLACED.split("\n")))
    assert proactive(got, keys.NORMATIVE_DOCUMENTS) == [3, 1, 8]
    assert [proactive(got, name) for name in ("行政许可", "行政处罚", "行政强制")] == [[9487], [2776], [84]]
    assert "行政事业性收费: 75.45" in found.text


def test_piled_labels_of_table_two_leave_only_what_all_readings_say() -> None:
    text = DISPLACED.replace("规章\n0 0 2\n行政规范性文件\n3 1 8", "规章\n行政规范性文件\n0\n3\n0\n1\n0\n8")
    tables = random_tables(random.Random(1))
    rows = lines_of(tables, spaced)[APPLICATIONS.key]
    _, got = read(around(tables, rows, text.split("\n")))
    assert proactive(got, keys.REGULATIONS) == [0, None, 0]
    assert proactive(got, keys.NORMATIVE_DOCUMENTS) == [None, None, None]
    assert proactive(got, "行政许可") == [9487]


def test_columns_of_table_two_that_come_in_any_order_move_no_figure() -> None:
    text = DISPLACED.replace("规章\n0 0 2\n行政规范性文件\n3 1 8", "规章\n行政规范性文件\n2\n8\n0\n3\n0\n1")
    tables = random_tables(random.Random(1))
    rows = lines_of(tables, spaced)[APPLICATIONS.key]
    _, got = read(around(tables, rows, text.split("\n")))
    assert all(value in (None, right) for value, right in zip(proactive(got, keys.REGULATIONS), (0, 0, 2), strict=True))
    assert proactive(got, keys.NORMATIVE_DOCUMENTS) == [None, None, None]
    assert proactive(got, "行政许可") == [9487]


def test_a_figure_too_many_in_table_two_moves_no_other() -> None:
    lines = DISPLACED.replace("9487\n行政许可", "行政许可\n12").replace("行政强制\n84", "行政强制").split("\n")
    tables = random_tables(random.Random(1))
    rows = lines_of(tables, spaced)[APPLICATIONS.key]
    _, got = read(around(tables, rows, [*lines, "7"]))
    assert proactive(got, "行政强制") == [None]


def test_figures_behind_a_group_s_label_are_its_rows() -> None:
    rows = ["0 0 0 0 0 0 0", "2 0 1 0 0 0 3", "4 0 0 0 0 0 4"]
    lines = ["一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |", f"（六）其他处理 {' '.join(rows)}"]
    _, got = read(around(random_tables(random.Random(1)), lines))
    other = (APPLICATIONS.key, keys.RESULTS, keys.OTHER_OUTCOME)
    assert [got[(*other, name)] for name in ("逾期不补正", "逾期未缴费", keys.OTHER)] == [
        [int(figure) for figure in row.split()] for row in rows
    ]


def test_a_table_most_of_whose_totals_contradict_was_misread() -> None:
    tables = random_tables(random.Random(4))
    lines = [f"{label} {' '.join(map(str, [*row[:-1], row[-1] + 2]))}" for label, row in figures_of(tables)]
    found, got = read(around(tables, lines))
    assert got[(APPLICATIONS.key, keys.RECEIVED)] == [None] * 7
    assert len([doubt for doubt in found.doubts if doubt.path[0] == APPLICATIONS.key]) == 1
    assert "整张表留空" in found.text


def test_one_total_that_contradicts_is_the_report_s_own_fault() -> None:
    tables = random_tables(random.Random(4))
    rows = figures_of(tables)
    lines = [f"{label} {' '.join(map(str, row))}" for label, row in rows]
    lines[0] = f"{rows[0][0]} {' '.join(map(str, [*rows[0][1][:-1], rows[0][1][-1] + 2]))}"
    _, got = read(around(tables, lines))
    assert got[(APPLICATIONS.key, keys.RECEIVED)][:6] == rows[0][1][:6]


FRAGMENT = """\
（一）予以公开 0 0 0 0 0 0 0
（二）部分公开（区分处理的，只计这一情
9 0 0 0 0 0 9
形，不计其他情形）
2 0 0 0 0 0 2
1.属于国家秘密
2.其它法律行政公开 0 0 0 0 0 0 0
0 3 0 0 0 0 3
3.危及“三安全一稳定”
4.保护第三方合法权益 0 0 0 0 0 0 0"""


def test_between_two_labelled_rows_the_order_counts() -> None:
    _, got = read(around(random_tables(random.Random(1)), FRAGMENT.split("\n")))
    refused = (APPLICATIONS.key, keys.RESULTS, "不予公开")
    assert got[(*refused, "属于国家秘密")] == [2, 0, 0, 0, 0, 0, 2]
    assert got[(*refused, "危及三安全一稳定")] == [0, 3, 0, 0, 0, 0, 3]


def test_of_a_fragment_with_a_row_lacking_nothing_is_guessed() -> None:
    lines = [line for line in FRAGMENT.split("\n") if line != "0 3 0 0 0 0 3"]
    _, got = read(around(random_tables(random.Random(1)), lines))
    refused = (APPLICATIONS.key, keys.RESULTS, "不予公开")
    assert got[(*refused, "属于国家秘密")] == [None] * 7


YEARS = """\
<p>示例县甲局2023年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p>
<p>{0}年：</p><table><tr><td>一、本年新收政府信息公开申请数量</td>{1}</tr><tr><td>（一）予以公开</td>{1}</tr></table>
<p>{2}年：</p><table><tr><td>一、本年新收政府信息公开申请数量</td>{3}</tr><tr><td>3.其他</td>{3}</tr></table>"""


@pytest.mark.parametrize("first", [2022, 2023])
def test_of_two_tables_the_one_of_the_year_is_read(first: int) -> None:
    figures = {2022: "7000007", 2023: "5000005"}
    cells = {year: "".join(f"<td>{figure}</td>" for figure in row) for year, row in figures.items()}
    other = 4045 - first
    found = import_published("报告.html", YEARS.format(first, cells[first], other, cells[other]).encode())
    assert "本年新收: {自然人: 5}" in found.text
    assert ("予以公开: {自然人: 5}" in found.text) == (first == 2023)
    assert "自然人: 7" not in found.text
    assert any("印了2张" in doubt.message for doubt in found.doubts)
