"""Each example builds without an error, and checking it says only what a careful reviewer would say."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Cli = Callable[..., CompletedProcess[str]]
EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.yaml"), key=lambda path: path.name)
MODELINE = "# yaml-language-server: $schema=../schema/nianbao.schema.json"

WORTH_A_LOOK = {
    "孟津区人民政府办公室-2023.yaml": ["NB205"],  # 7 of 19 results under 其他, as published
    "温县人民政府办公室-2023.yaml": ["NB205"],  # 4 of 16
}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_check_says_only_what_a_reviewer_would(example: Path, cli: Cli) -> None:
    outcome = cli("check", example, "--format", "json")
    [file] = json.loads(outcome.stdout)["files"]
    assert [finding["code"] for finding in file["findings"]] == WORTH_A_LOOK.get(example.name, [])
    assert outcome.returncode == 0


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_builds_in_every_format(example: Path, cli: Cli, tmp_path: Path) -> None:
    outcome = cli("build", example, "-o", tmp_path, "-t", "docx,md,html")
    assert outcome.returncode == 0, outcome.stderr
    agency, year = example.stem.split("-")
    title = f"{agency}{year}年政府信息公开工作年度报告"
    assert {path.name for path in tmp_path.iterdir()} == {f"{title}.{suffix}" for suffix in ("docx", "html", "md")}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_editor_finds_the_schema(example: Path) -> None:
    first = example.read_text(encoding="utf-8").splitlines()[0]
    assert first == MODELINE
    assert (example.parent / first.partition("$schema=")[2]).is_file()


def test_there_is_one_example_for_each_published_report(shared: Path) -> None:
    published = {json.loads(path.read_text(encoding="utf-8"))["机关"] for path in (shared / "seeds").glob("*.json")}
    assert {path.stem.partition("-")[0] for path in EXAMPLES} == published


def build_wenxian(cli: Cli, examples: Path, folder: Path) -> str:
    cli("build", examples / "温县人民政府办公室-2023.yaml", "-o", folder, "-t", "md")
    [written] = folder.iterdir()
    return written.read_text(encoding="utf-8")


def test_figures_in_the_text_come_from_the_tables_and_from_last_year(cli: Cli, examples: Path, tmp_path: Path) -> None:
    text = build_wenxian(cli, examples, tmp_path)
    assert "全年新收政府信息公开申请16件（网上申请4件、信函申请12件），较上年增加3件，增长23.08%。" in text
    assert "年末现行有效27件，较上年增加5件。" in text
    assert "本机关不掌握相关政府信息11件，占68.75%；其他处理4件。" in text


def test_subheadings_are_printed_in_their_published_form(cli: Cli, examples: Path, tmp_path: Path) -> None:
    lines = build_wenxian(cli, examples, tmp_path).splitlines()
    assert any(line.endswith("（一）主动公开") for line in lines)
    assert "（一）收取政府信息公开信息处理费情况。2023年，本机关未收取政府信息公开信息处理费。" in lines
    assert any(line.endswith("（三）无其他需要报告的事项。") for line in lines)
