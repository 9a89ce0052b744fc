"""Tables without a heading are found by their rows; of two of one kind one is read whole, the other named."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import table_layouts as layouts
from table_layouts import APPLICATIONS, EDITION, PROACTIVE, Setting, Tables, lines_of, random_tables

from generator.form import keys
from generator.importing.importing import import_published
from generator.importing.outcome import Imported
from generator.pipeline.opening import open_report

HEADINGS = [part.heading for part in EDITION.parts]
NAMES = [heading[2:] for heading in HEADINGS]
SETTINGS = {
    "spaced": layouts.spaced,
    "tabbed": layouts.tabbed,
    "a cell a line": layouts.vertical,
    "piped": layouts.piped,
}


def read(text: str) -> tuple[Imported, dict[tuple[str, ...], list[int | None]]]:
    found = import_published("报告.txt", text.encode())
    report = open_report("例.yaml", found.text.encode()).report
    assert report is not None
    return found, {p: [None if v is None else int(v) for v in values] for p, values in report.figures.rows.items()}


def page(lines: dict[str, list[str]], headings: list[str | None]) -> str:
    text = ["示例县甲局2023年政府信息公开工作年度报告"]
    for part, heading in zip(EDITION.parts, headings, strict=True):
        text += [heading] if heading else []
        text += lines.get(part.key, ["这一部分写明了有关情况，工作平稳有序。"])
    return "\n".join(text) + "\n"


def assert_all_right(tables: Tables, rows: dict[tuple[str, ...], list[int | None]]) -> None:
    assert {path: rows[path] for path in tables} == tables


WITHOUT: dict[str, list[str | None]] = {
    "none at all": [None] * 6,
    "none of a table": [HEADINGS[0], None, None, None, *HEADINGS[4:]],
    "without the second": [HEADINGS[0], None, *HEADINGS[2:]],
    "without the third and fourth": [*HEADINGS[:2], None, None, *HEADINGS[4:]],
    "the last misspelt": [*HEADINGS[:3], "四、政府信息公开行政法复议、行政诉讼情况", *HEADINGS[4:]],
    "numbers that begin again": [f"一、{name}" for name in NAMES],
    "digits": [f"{number}、{name}。" for number, name in enumerate(NAMES, 1)],
    "in brackets": [f"（{heading[0]}）{heading[2:]}" for heading in HEADINGS],
    "in other words": ["一、基本情况", "二、公开信息", "三、申请情况表", "四、复议和诉讼", "五、问题", "六、其他"],
}


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("headings", WITHOUT)
def test_tables_are_found_whatever_the_headings(headings: str, setting: str) -> None:
    tables = random_tables(random.Random(len(headings)))
    _, rows = read(page(lines_of(tables, SETTINGS[setting]), WITHOUT[headings]))
    assert_all_right(tables, rows)


def test_a_table_without_its_heading_is_told_and_text_stays_where_it_was() -> None:
    tables = random_tables(random.Random(5))
    found, _ = read(page(lines_of(tables, layouts.spaced), WITHOUT["none of a table"]))
    assert sum("按行名找到" in doubt.message for doubt in found.doubts) == 3
    assert found.text.count("这一部分写明了有关情况，工作平稳有序。") == 3


def test_the_known_case(shared: Path) -> None:
    (file,) = (shared / "cases" / "import").glob("16_*")
    _, rows = read(file.read_text(encoding="utf-8"))
    assert rows[(PROACTIVE.key, keys.NORMATIVE_DOCUMENTS)] == [5, 0, 27]
    assert rows[(APPLICATIONS.key, keys.RECEIVED)] == [16, 0, 0, 0, 0, 0, 16]


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize(("first", "second"), [("2023年", "2022年"), ("", "附：2022年"), ("2022年情况", "2023年情况")])
def test_of_two_tables_in_text_the_one_of_the_year_is_read(first: str, second: str, setting: str) -> None:
    this, last = (lines_of(random_tables(random.Random(seed)), SETTINGS[setting]) for seed in (1, 2))
    one, other = (last, this) if first.startswith("2022") else (this, last)
    lines = {key: [line for line in (first, *one[key], second, *other[key]) if line] for key in this}
    found, rows = read(page(lines, list(HEADINGS)))
    assert_all_right(random_tables(random.Random(1)), rows)
    assert sum("印了2张" in doubt.message for doubt in found.doubts) == 3


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize(
    ("above", "doubts"),
    [
        ("2022年情况", 3),
        ("附：2021年至2022年统计表", 3),
        ("2023年情况", 0),
        ("2022年、2023年情况", 0),
        ("按2019年的条例统计，见下。", 0),
        ("依据2019年修订的条例统计：", 0),
    ],
)
def test_the_only_table_under_a_caption_of_former_years_is_doubtful(above: str, doubts: int, setting: str) -> None:
    lines = lines_of(random_tables(random.Random(1)), SETTINGS[setting])
    found, _ = read(page({key: [above, *lines[key]] for key in lines}, list(HEADINGS)))
    assert sum("是不是这一年的表" in doubt.message for doubt in found.doubts) == doubts


@pytest.mark.parametrize("setting", [layouts.spaced, layouts.piped])
def test_a_subheading_that_begins_as_a_table_does_is_no_second_table(setting: Setting) -> None:
    tables = random_tables(random.Random(8))
    lines = lines_of(tables, setting)
    fourth = EDITION.tables[2].key
    lines[fourth] = [
        "（一）行政复议情况",
        *lines[fourth],
        "（二）行政复议工作说明",
        "全年复议工作有序开展，没有遗留问题。",
    ]
    found, rows = read(page(lines, list(HEADINGS)))
    assert_all_right(tables, rows)
    assert not any("印了" in doubt.message and "张" in doubt.message for doubt in found.doubts)
    assert "没有遗留问题" in found.text
