"""What users install: the wheel, made from the sdist, does the main job in an empty environment and a bare folder."""

import json
import os
import shlex
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
from documents import commands

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
NARRATIVES = ("总体情况", "存在的主要问题及改进情况", "其他需要报告的事项")


def run(*command: str | Path, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """Run without anything that could lead back to the source tree."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return subprocess.run(
        [os.fspath(part) for part in command],
        cwd=cwd,
        env={**environment, "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist of this tree and the wheel made from it."""
    folder = tmp_path_factory.mktemp("dist")
    outcome = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return folder


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    [wheel] = built.glob("*.whl")
    return wheel


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of an empty environment with the wheel in it."""
    home = tmp_path_factory.mktemp("empty") / "env"
    assert run(sys.executable, "-m", "venv", home, cwd=home.parent).returncode == 0
    programs = home / SCRIPTS
    pip = (programs / "python", "-m", "pip", "--disable-pip-version-check")
    outcome = run(*pip, "install", "--quiet", wheel, cwd=home)
    assert outcome.returncode == 0, outcome.stderr
    return programs


@pytest.fixture(scope="session")
def installed_whole(installed: Path, wheel: Path) -> Path:
    """The same programs with the parts for PDF and Excel, which the guide shows too."""
    pip = (installed / "python", "-m", "pip", "--disable-pip-version-check")
    outcome = run(*pip, "install", "--quiet", f"{wheel}[pdf,xlsx]", cwd=installed.parent)
    assert outcome.returncode == 0, outcome.stderr
    return installed


def test_the_guide_works_as_written_in_an_empty_folder(installed_whole: Path, tmp_path: Path) -> None:
    """No checkout stands beside: the guide itself has the examples laid out that its commands speak of."""
    lines = commands(ROOT / "docs" / "使用指南.md")
    assert len(lines) > 25
    for line, code in lines:
        program, *arguments = shlex.split(line)
        outcome = run(installed_whole / program, *arguments, cwd=tmp_path)
        assert outcome.returncode == code, f"{line}\n{outcome.stdout}{outcome.stderr}"


def test_the_wheel_carries_templates_and_schema_and_nothing_of_the_workshop(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    resources = [
        p for room in ("templates", "schema", "examples") for p in (ROOT / room).glob("*.*") if p.suffix != ".py"
    ]
    assert resources
    assert {f"generator/_data/{p.parent.name}/{p.name}" for p in resources} <= names
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"generator"}
    assert not [name for name in names if "__pycache__" in name]


def test_the_sdist_carries_what_it_takes_to_build_and_test(built: Path) -> None:
    [sdist] = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"pyproject.toml", "LICENSE", "README.md", "Makefile", "nianbao.cmd", "tests/conftest.py"}
    assert wanted <= names
    assert {f"examples/{path.name}" for path in (ROOT / "examples").glob("*.yaml")} <= names
    assert not [name for name in names if name.startswith((".venv", "build/", ".git/")) or "__pycache__" in name]


def fill_in(file: Path, findings: list[dict[str, Any]]) -> None:
    """Put a 0 or a sentence wherever NB105 says that something is not filled in, from the last place to the first."""
    lines = file.read_text(encoding="utf-8").splitlines()
    for finding in sorted(findings, key=lambda f: (f["line"], f["column"]), reverse=True):
        assert finding["code"] == "NB105", finding
        line = lines[finding["line"] - 1]
        before, after = line[: finding["column"] - 1], line[finding["column"] - 1 :]
        if finding["path"][0] in NARRATIVES and finding["path"][-1] != "信息处理费":
            lines[finding["line"] - 1] = f"{line.partition(':')[0]}: 做好{finding['path'][-1]}工作。"
        else:
            lines[finding["line"] - 1] = f"{before.rstrip()} 0{after}"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_new_check_build_from_a_bare_folder(installed: Path, tmp_path: Path) -> None:
    nianbao = installed / "nianbao"
    where = run(installed / "python", "-c", "import generator; print(generator.__file__)", cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed.parent)

    assert run(nianbao, "new", "2023", "--agency", "青山县水利局", "-o", "年报.yaml", cwd=tmp_path).returncode == 0
    empty = run(nianbao, "check", "年报.yaml", "--format", "json", cwd=tmp_path)
    assert empty.returncode == 1
    fill_in(tmp_path / "年报.yaml", json.loads(empty.stdout)["files"][0]["findings"])

    checked = run(nianbao, "check", "年报.yaml", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout
    built = run(nianbao, "build", "年报.yaml", "-t", "docx,md,html", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    title = "青山县水利局2023年政府信息公开工作年度报告"
    assert {f"{title}.{suffix}" for suffix in ("docx", "md", "html")} <= {path.name for path in tmp_path.iterdir()}


def test_the_installed_schema_is_the_committed_one(installed: Path, tmp_path: Path) -> None:
    outcome = run(installed / "nianbao", "schema", cwd=tmp_path)
    assert json.loads(outcome.stdout) == json.loads((ROOT / "schema" / "nianbao.schema.json").read_text("utf-8"))


def test_python_dash_m_works_too(installed: Path, tmp_path: Path) -> None:
    by_name = run(installed / "nianbao", "--help", cwd=tmp_path)
    by_module = run(installed / "python", "-m", "generator", "--help", cwd=tmp_path)
    assert by_module.returncode == 0
    assert by_module.stdout == by_name.stdout
