"""The examples carry the published figures, cell by cell, through export and through the built report."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

Cli = Callable[..., CompletedProcess[str]]
SEEDS = (
    "000_f782fbc304cf921a",
    "001_a1ecbb8fad6ae2b6",
    "002_33710fa330a2fa00",
    "003_ea87cd62c8af9600",
    "004_2b0699a3dfee169a",
)
KINDS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
CASES = ("行政复议", "未经复议直接起诉", "复议后起诉")


@dataclass(frozen=True)
class Example:
    """What was published, and what our file of it gives."""

    published: dict[str, Any]
    exported: dict[str, Any]
    markdown: str


@pytest.fixture(scope="session", params=SEEDS)
def example(
    request: pytest.FixtureRequest, shared: Path, examples: Path, cli: Cli, tmp_path_factory: pytest.TempPathFactory
) -> Example:
    published = json.loads((shared / "seeds" / f"{request.param}.json").read_text(encoding="utf-8"))
    name = f"{published['机关']}-{published['年度']}.yaml"
    exported = cli("export", examples / name, "--to", "json")
    assert exported.returncode == 0, exported.stderr
    folder = tmp_path_factory.mktemp("built")
    built = cli("build", examples / name, "-o", folder, "-t", "md")
    assert built.returncode == 0, built.stderr
    [written] = folder.iterdir()
    return Example(published, json.loads(exported.stdout), written.read_text(encoding="utf-8"))


def rows_in(node: dict[str, Any]) -> Iterator[tuple[str, list[int]]]:
    """The rows of table 3 in the order of the form, with the total of the results at its end, as published."""
    total = node.get("总计") if isinstance(node.get("总计"), dict) else None
    for key, value in node.items():
        if value is total or not isinstance(value, dict):
            continue
        if "自然人" in value:
            yield key, [value[kind] for kind in KINDS]
        else:
            yield from rows_in(value)
    if total:
        yield "办理结果总计", [total[kind] for kind in KINDS]


def test_agency_and_year_are_those_published(example: Example) -> None:
    assert (example.exported["机关"], example.exported["年度"]) == (
        example.published["机关"],
        example.published["年度"],
    )


def test_table_2_equals_the_published_cells(example: Example) -> None:
    assert example.exported["主动公开政府信息"] == example.published["主动公开政府信息"]


def test_table_3_equals_the_published_cells(example: Example) -> None:
    assert dict(rows_in(example.exported["政府信息公开申请"])) == example.published["政府信息公开申请"]


@pytest.mark.parametrize("case", CASES)
def test_table_4_equals_the_published_cells(example: Example, case: str) -> None:
    block = example.exported["行政复议行政诉讼"][case]
    assert [block[outcome] for outcome in OUTCOMES] == example.published[case]


def numbers_of_lines(markdown: str) -> list[list[int]]:
    """The figures of each table line that has any."""
    lines = ([cell.strip() for cell in line.split("|")] for line in markdown.splitlines() if line.startswith("|"))
    return [numbers for cells in lines if (numbers := [int(cell) for cell in cells if cell.isdigit()])]


def test_the_built_tables_print_the_published_cells(example: Example) -> None:
    proactive = [
        list(value.values()) if isinstance(value, dict) else [value]
        for value in example.published["主动公开政府信息"].values()
    ]
    applications = list(example.published["政府信息公开申请"].values())
    reviews = [figure for case in CASES for figure in example.published[case]]
    assert numbers_of_lines(example.markdown) == [*proactive, *applications, reviews]
