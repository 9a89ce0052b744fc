"""Table 4 with its results as rows: read in every format, and never by mere place."""

from __future__ import annotations

import random
from collections.abc import Callable

import permuted_tables as permuted
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from table_layouts import REVIEWS, Tables, random_tables

from generator.importing.importing import import_published
from generator.importing.outcome import Imported
from generator.pipeline.opening import open_report

FORMATS: dict[str, tuple[str, Callable[[permuted.Grids], bytes]]] = {
    "page": ("html", permuted.as_html),
    "word": ("docx", permuted.as_docx),
    "markdown": ("md", permuted.as_markdown),
    "tabs": ("txt", permuted.as_tabs),
    "words": ("txt", permuted.as_words),
}
NAMES = [child.label for child in REVIEWS.children]
LEAVES = [*(cell.label for cell in REVIEWS.children[0].children), "总计"]


def turned(tables: Tables, heads: permuted.Grid, blocks: list[int], rng: random.Random) -> permuted.Grid:
    """The table with the columns ``blocks`` below ``heads``, its rows in any order."""
    rows = [[str(tables[(REVIEWS.key, REVIEWS.children[block].key)][at]) for block in blocks] for at in range(5)]
    return [*heads, *([(LEAVES[at], 1, 1), *((text, 1, 1) for text in rows[at])] for at in rng.sample(range(5), 5))]


def one_level(blocks: list[int]) -> permuted.Grid:
    return [[("结果", 1, 1), *((NAMES[block], 1, 1) for block in blocks)]]


TWO_LEVELS: permuted.Grid = [
    [("结果", 1, 2), (NAMES[0], 1, 2), ("行政诉讼", 2, 1)],
    [(NAMES[1], 1, 1), (NAMES[2], 1, 1)],
]


def read(
    kind: str, tables: Tables, table: permuted.Grid, rng: random.Random
) -> tuple[Imported, list[list[int | None]]]:
    suffix, make = FORMATS[kind]
    found = import_published(f"报告.{suffix}", make({**permuted.grids(tables, rng), REVIEWS.key: table}))
    report = open_report("例.yaml", found.text.encode()).report
    assert report is not None
    rows = [report.figures.rows[(REVIEWS.key, child.key)] for child in REVIEWS.children]
    return found, [[None if v is None else int(v) for v in row] for row in rows]


@pytest.mark.parametrize("kind", FORMATS)
@settings(max_examples=6)
@given(seed=st.integers(0, 10_000))
def test_results_as_rows(kind: str, seed: int) -> None:
    rng = random.Random(seed)
    tables = random_tables(rng)
    blocks = rng.sample(range(3), 3)
    heads, blocks = (one_level(blocks), blocks) if rng.random() < 0.5 else (TWO_LEVELS, [0, 1, 2])
    found, rows = read(kind, tables, turned(tables, heads, blocks, rng), rng)
    assert rows == [tables[(REVIEWS.key, child.key)] for child in REVIEWS.children]
    assert not found.doubts


@pytest.mark.parametrize("kind", FORMATS)
def test_results_as_rows_below_two_equal_headings_stay_empty(kind: str) -> None:
    rng = random.Random(kind)
    tables = random_tables(rng)
    heads = [[("结果", 1, 1), (NAMES[0], 1, 1), (NAMES[0], 1, 1), (NAMES[2], 1, 1)]]
    found, rows = read(kind, tables, turned(tables, heads, [0, 1, 2], rng), rng)
    for row, child in zip(rows, REVIEWS.children, strict=True):
        expected = tables[(REVIEWS.key, child.key)]
        assert [e if v is None else v for v, e in zip(row, expected, strict=True)] == expected
    assert found.doubts
    assert rows[1] == [None] * 5


def test_whose_result_it_is_cannot_be_told_below_litigation_first() -> None:
    rng = random.Random(4)
    tables = random_tables(rng)
    heads: permuted.Grid = [[("行政诉讼", 2, 1), (NAMES[0], 1, 1)], [(NAMES[1], 1, 1), (NAMES[2], 1, 1)]]
    found, rows = read("words", tables, turned(tables, heads, [1, 2, 0], rng), rng)
    assert rows == [[None] * 5] * 3
    assert found.doubts
