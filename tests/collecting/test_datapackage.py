"""开放数据包: valid by the standard, read back figure by figure, and nobody's telephone in it."""

import csv
import hashlib
import json
from pathlib import Path

import pytest
from collecting.folders import agency, report, roster, unbalanced, write

from generator.form import edition_for
from generator.pipeline.opening import load, open_report
from generator.report.plain import printed_figures, printed_paths

WORDS = ("collect", "报送", "数据包", "--roster", "单位名单.csv", "--to", "datapackage")


@pytest.fixture
def package(cli, tmp_path: Path) -> Path:
    roster(tmp_path, [agency(number) for number in range(3)])
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


def test_the_vocabulary_and_the_descriptor_fit_the_files(package: Path) -> None:
    words = {row["栏目"] for row in rows(package / "栏目.csv")}
    assert {row["栏目"] for row in rows(package / "数据.csv")} == words
    described = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    assert described["profile"] == "tabular-data-package"
    for resource in described["resources"]:
        with (package / resource["path"]).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in resource["schema"]["fields"]]


def test_frictionless_finds_nothing_wrong(package: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="没有安装 frictionless")
    outcome = frictionless.Package(str(package / "datapackage.json")).validate()
    assert outcome.valid, outcome.flatten(["title", "message"])


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
