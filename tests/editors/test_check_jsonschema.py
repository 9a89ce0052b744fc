"""The schema in check-jsonschema, which others run in CI and before commits."""

import os
import subprocess
import sys
from pathlib import Path

from generator.resources import SCHEMA

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.yaml"))


def check(*files: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", SCHEMA, *map(str, files)]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)


def test_the_schema_fits_its_metaschema() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", SCHEMA]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_the_examples_pass() -> None:
    outcome = check(*EXAMPLES)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_faults_are_named(tmp_path: Path) -> None:
    text = EXAMPLES[0].read_text(encoding="utf-8")
    file = tmp_path / "错.yaml"
    file.write_text(text.replace("年度: ", "年份: ", 1), encoding="utf-8")
    outcome = check(file)
    assert outcome.returncode == 1
    assert "年份" in outcome.stdout
    assert "年度" in outcome.stdout
