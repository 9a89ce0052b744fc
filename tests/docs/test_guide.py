"""What the documents show is true: commands run, wrong YAML is reported as said, right YAML passes."""

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from documents import Block, blocks, commands

from generator.cli.command_names import ALIASES

Cli = Callable[..., CompletedProcess[str]]
ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = (ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").glob("*.md")))
GUIDE = ROOT / "docs" / "使用指南.md"
BASE = "孟津区人民政府办公室-2023.yaml"
"""The report into which the guide's pieces of YAML are put, in the place of what stands there under the same key."""

COMMAND = r"(?:^ *|`)nianbao ([a-z]+|[\u4e00-\u9fff]{2})(?![\w./])"


@pytest.mark.parametrize("document", [d for d in DOCUMENTS if commands(d)], ids=lambda d: d.stem)
def test_the_commands_run_one_after_the_other(document: Path, cli: Cli, tmp_path: Path) -> None:
    for line, code in commands(document):
        program, *arguments = shlex.split(line)
        assert program == "nianbao"
        outcome = cli(*arguments, cwd=tmp_path)
        assert outcome.returncode == code, f"{line}\n{outcome.stdout}{outcome.stderr}"


def test_the_guide_shows_many_commands_and_slips() -> None:
    assert len(commands(GUIDE)) > 10
    assert sum(b.task.startswith("错") for b in blocks(GUIDE)) > 10


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.stem)
def test_every_command_that_is_named_exists(document: Path, cli: Cli) -> None:
    known = set(re.findall(r"^  (\w+)", cli("--help").stdout, re.MULTILINE))
    known |= set(ALIASES)
    named = set(re.findall(COMMAND, document.read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= known


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.stem)
def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


def test_an_installation_says_where_the_program_is() -> None:
    """There is no release in a registry; and pipx leaves the extras of a file out that is named without its folder."""
    told = [
        path for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("editors/**/*.*")) if readable(path)
    ]
    assert ROOT / "editors" / "README.md" in told
    for path in told:
        for spec in re.findall(
            r"(?:pipx|uv tool) install (?:--force )?\\?[\"']?([^\s\"'\\]+)", path.read_text("utf-8")
        ):
            assert not spec.startswith("nianbao") or spec.endswith(".whl"), f"{path.name}: {spec}"


def readable(path: Path) -> bool:
    return path.suffix in {".md", ".lua", ".ts"} and not {"node_modules", "test"} & {*path.parts}


def yaml_cases() -> list[tuple[Block, str]]:
    """Each YAML block marked right or wrong, with the key it stands for: a wrong one has the key of its right one."""
    found = [b for b in blocks(GUIDE) if b.language == "yaml"]
    return [(b, first_key(found[i + b.task.startswith("错")].text)) for i, b in enumerate(found)]


def first_key(fragment: str) -> str:
    line = next(line for line in fragment.splitlines() if not line.lstrip().startswith("#"))
    return line.partition(":")[0].strip()


def put_in(fragment: str, key: str) -> tuple[str, range]:
    """The base report with ``fragment`` in the place of the entry ``key``, and the fragment's lines (1-based)."""
    lines = (ROOT / "examples" / BASE).read_text(encoding="utf-8").splitlines()
    keys = [line.partition(":")[0] for line in lines]
    if found := [name for name in keys if name.strip() == key]:
        at = keys.index(found[0])
        inside = " " * (len(found[0]) - len(key) + 1)
        end = next((i for i in range(at + 1, len(lines)) if not lines[i].startswith(inside)), len(lines))
    else:
        at = end = keys.index("年度") + 1
    new = fragment.splitlines()
    return "\n".join([*lines[:at], *new, *lines[end:], ""]), range(at + 1, at + len(new) + 1)


def test_put_in_replaces_the_whole_entry() -> None:
    text, where = put_in("  办理结果: 0\n", "办理结果")
    assert text.splitlines()[where.start - 1 : where.stop] == ["  办理结果: 0", "  结转下年度: {自然人: 1}"]


@pytest.fixture(scope="session")
def findings(cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[dict[str, Any]]]:
    """What one run of ``check`` finds in each case, by the line of its block in the guide."""
    folder = tmp_path_factory.mktemp("guide")
    for block, key in yaml_cases():
        (folder / f"{block.line}.yaml").write_text(put_in(block.text, key)[0], encoding="utf-8")
    outcome = cli("check", folder, "--format", "json")
    return {int(Path(file["file"]).stem): file["findings"] for file in json.loads(outcome.stdout)["files"]}


@pytest.mark.parametrize(("block", "key"), yaml_cases(), ids=lambda v: f"line {v.line}" if isinstance(v, Block) else v)
def test_wrong_yaml_is_reported_where_it_stands_and_right_yaml_passes(
    block: Block, key: str, findings: dict[int, list[dict[str, Any]]]
) -> None:
    _, where = put_in(block.text, key)
    found = [f for f in findings[block.line] if f["severity"] == "error"]
    verdict, _, code = block.task.partition(" ")
    if verdict == "错":
        assert code in {f["code"] for f in found if f["line"] in where}, found
    else:
        assert not found


def test_the_silence_shown_silences(findings: dict[int, list[dict[str, Any]]]) -> None:
    [silenced] = [block for block, _ in yaml_cases() if "忽略" in block.text]
    code = re.search(r"NB\d+", silenced.text)
    assert code
    assert not {code[0], "NB010"} & {f["code"] for f in findings[silenced.line]}
    assert code[0] in {f["code"] for other, found in findings.items() if other != silenced.line for f in found}


def seen() -> list[tuple[Block, Block]]:
    """Each piece of YAML whose findings the guide shows, with what it shows."""
    found = blocks(GUIDE)
    return [(found[i - 1], block) for i, block in enumerate(found) if block.task == "看到"]


@pytest.mark.parametrize(("block", "shown"), seen(), ids=lambda block: f"line {block.line}")
def test_the_findings_shown_are_what_check_prints(block: Block, shown: Block, cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "年报.yaml").write_text(put_in(block.text, first_key(block.text))[0], encoding="utf-8")
    assert shown.text in cli("check", "年报.yaml", cwd=tmp_path).stdout
