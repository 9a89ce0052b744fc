"""The minimum versions in pyproject.toml are true: with exactly those, the main jobs are done."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from minimums import lowest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = "温县人民政府办公室-2023.yaml"
TITLE = "温县人民政府办公室2023年政府信息公开工作年度报告"

pytestmark = [
    pytest.mark.xdist_group("packaging"),
    pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="最低版本只在 Python 3.11 上试：更新的没有它们的轮子"),
]


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with every dependency at its minimum, and a folder with the examples beside it."""
    folder = tmp_path_factory.mktemp("lowest")
    (folder / "lowest.txt").write_text("\n".join(lowest()), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "venv", folder / "env"], check=True, timeout=300)
    python = folder / "env" / "bin" / "python"
    pip = [python, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", "-r", folder / "lowest.txt"]
    outcome = subprocess.run(pip, capture_output=True, text=True, timeout=500, check=False)
    assert outcome.returncode == 0, outcome.stderr
    return python


def run(python: Path, *arguments: str, cwd: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": os.fspath(ROOT), "PYTHONIOENCODING": "utf-8"}
    outcome = subprocess.run(
        [python, "-W", "error::DeprecationWarning:generator", "-m", "generator", *arguments],
        cwd=cwd,
        env=environment,
        input="",
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return outcome.stdout


def test_the_main_jobs_are_done(python: Path, examples: Path, tmp_path: Path) -> None:
    file = os.fspath(examples / EXAMPLE)
    run(python, "check", file, cwd=tmp_path)
    run(python, "build", file, "-o", ".", "-t", "docx,md,html", cwd=tmp_path)
    for suffix in ("docx", "md", "html"):
        assert "温县人民政府办公室" in run(python, "import", f"{TITLE}.{suffix}", "-o", "-", cwd=tmp_path)
        run(python, "compare", file, f"{TITLE}.{suffix}", cwd=tmp_path)
    run(python, "export", file, "--to", "xlsx", "-o", "表.xlsx", cwd=tmp_path)
    assert (tmp_path / "表.xlsx").read_bytes().startswith(b"PK")


def test_wrong_files_are_explained(python: Path, tmp_path: Path) -> None:
    """The slow validator, the nearest key, an agency's own template."""
    (tmp_path / "年报.yaml").write_text("机关: 甲局\n年度: 2023\n总体情況: 平稳。\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="总体情况"):
        run(python, "check", "年报.yaml", cwd=tmp_path)


def test_optional_parts_are_there(python: Path) -> None:
    code = "import pypdfium2, typst, pygls.lsp.server, watchfiles, openpyxl, xlsxwriter, generator.editor.server"
    environment = {**os.environ, "PYTHONPATH": os.fspath(ROOT)}
    subprocess.run([python, "-c", code], env=environment, check=True, timeout=120)
