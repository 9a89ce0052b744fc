"""Doubts that the sums have settled are told in one line; those that no sum can settle are still listed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import Cli

from generator.document.compose import compose
from generator.importing.importing import import_published
from generator.importing.outcome import Doubt, Imported, to_look_at
from generator.pipeline.checking import check_file
from generator.pipeline.opening import open_usable
from generator.render import html

EXAMPLE = "孟津区人民政府办公室-2023.yaml"
TABLES = re.compile(r"<table.*?</table>", re.DOTALL)
ZERO = re.compile(r"(<td[^>]*>)0(</td>)")


def page(examples: Path) -> str:
    report = open_usable(str(examples / EXAMPLE)).report
    assert report is not None
    return html.render(compose(report)).decode()


def with_blanks(text: str, table: int) -> str:
    """The page with the zeros of one of its tables left blank, but for the totals."""
    found = TABLES.findall(text)[table]
    rows = re.split(r"(?=<tr)", found)
    blank = [re.sub(ZERO, r"\1\2", row, count=6) if row.count("<td") == 7 else row for row in rows]
    return text.replace(found, "".join(blank))


def imported(text: str) -> Imported:
    return import_published("报告.html", text.encode())


def test_blanks_that_the_sums_prove_are_no_work_for_a_person(examples: Path) -> None:
    found = imported(with_blanks(page(examples), 1))
    assert found.doubts
    assert all(doubt.proven for doubt in found.doubts)
    assert to_look_at(found.doubts) == ()
    assert "# 已由勾稽关系证实：" in found.text
    assert "# 存疑：" not in found.text


def test_a_column_that_does_not_balance_proves_nothing(examples: Path) -> None:
    text = with_blanks(page(examples), 1)
    row = next(row for row in re.split(r"(?=<tr)", text) if "本年新收" in row)
    wrong = row.replace(">18<", ">17<").replace(">20<", ">19<")
    assert wrong != row
    assert not any(doubt.proven for doubt in imported(text.replace(row, wrong)).doubts)


def test_words_are_never_proven_by_sums(examples: Path) -> None:
    text = with_blanks(page(examples), 1).replace("属于行政查询事项", "属于行政查巡事项")
    left = to_look_at(imported(text).doubts)
    assert ["行政查巡" in doubt.message for doubt in left] == [True]


def test_the_command_line_folds_them(examples: Path, tmp_path: Path, cli: Cli) -> None:
    (tmp_path / "某局.html").write_text(with_blanks(page(examples), 1), encoding="utf-8")
    done = cli("import", "某局.html", "-o", "甲.yaml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert re.search(r"^已由勾稽关系证实的 \d+ 处", done.stderr, re.MULTILINE)
    assert "存疑" not in done.stderr
    data = json.loads(cli("import", "某局.html", "-o", "乙.yaml", "--format", "json", cwd=tmp_path).stdout)
    assert data["doubts"] == 0
    assert data["files"][0]["doubts"] == []
    assert data["files"][0]["proven"] > 0


@pytest.mark.parametrize("proven", [True, False])
def test_what_is_left_to_a_person(proven: bool) -> None:
    doubt = Doubt(("机关",), "请核对", "", "", 0.5, proven=proven)
    assert to_look_at([doubt]) == (() if proven else (doubt,))


THIS_YEAR = """\
机关: 孟津区人民政府办公室
年度: 2024
{silence}上年报告: 上年.html
"""


def codes(folder: Path, silence: str = "") -> set[str]:
    (folder / "今年.yaml").write_text(THIS_YEAR.format(silence=silence), encoding="utf-8")
    return {finding.code for finding in check_file(str(folder / "今年.yaml")).findings} & {"NB107", "NB010"}


def test_last_years_report_proven_by_its_sums_is_quiet(examples: Path, tmp_path: Path) -> None:
    (tmp_path / "上年.html").write_text(with_blanks(page(examples), 1), encoding="utf-8")
    assert codes(tmp_path) == set()


def test_last_years_report_that_was_accepted_is_quiet(examples: Path, tmp_path: Path) -> None:
    text = page(examples).replace("属于行政查询事项", "属于行政查巡事项")
    (tmp_path / "上年.html").write_text(text, encoding="utf-8")
    assert codes(tmp_path) == {"NB107"}
    assert codes(tmp_path, "# nianbao: 忽略 NB107 已对照原文核对\n") == set()
