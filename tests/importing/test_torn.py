"""Tables torn by converters: what neither its sum nor a balance proves is empty, never 0 and never another row's."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from table_layouts import APPLICATIONS, Tables, lines_of, page, random_tables, spaced

from generator.importing.importing import import_published
from generator.importing.outcome import Imported
from generator.pipeline.opening import open_report


def read(text: str) -> tuple[Imported, dict[tuple[str, ...], tuple[int | None, ...]]]:
    found = import_published("报告.txt", text.encode())
    report = open_report("例.yaml", found.text.encode()).report
    assert report is not None
    return found, {path: tuple(None if v is None else int(v) for v in row) for path, row in report.figures.rows.items()}


def never_wrong(tables: Tables, rows: list[str]) -> None:
    lines = lines_of(tables, spaced) | {APPLICATIONS.key: rows}
    found, got = read(page(lines))
    for path, right in tables.items():
        assert all(value in (None, figure) for value, figure in zip(got[path], right, strict=True)), path
    assert found.doubts or all(None not in row for row in got.values())


@given(seed=st.integers(0, 10_000), busy=st.sampled_from([0.1, 0.5, 0.8]))
def test_columns_beside_their_labels_move_no_figure(seed: int, busy: float) -> None:
    """As page-reading programs give dense tables: some labels, then columns of figures of so many rows."""
    rng = random.Random(seed)
    tables = random_tables(rng, 400, busy)
    rows = [line for line in lines_of(tables, spaced)[APPLICATIONS.key] if line]
    heads, body = rows[:3], rows[3:]
    torn: list[str] = []
    while body:
        height = min(rng.choice([1, 2, 3, 5, 8]), len(body))
        block, body = body[:height], body[height:]
        pieces = [line.split(" ") for line in block]
        labels = [[word for word in piece if not word.isdigit()] for piece in pieces]
        columns = list(zip(*([word for word in piece if word.isdigit()] for piece in pieces), strict=True))
        torn += [word for words in labels for word in words]
        torn += [figure for column in columns for figure in column]
    never_wrong(tables, [*heads, *torn])


@pytest.mark.parametrize("left", ["0", "0 0", "0 0 0 0 0 0 0"])
def test_zeros_that_are_left_of_a_row_are_no_row_of_zeros(left: str) -> None:
    tables = random_tables(random.Random(11), 400, 0.8)
    rows = lines_of(tables, spaced)[APPLICATIONS.key]
    at = next(at for at, line in enumerate(rows) if "补正后申请内容" in line)
    words = [word for word in rows[at].split(" ") if not word.isdigit()]
    torn = [*rows[: at - 4], *words, *left.split(" "), *rows[at + 4 :]]
    never_wrong(tables, torn)


def test_one_row_of_zeros_for_a_group_needs_a_balance() -> None:
    tables = random_tables(random.Random(12), 400, 0.8)
    rows = lines_of(tables, spaced)[APPLICATIONS.key]
    at = next(at for at, line in enumerate(rows) if "（六）其他处理" in line)
    never_wrong(tables, [*rows[:at], "（六）其他处理", "0", *rows[at + 3 :]])
    never_wrong(tables, [*rows[:at], "（六）其他处理", "0 532 635 0", *rows[at + 3 :]])


def test_one_row_of_zeros_that_balances_is_read() -> None:
    seed = next(s for s in range(1000) if not any(sum(row) for row in _others(random_tables(random.Random(s)))))
    tables = random_tables(random.Random(seed))
    rows = lines_of(tables, spaced)[APPLICATIONS.key]
    at = next(at for at, line in enumerate(rows) if "（六）其他处理" in line)
    lines = lines_of(tables, spaced) | {APPLICATIONS.key: [*rows[:at], "（六）其他处理 0", *rows[at + 3 :]]}
    _, got = read(page(lines))
    assert {path: list(got[path]) for path in tables} == tables


def _others(tables: Tables) -> list[list[int]]:
    return [row for path, row in tables.items() if "其他处理" in path]
