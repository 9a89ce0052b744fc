"""开放数据包: valid by the standard, read back figure by figure, and nobody's telephone in it."""

import csv
import hashlib
import json
import subprocess
import sys
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from collecting.folders import agency, report, roster, unbalanced, write

from generator.form import edition_for
from generator.pipeline.opening import load, open_report
from generator.report.plain import printed_figures, printed_paths

WORDS = ("collect", "报送", "数据包", "--roster", "单位名单.csv", "--to", "datapackage")


@pytest.fixture
def package(cli, tmp_path: Path) -> Path:
    listed = [f"{agency(0)},11410800MB0000000X,410825,县级,王某 13700000000", *(f"{agency(at)},,,," for at in (1, 2))]
    roster(tmp_path, listed, "单位名称,统一社会信用代码,行政区划代码,层级,联系人")
    write(tmp_path / "报送", "水利.docx", report(agency(0)))
    write(tmp_path / "报送", "林业.yaml", unbalanced(agency(1)))
    outcome = cli(*WORDS, cwd=tmp_path)
    assert outcome.returncode == 1, outcome.stderr
    return tmp_path / "数据包"


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_only_the_package_is_written(package: Path) -> None:
    assert sorted(file.name for file in package.iterdir()) == [
        "datapackage.json",
        "数据-宽.csv",
        "数据.csv",
        "栏目.csv",
    ]
    assert sorted(file.name for file in package.parent.iterdir()) == ["单位名单.csv", "报送", "数据包"]


def test_every_figure_of_every_report_that_counts_reads_back(package: Path) -> None:
    long = rows(package / "数据.csv")
    assert len(long) == 2 * len(list(printed_paths(edition_for(2023))))
    for name, file, balance in ((agency(0), "水利.docx", "平"), (agency(1), "林业.yaml", "不平")):
        path = package.parent / "报送" / file
        opened = open_report(str(path), load(str(path))).report
        assert opened is not None
        own = [row for row in long if row["机构"] == name]
        read = {row["栏目"]: row["值"] for row in own}
        assert read == {".".join(place): str(value) for place, value in printed_figures(opened)}
        assert {row["sha256"] for row in own} == {hashlib.sha256(path.read_bytes()).hexdigest()}
        assert {row["勾稽"] for row in own} == {balance}
        assert all((row["状态"] == "0") == (row["值"] == "0") for row in own)
        (wide,) = (row for row in rows(package / "数据-宽.csv") if row["机构"] == name)
        assert {key: wide[key] for key in read} == read


def test_who_it_is_stands_as_in_the_roster_and_no_contact(package: Path) -> None:
    for file in ("数据.csv", "数据-宽.csv"):
        who = {tuple(row[column] for column in ("机构", "机构码", "区划码", "层级")) for row in rows(package / file)}
        assert who == {(agency(0), "11410800MB0000000X", "410825", "县级"), (agency(1), "", "", "")}
        assert "1370000" not in (package / file).read_text(encoding="utf-8")


def test_the_vocabulary_and_the_descriptor_fit_the_files(package: Path) -> None:
    words = {row["栏目"] for row in rows(package / "栏目.csv")}
    assert {row["栏目"] for row in rows(package / "数据.csv")} == words
    described = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    assert described["profile"] == "tabular-data-package"
    for resource in described["resources"]:
        with (package / resource["path"]).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in resource["schema"]["fields"]]


READER = """
import json, sys
from frictionless import Package
package = Package(sys.argv[1])
report = package.validate()
rows = {one.name: [dict(row) for row in one.read_rows()] for one in package.resources}
print(json.dumps({"errors": report.flatten(["title", "message"]), "rows": rows}, default=str))
"""
"""A process of its own: the library raises csv's limit of a cell for everybody."""


def read_by_frictionless(package: Path) -> dict[str, Any]:
    if not find_spec("frictionless"):
        pytest.skip("没有安装 frictionless")
    command = [sys.executable, "-c", READER, str(package / "datapackage.json")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return json.loads(done.stdout)


def test_frictionless_finds_nothing_wrong_and_reads_the_figures_as_numbers(package: Path) -> None:
    read = read_by_frictionless(package)
    assert read["errors"] == []
    figures = {(row["机构"], row["栏目"]): row["值"] for row in read["rows"]["figures"]}
    paths = [row["栏目"] for row in read["rows"]["vocabulary"]]
    assert len(figures) == 2 * len(paths)
    for row in read["rows"]["figures-wide"]:
        assert {path: Decimal(row[path]) for path in paths} == {
            path: Decimal(figures[row["机构"], path]) for path in paths
        }


def test_frictionless_sees_what_is_wrong(package: Path) -> None:
    text = (package / "数据.csv").read_text(encoding="utf-8")
    (package / "数据.csv").write_text(text.replace(",平\n", ",大概\n", 1), encoding="utf-8")
    assert [title for title, _ in read_by_frictionless(package)["errors"]] == ["Constraint Error"]


def test_a_package_is_renewed_but_no_foreign_file(cli, package: Path) -> None:
    assert cli(*WORDS, cwd=package.parent).returncode == 1
    (package / "datapackage.json").write_text("{}", encoding="utf-8")
    refused = cli(*WORDS, cwd=package.parent)
    assert refused.returncode == 2
    assert (package / "datapackage.json").read_text(encoding="utf-8") == "{}"
    both = cli(
        "collect",
        "报送",
        "包二",
        "--roster",
        "单位名单.csv",
        "--to",
        "datapackage",
        "-o",
        "台账.xlsx",
        cwd=package.parent,
    )
    assert both.returncode == 1
    assert (package.parent / "台账.xlsx").exists()
    assert (package.parent / "包二" / "datapackage.json").exists()
