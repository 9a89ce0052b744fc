"""``nianbao examples``: the examples laid out where the user works."""

from pathlib import Path

import pytest
from conftest import Cli

NAME = "温县人民政府办公室-2023.yaml"


def test_they_are_laid_out_with_the_schema_that_they_name(cli: Cli, examples: Path, tmp_path: Path) -> None:
    outcome = cli("示例", cwd=tmp_path)
    assert outcome.returncode == 0, outcome.stderr
    laid_out = {path.name for path in (tmp_path / "examples").iterdir()}
    assert laid_out == {path.name for path in examples.iterdir()} | {"nianbao.schema.json"}
    first, rest = (tmp_path / "examples" / NAME).read_text("utf-8").split("\n", 1)
    assert first.startswith("# yaml-language-server: $schema=nianbao.schema.json ")
    assert rest == (examples / NAME).read_text("utf-8").split("\n", 1)[1]
    assert cli("check", "examples", cwd=tmp_path).returncode == 0


def test_a_second_time_nothing_is_touched(cli: Cli, tmp_path: Path) -> None:
    cli("examples", "试", cwd=tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "试").iterdir()}
    (tmp_path / "试" / NAME).unlink()
    assert cli("examples", "试", cwd=tmp_path).returncode == 0
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "试").iterdir()}
    assert before.keys() == after.keys()
    assert [path.name for path in before if before[path] != after[path]] == [NAME]


def test_what_somebody_tried_in_one_is_not_lost(cli: Cli, tmp_path: Path) -> None:
    cli("examples", cwd=tmp_path)
    file = tmp_path / "examples" / NAME
    file.write_text(file.read_text("utf-8").replace("自然人: 16", "自然人: 17"), "utf-8")
    tried = file.read_bytes()
    refused = cli("examples", cwd=tmp_path)
    assert (refused.returncode, file.read_bytes()) == (2, tried)
    assert NAME in refused.stderr
    assert cli("examples", "--force", cwd=tmp_path).returncode == 0
    assert file.read_bytes() != tried


@pytest.mark.parametrize("command", ["new 2025 --agency 甲局", "import 网页.html"])
def test_a_new_file_names_a_schema_that_lies_beside_it(command: str, cli: Cli, examples: Path, tmp_path: Path) -> None:
    """By its name alone: the two may go to a colleague's machine."""
    page = tmp_path / "网页.html"
    page.write_bytes((examples / "温县人民政府办公室-2022.html").read_bytes())
    assert cli(*command.split(), "-o", "下级/年报.yaml", cwd=tmp_path).returncode == 0
    first = (tmp_path / "下级" / "年报.yaml").read_text("utf-8").split("\n", 1)[0]
    assert str(tmp_path) not in first
    assert (tmp_path / "下级" / first.split("$schema=")[1].split()[0]).is_file()


def test_somebody_elses_file_of_the_schemas_name_stays(cli: Cli, tmp_path: Path) -> None:
    other = tmp_path / "nianbao.schema.json"
    other.write_text("别的", "utf-8")
    assert cli("new", "2025", "--agency", "甲局", cwd=tmp_path).returncode == 0
    assert other.read_text("utf-8") == "别的"
