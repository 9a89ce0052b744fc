"""The hooks as their users have them: pre-commit itself installs a clone of this repository and runs them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
GOOD = (ROOT / "examples" / "新华区矿工路街道办事处-2023.yaml").read_text("utf-8")
BAD = GOOD.replace("行政处罚: 0", "行政处罚: 0件")
LEFT_OUT = (".*cache", ".git", ".venv", ".hypothesis", "__pycache__", "build", "dist", "node_modules", "tests")

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="没有 git")


def run(*command: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """Run with a home of its own for pre-commit, away from this repository and from any hook under way."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "GIT_", "PRE_COMMIT", "SKIP"))}
    return subprocess.run(
        command,
        cwd=cwd,
        env={**environment, "PRE_COMMIT_HOME": str(cwd.parent / "home"), "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=500,
        check=False,
    )


def git(*arguments: str, cwd: Path) -> str:
    outcome = run("git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments, cwd=cwd)
    assert outcome.returncode == 0, outcome.stdout
    return outcome.stdout.strip()


def committed(folder: Path) -> str:
    """The folder as a repository; the name of its commit."""
    git("init", "--quiet", cwd=folder)
    git("add", "--all", cwd=folder)
    git("commit", "--quiet", "--no-verify", "--message", "x", cwd=folder)
    return git("rev-parse", "HEAD", cwd=folder)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of reports that uses the hooks, with a good report and YAML that is none of ours."""
    place = tmp_path_factory.mktemp("hooks")
    shutil.copytree(ROOT, place / "nianbao", ignore=shutil.ignore_patterns(*LEFT_OUT))
    revision = committed(place / "nianbao")
    folder = place / "reports"
    (folder / ".github" / "workflows").mkdir(parents=True)
    (folder / ".github" / "workflows" / "ci.yml").write_text("on: push\n", encoding="utf-8")
    hooks = [{"id": "nianbao-fix"}, {"id": "nianbao-check"}]
    config = {"repos": [{"repo": str(place / "nianbao"), "rev": revision, "hooks": hooks}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (folder / "好 的.yaml").write_text(GOOD, encoding="utf-8")
    committed(folder)
    return folder


def hook(name: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    git("add", "--all", cwd=folder)
    return run(sys.executable, "-m", "pre_commit", "run", name, "--all-files", "--verbose", cwd=folder)


def test_good_reports_pass_and_other_yaml_is_let_be(reports: Path) -> None:
    outcome = hook("nianbao-check", reports)
    assert outcome.returncode == 0, outcome.stdout
    assert "好 的.yaml：没有发现问题" in outcome.stdout
    assert "ci.yml" not in outcome.stdout


def test_a_report_with_errors_is_refused_then_mended(reports: Path) -> None:
    file = reports / "年报" / "坏.yaml"
    file.parent.mkdir()
    file.write_text(BAD, encoding="utf-8")
    outcome = hook("nianbao-check", reports)
    assert outcome.returncode == 1
    assert "年报/坏.yaml:" in outcome.stdout
    assert "错误 NB103" in outcome.stdout
    assert hook("nianbao-fix", reports).returncode == 1, "what a hook changes is to be looked at before it is committed"
    assert file.read_text(encoding="utf-8") == GOOD
    assert hook("nianbao-check", reports).returncode == 0
