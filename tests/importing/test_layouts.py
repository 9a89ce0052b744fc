"""The same tables as sites, copying and extraction tools set them: a figure is read right or not at all."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable

import pytest
import table_layouts as layouts
from hypothesis import given, settings
from hypothesis import strategies as st
from table_layouts import Setting, Tables, lines_of, page, random_tables

from generator.importing.importing import import_published
from generator.importing.outcome import Imported
from generator.pipeline.opening import open_report

seeds = st.integers(0, 10_000)


def read(text: str) -> tuple[Imported, dict[tuple[str, ...], list[int | None]]]:
    found = import_published("报告.txt", text.encode())
    report = open_report("例.yaml", found.text.encode()).report
    assert report is not None
    return found, {
        path: [None if v is None else int(v) for v in values] for path, values in report.figures.rows.items()
    }


def compare(tables: Tables, text: str) -> tuple[int, Imported]:
    """How many figures were left empty; none may be wrong."""
    found, rows = read(text)
    empty = 0
    for path, expected in tables.items():
        assert [v if v is not None else e for v, e in zip(rows[path], expected, strict=True)] == expected, path
        empty += rows[path].count(None)
    return empty, found


def full_width(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))


def slashed(number: int) -> str:
    return str(number) if number else "/"


CLEAN: dict[str, tuple[Callable[[random.Random], Setting], Callable[[int], str]]] = {
    "tabs": (lambda _: layouts.tabbed, str),
    "blanks": (lambda _: layouts.spaced, str),
    "pipes": (lambda _: layouts.piped, str),
    "a cell a line": (lambda _: layouts.vertical, str),
    "full-width digits": (lambda _: layouts.tabbed, full_width),
    "thousands": (lambda _: layouts.spaced, lambda n: f"{n:,}"),
    "labels broken over lines": (layouts.broken, str),
    "labels below their figures": (lambda _: layouts.below, str),
    "all figures of a row in one cell": (lambda _: layouts.one_cell, str),
    "figures on two lines": (layouts.split, str),
}


@pytest.mark.parametrize("name", CLEAN)
@settings(max_examples=8)
@given(seed=seeds)
def test_every_figure_is_read(name: str, seed: int) -> None:
    rng = random.Random(seed)
    tables = random_tables(rng)
    row, show = CLEAN[name]
    assert compare(tables, page(lines_of(tables, row(rng), show)))[0] == 0


GUESSED: dict[str, tuple[Callable[[random.Random], Setting], Callable[[int], str]]] = {
    "rows without labels, tables in pieces": (layouts.pieces, str),
    "misread labels": (layouts.misread, str),
    "no column of totals": (lambda _: layouts.without_totals, str),
    "zeros as strokes": (lambda _: layouts.tabbed, slashed),
    "zeros as empty cells": (lambda _: layouts.empty_zeros, str),
}


@pytest.mark.parametrize("name", GUESSED)
@settings(max_examples=8)
@given(seed=seeds)
def test_what_had_to_be_guessed_is_right_and_said(name: str, seed: int) -> None:
    rng = random.Random(seed)
    tables = random_tables(rng)
    row, show = GUESSED[name]
    empty, found = compare(tables, page(lines_of(tables, row(rng), show)))
    assert empty == 0 or (name == "misread labels" and all_named(found))
    if name != "no column of totals":
        assert found.doubts


def all_named(found: Imported) -> bool:
    """Whether every row with an empty figure has a doubt, of its own or of its table; sums of it are empty as well."""
    report = open_report("例.yaml", found.text.encode()).report
    assert report is not None
    named = {doubt.path for doubt in found.doubts}
    rows = report.figures.rows.items()
    empty = (path for path, values in rows if None in values and not _is_sum(path, report.figures.rows))
    return all(any(path[:depth] in named for depth in range(1, len(path) + 1)) for path in empty)


def _is_sum(path: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bool:
    return any(other[: len(path)] == path and other != path for other in rows)


def test_a_table_that_was_not_read_is_named_once_as_a_whole() -> None:
    rng = random.Random(9999)
    tables = random_tables(rng)
    empty, found = compare(tables, page(lines_of(tables, layouts.misread(rng), str)))
    assert (empty, all_named(found)) == (15, True)
    assert [doubt.path for doubt in found.doubts if doubt.path[0] == "行政复议行政诉讼"] == [("行政复议行政诉讼",)]


@pytest.mark.parametrize("label", ["2的重复申请", "2口重复申请", "２重复申清"])
def test_a_label_whose_number_was_misread_is_no_figure(label: str) -> None:
    tables = random_tables(random.Random(4))
    text = page(lines_of(tables, layouts.piped))
    assert "| 2.重复申请 |" in text
    assert compare(tables, text.replace("| 2.重复申请 |", f"| {label} |"))[0] == 0


def test_a_label_broken_at_a_word_that_changes_numbers_changes_none() -> None:
    tables = random_tables(random.Random(7658))
    text = page(lines_of(tables, layouts.spaced))
    assert compare(tables, text.replace("理由逾期不补正、行政机关不再处理其政府信息公开申请 11", "理由逾 11"))[0] == 0
    changed = text.replace("重复申请 0 0 0 0 0 0 0", "重复申请 逾 11 0 0 0 0 0 11")
    assert changed != text
    assert read(changed)[1][next(path for path in tables if path[-1] == "重复申请")][0] is None


def test_a_head_that_was_misread_hides_no_other() -> None:
    tables = random_tables(random.Random(585))
    text = page(lines_of(tables, layouts.piped))
    third = text.index("三、收到和处理")
    for wrong, other in (("法人或其他日织", "其口"), ("法口或其他组织", "其的")):
        misread = text[third:].replace("法人或其他组织", wrong, 1).replace("| 其他 |", f"| {other} |", 1)
        assert compare(tables, text[:third] + misread)[0] == 0


@pytest.mark.parametrize(("amount", "read_as"), [(0, 0), (12, None)])
def test_nothing_is_nothing_in_an_unknown_unit(amount: int, read_as: int | None) -> None:
    tables = random_tables(random.Random(1))
    fees = next(path for path in tables if path[-1] == "行政事业性收费")
    tables[fees] = [amount]
    text = page(lines_of(tables, layouts.piped)).replace("单位：万元", "单位：日元")
    found, rows = read(text)
    assert rows[fees] == [read_as]
    assert (fees in {doubt.path for doubt in found.doubts}) is (read_as is None)


@settings(max_examples=25)
@given(seed=seeds)
def test_a_page_run_together_is_never_misread(seed: int) -> None:
    rng = random.Random(seed)
    tables = random_tables(rng)
    empty, found = compare(tables, page(lines_of(tables, layouts.glued)).replace("\n", ""))
    named = {path for doubt in found.doubts if doubt.value == "" for path in [doubt.path]}
    assert empty == 0 or named


@pytest.mark.parametrize("setting", [layouts.lacking, layouts.surplus, layouts.dropping])
@settings(max_examples=12)
@given(seed=seeds)
def test_a_cell_or_row_too_few_or_too_many_moves_no_other_figure(
    setting: Callable[[random.Random], Setting], seed: int
) -> None:
    rng = random.Random(seed)
    tables = random_tables(rng)
    empty, found = compare(tables, page(lines_of(tables, setting(rng))))
    assert not empty or any(doubt.value == "" for doubt in found.doubts)
