"""Columns are found by what is printed above them, in every format and any order; what says nothing known is empty."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import permuted_tables as permuted
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from table_layouts import APPLICATIONS, PROACTIVE, REVIEWS, Tables, lines_of, page, random_tables, tabbed

from generator.form import keys
from generator.importing.importing import import_published
from generator.importing.outcome import Imported
from generator.pipeline.opening import open_report

FORMATS: dict[str, Callable[[permuted.Grids], bytes]] = {
    "html": permuted.as_html,
    "docx": permuted.as_docx,
    "md": permuted.as_markdown,
    "txt": permuted.as_tabs,
}
TEXTS: dict[str, Callable[[permuted.Grids], bytes]] = {"rows": permuted.as_words, "cells": permuted.as_lines}
"""Running text: a row a line, or a cell a line."""
seeds = st.integers(0, 10_000)


def read(name: str, data: bytes) -> tuple[Imported, dict[tuple[str, ...], list[int | None]]]:
    found = import_published(name, data)
    report = open_report("例.yaml", found.text.encode()).report
    assert report is not None
    return found, {p: [None if v is None else int(v) for v in values] for p, values in report.figures.rows.items()}


def assert_never_wrong(tables: Tables, rows: dict[tuple[str, ...], list[int | None]]) -> int:
    for path, expected in tables.items():
        assert [e if v is None else v for v, e in zip(rows[path], expected, strict=True)] == expected, path
    return sum(rows[path].count(None) for path in tables)


@pytest.mark.parametrize("suffix", FORMATS)
@settings(max_examples=6)
@given(seed=seeds)
def test_columns_in_any_order(suffix: str, seed: int) -> None:
    rng = random.Random(seed)
    tables = random_tables(rng)
    found, rows = read(f"报告.{suffix}", FORMATS[suffix](permuted.grids(tables, rng)))
    assert assert_never_wrong(tables, rows) == 0
    assert not found.doubts


@settings(max_examples=25)
@given(seed=seeds)
def test_columns_of_running_text_in_any_order(seed: int) -> None:
    rng = random.Random(seed)
    tables = random_tables(rng)
    _, rows = read("报告.txt", permuted.as_words(permuted.grids(tables, rng)))
    assert assert_never_wrong(tables, rows) == 0


@pytest.mark.parametrize("suffix", FORMATS)
@settings(max_examples=5)
@given(seed=seeds)
def test_a_heading_nobody_knows_leaves_its_column_empty(suffix: str, seed: int) -> None:
    rng = random.Random(seed)
    tables = random_tables(rng)
    grids = permuted.grids(tables, rng)
    name = rng.choice(["商业企业", "科研机构", "社会公益组织", "法律服务机构"])
    heads = grids[APPLICATIONS.key][2]
    grids[APPLICATIONS.key][2] = [("海外侨胞", 1, 1) if text == name else (text, c, r) for text, c, r in heads]
    found, rows = read(f"报告.{suffix}", FORMATS[suffix](grids))
    assert_never_wrong(tables, rows)
    assert None in rows[(APPLICATIONS.key, keys.RECEIVED)]
    assert any(doubt.value == "" for doubt in found.doubts)


@settings(max_examples=5)
@given(seed=seeds)
def test_two_columns_of_one_heading_leave_the_row_empty(seed: int) -> None:
    rng = random.Random(seed)
    tables = random_tables(rng)
    grids = permuted.grids(tables, rng)
    heads = grids[APPLICATIONS.key][2]
    grids[APPLICATIONS.key][2] = [("科研机构海外" if text == "商业企业" else text, c, r) for text, c, r in heads]
    grids[APPLICATIONS.key][2] = [
        ("科研机构" if "海外" in text else text, c, r) for text, c, r in grids[APPLICATIONS.key][2]
    ]
    _, rows = read("报告.html", permuted.as_html(grids))
    assert_never_wrong(tables, rows)


def test_a_variant_of_a_heading_is_no_doubt_about_the_order() -> None:
    tables = random_tables(random.Random(5))
    text = page(lines_of(tables, tabbed)).replace("现行有效件数", "现行有效数")
    _, rows = read("报告.txt", text.encode())
    assert assert_never_wrong(tables, rows) == 0


@pytest.mark.parametrize("name", ["01_表头列序被忽略_表四", "02_表头列序被忽略_表二", "columns-in-other-order"])
def test_the_known_cases(shared: Path, name: str) -> None:
    _, rows = read("报告.html", (shared / "cases" / "import" / f"{name}.html").read_bytes())
    if name.startswith("01"):
        assert rows[(REVIEWS.key, "行政复议")] == [9, 1, 0, 0, 10]
        assert rows[(REVIEWS.key, "未经复议直接起诉")] == [3, 0, 0, 0, 3]
    elif name.startswith("02"):
        assert rows[(PROACTIVE.key, keys.NORMATIVE_DOCUMENTS)] == [5, 1, 27]
    else:
        assert rows[(PROACTIVE.key, keys.NORMATIVE_DOCUMENTS)] == [0, 0, 20]
        assert rows[(APPLICATIONS.key, keys.RECEIVED)] == [2391, 9802, 51029, 413435, 617966, 515, 1095138]


def _renamed(grids: permuted.Grids, key: str, old: str, new: str) -> permuted.Grids:
    table = [[(new if text == old else text, columns, rows) for text, columns, rows in row] for row in grids[key]]
    return {**grids, key: table}


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(
    ("key", "column", "old", "new"),
    [
        (PROACTIVE.key, 1, "本年废止件数", "修订情况"),
        (PROACTIVE.key, 2, "现行有效件数", "本年印发份数"),
        (APPLICATIONS.key, 2, "科研机构", "境外人员"),
        (APPLICATIONS.key, 3, "社会公益组织", "其他企业"),
        (APPLICATIONS.key, 1, "商业企业", "境外商业企业"),
        (REVIEWS.key, 0, "结果维持", "撤回申请"),
        (REVIEWS.key, 2, "其他结果", "其他纠正"),
    ],
)
def test_an_unknown_heading_empties_its_own_column(kind: str, key: str, column: int, old: str, new: str) -> None:
    rng = random.Random(f"{kind}{new}")
    tables = random_tables(rng, busy=0.6)
    found, rows = read(f"报告.{kind}", FORMATS[kind](_renamed(permuted.grids(tables, rng), key, old, new)))
    assert_never_wrong(tables, rows)
    assert found.doubts
    for path, expected in tables.items():
        if path[0] == key and len(expected) > 1:
            assert rows[path][column] is None, path
            kept = [v for at, v in enumerate(rows[path]) if at != column]
            others = [v for at, v in enumerate(expected) if at != column]
            cells = len(expected) - 1 if key != PROACTIVE.key else 2  # the total is computed, and unknown with a cell
            assert kept[: cells - 1] == others[: cells - 1], path


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        (PROACTIVE.key, "本年废止件数", "本年制发件数"),
        (APPLICATIONS.key, "科研机构", "商业企业"),
        (REVIEWS.key, "结果维持", "结果纠正"),
    ],
)
def test_two_equal_headings_empty_the_table(kind: str, key: str, old: str, new: str) -> None:
    rng = random.Random(f"{kind}{new}")
    tables = random_tables(rng, busy=0.6)
    found, rows = read(f"报告.{kind}", FORMATS[kind](_renamed(permuted.grids(tables, rng), key, old, new)))
    assert_never_wrong(tables, rows)
    assert found.doubts
    assert all(set(rows[path]) == {None} for path in tables if path[0] == key and len(tables[path]) > 1)


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "case",
    [
        (PROACTIVE.key, 1, "本年废止件数", "本年修订件数"),
        (PROACTIVE.key, 0, "本年制发件数", "上年结存数量"),
        (APPLICATIONS.key, 1, "商业企业", "外籍人士"),
        (APPLICATIONS.key, 5, "其他", "其他法人"),
        (APPLICATIONS.key, 4, "法律服务机构", "涉外法律服务机构"),
        (REVIEWS.key, 3, "尚未审结", "调解结案"),
    ],
)
def test_an_unknown_heading_in_running_text_is_never_read_by_its_place(
    text: str, suffix: str, case: tuple[str, int, str, str]
) -> None:
    key, column, old, new = case
    for seed in range(3):
        rng = random.Random(f"{seed}{new}")
        tables = random_tables(rng, busy=0.6)
        found, rows = read(f"报告.{suffix}", TEXTS[text](_renamed(permuted.grids(tables, rng), key, old, new)))
        assert_never_wrong(tables, rows)
        assert any(not doubt.value for doubt in found.doubts)
        assert all(rows[path][column] is None for path in tables if path[0] == key and len(tables[path]) > 1)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        (PROACTIVE.key, "现行有效件数", "本年制发件数"),
        (APPLICATIONS.key, "自然人", "总计"),
        (APPLICATIONS.key, "其他", "社会公益组织"),
        (REVIEWS.key, "总计", "结果维持"),
    ],
)
def test_two_equal_headings_in_running_text_empty_the_table(text: str, key: str, old: str, new: str) -> None:
    rng = random.Random(f"{text}{new}")
    tables = random_tables(rng, busy=0.6)
    found, rows = read("报告.txt", TEXTS[text](_renamed(permuted.grids(tables, rng), key, old, new)))
    assert_never_wrong(tables, rows)
    assert found.doubts
    assert all(set(rows[path]) == {None} for path in tables if path[0] == key and len(tables[path]) > 1)


@settings(max_examples=12)
@given(seed=seeds)
@example(seed=115)  # the legal persons first: nothing in the text tells it from a head two lines tall
def test_columns_of_text_with_a_cell_a_line_are_never_wrong(seed: int) -> None:
    rng = random.Random(seed)
    tables = random_tables(rng)
    _, rows = read("报告.txt", permuted.as_lines(permuted.grids(tables, rng)))
    assert_never_wrong(tables, rows)


HEADS = {
    "申请人情况 总计\n自然人 法人或其他组织\n商业企业 科研机构 社会公益组织 法律服务机构 其他": [7, 1, 0, 0, 0, 2],
    "申请人情况\n总计\n自然人\n法人或其他组织\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他": [
        7,
        1,
        0,
        0,
        0,
        2,
    ],
    "法人或其他组织\n自然人 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他": [7, 1, 0, 0, 0, 2],
    "自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他": [7, 1, 0, 0, 0, 2],
    "自然人 社会 法律 总计\n商业 科研\n公益 服务 其他\n企业 机构\n组织 机构": [7, 1, 0, 0, 0, 2],
    "自然人 法律 社会 总计\n商业 科研\n服务 公益 其他\n企业 机构\n机构 组织": [None] * 6,
    "总计 自然人 法人或其他组织\n商业企业 科研机构 社会公益组织 法律服务机构 其他": [1, 0, 0, 0, 2, 10],
    "自然人 合计 商业企业 科研机构 社会公益组织 法律服务机构": [7, 1, 0, 0, 0, 2],
    "商业企业 自然人 合计": [None] * 6,
}


@pytest.mark.parametrize("heads", HEADS)
def test_heads_as_converters_give_them(heads: str) -> None:
    table = f"{heads}\n一、本年新收政府信息公开申请数量 7 1 0 0 0 2 10\n四、结转下年度继续办理 7 1 0 0 0 2 10"
    text = f"示例县甲局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n{table}\n"
    _, rows = read("报告.txt", text.encode())
    assert rows[(APPLICATIONS.key, keys.RECEIVED)][:6] == HEADS[heads]


@pytest.mark.parametrize("seed", [1, 2])
def test_columns_of_a_pdf_in_any_order(seed: int) -> None:
    rng = random.Random(seed)
    tables = random_tables(rng, busy=0.6)
    grids = permuted.grids(tables, rng)
    _, rows = read("报告.pdf", permuted.as_pdf(grids))
    assert assert_never_wrong(tables, rows) == 0
    _, rows = read("报告.pdf", permuted.as_pdf(_renamed(grids, APPLICATIONS.key, "科研机构", "境外人员")))
    assert_never_wrong(tables, rows)
    assert {rows[path][2] for path in tables if path[0] == APPLICATIONS.key} == {None}
