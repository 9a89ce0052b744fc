"""With no compiled library at all (rare processors, PyPy, browsers): the same findings, bytes and YAML."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pure.blocked import results

from generator.pipeline.building import BuildOptions, render_file

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports of each kind, sound and damaged."""
    folder = tmp_path_factory.mktemp("reports")
    for name in (
        "山阳区人民政府-2023.yaml",
        "温县人民政府办公室-2022.yaml",
        "温县人民政府办公室-2022.html",
        "温县人民政府办公室-2023.yaml",
    ):
        (folder / name).write_bytes((EXAMPLES / name).read_bytes())
    source = EXAMPLES / "山阳区人民政府-2023.yaml"
    text = source.read_text("utf-8")
    damages = {
        "键错.yaml": text.replace("年度:", "年渡:", 1),
        "缺项.yaml": text.replace("政府信息公开申请:", "政府信息公开申清:", 1),
        "制表符.yaml": text.replace("  ", "\t", 3),
        "写法.yaml": text.replace(": 0", ": 1,234", 2).replace(": 0", ": 无", 1),
        "乱.yaml": "机关: [\n",
        "空.yaml": "",
        "深.yaml": "a: " + "[" * 100,
    }
    for name, damaged in damages.items():
        (folder / name).write_text(damaged, "utf-8")
    for form in ("docx", "md"):
        content = render_file(str(source), BuildOptions(formats=(form,)))[1]
        assert content is not None
        (folder / f"已公布.{form}").write_bytes(content)
    (folder / "坏.docx").write_bytes((folder / "已公布.docx").read_bytes()[:5000])
    (folder / "公布.txt").write_text((folder / "已公布.md").read_text("utf-8").replace("|", " "), "utf-8")
    return folder


def test_everything_is_the_same(folder: Path) -> None:
    run = [sys.executable, str(Path(__file__).with_name("blocked.py")), str(folder)]
    outcome = subprocess.run(run, capture_output=True, timeout=300, check=False)
    assert outcome.returncode == 0, outcome.stderr.decode()
    blocked: dict[str, Any] = json.loads(outcome.stdout)
    here = json.loads(json.dumps(results(folder)))
    assert blocked.keys() == here.keys()
    for name, found in here.items():
        assert blocked[name] == found, name
        assert not found["trace"]


def test_an_agencys_template_is_refused_with_what_to_do(folder: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pure.blocked import Blocker; sys.meta_path.insert(0, Blocker());"
        "from generator.cli.app import main; main()"
    )
    words = ["build", "山阳区人民政府-2023.yaml", "--reference", "已公布.docx", "-o", str(tmp_path)]
    outcome = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert outcome.returncode == 2
    assert "没有 lxml" in outcome.stderr.decode()
