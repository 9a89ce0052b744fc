"""One block with the heads of the form before this one: read where they mean the same, and doubted."""

from __future__ import annotations

import random
from collections.abc import Callable

import permuted_tables as permuted
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from table_layouts import PROACTIVE, Tables, random_tables

from generator.form import keys
from generator.importing.blocks import UnreadableError
from generator.importing.importing import import_published
from generator.pipeline.opening import open_report

FORMATS: dict[str, tuple[str, Callable[[permuted.Grids], bytes]]] = {
    "page": ("html", permuted.as_html),
    "word": ("docx", permuted.as_docx),
    "markdown": ("md", permuted.as_markdown),
    "tabs": ("txt", permuted.as_tabs),
    "words": ("txt", permuted.as_words),
}
FORMER = {
    "本年制发件数": "本年新制作数量",
    "本年废止件数": "本年新公开数量",
    "现行有效件数": "对外公开总数量",
    "行政规范性文件": "规范性文件",
}
DECISIONS: permuted.Grid = [[("信息内容", 1, 1), ("上一年项目数量", 1, 1), ("本年增/减", 1, 1), ("处理决定数量", 1, 1)]]


def rows_of(text: str) -> dict[tuple[str, ...], list[int | None]]:
    report = open_report("例.yaml", text.encode()).report
    assert report is not None
    return {p: [None if v is None else int(v) for v in values] for p, values in report.figures.rows.items()}


def with_former_documents(grids: permuted.Grids) -> permuted.Grids:
    table = [[(FORMER.get(text, text), *spans) for text, *spans in row] for row in grids[PROACTIVE.key]]
    return {**grids, PROACTIVE.key: table}  # type: ignore[dict-item]


def with_former_decisions(grids: permuted.Grids) -> permuted.Grids:
    table: permuted.Grid = []
    for row in grids[PROACTIVE.key]:
        if row[0][0] == "行政许可":
            others: permuted.Grid = [[("其他对外管理服务事项", 1, 1), ("10", 1, 1), ("7", 1, 1), ("17", 1, 1)]]
            table[-1:] = DECISIONS
            table += [[row[0], ("396", 1, 1), ("44", 1, 1), (row[1][0], 1, 1)], *others]
        else:
            table.append(row)
    return {**grids, PROACTIVE.key: table}


@pytest.mark.parametrize("kind", FORMATS)
@settings(max_examples=6)
@given(seed=st.integers(0, 10_000))
def test_documents_below_former_heads(kind: str, seed: int) -> None:
    rng = random.Random(seed)
    tables: Tables = random_tables(rng)
    suffix, make = FORMATS[kind]
    found = import_published(f"报告.{suffix}", make(with_former_documents(permuted.grids(tables, rng))))
    rows = rows_of(found.text)
    for path, expected in tables.items():
        below = len(expected) == 3
        assert rows[path] == ([expected[0], None, expected[2]] if below else expected), path
        assert not below or any(doubt.path == path and "2019年格式" in doubt.message for doubt in found.doubts)


@pytest.mark.parametrize("kind", ["page", "word", "markdown", "tabs"])
def test_decisions_below_former_heads(kind: str) -> None:
    rng = random.Random(kind)
    tables = random_tables(rng)
    suffix, make = FORMATS[kind]
    found = import_published(f"报告.{suffix}", make(with_former_decisions(permuted.grids(tables, rng))))
    assert rows_of(found.text).items() >= tables.items()
    messages = [doubt.message for doubt in found.doubts]
    assert any("行政许可" in text and "上一年项目数量" in text for text in messages)
    assert any("其他对外管理服务事项" in text for text in messages)


def test_two_former_blocks_are_the_former_form() -> None:
    rng = random.Random(5)
    grids = with_former_decisions(with_former_documents(permuted.grids(random_tables(rng), rng)))
    with pytest.raises(UnreadableError, match="2019年格式"):
        import_published("报告.html", permuted.as_html(grids))


def test_one_former_block_in_a_year_of_the_former_form_is_refused() -> None:
    rng = random.Random(5)
    page = permuted.as_html(with_former_documents(permuted.grids(random_tables(rng), rng))).decode()
    with pytest.raises(UnreadableError, match=keys.YEAR):
        import_published("报告.html", page.replace("2023年", "2020年").encode())
