"""A whole report in Chromium 88, 92 and 109 (``make old-browsers`` installs them): as by the installed program."""

from __future__ import annotations

import json
import shutil
import subprocess
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from desk.one_file import ROOT, built

from generator.pipeline.building import BuildOptions, render_file
from generator.pipeline.checking import check_file
from generator.report.plain import printed_figures

pytestmark = pytest.mark.timeout(1800)
HERE = Path(__file__).parent / "old_browsers"
EXAMPLE = ROOT / "examples" / "山阳区人民政府-2023.yaml"
PATIENCE = 1500.0
"""Seconds after which a test gives up."""


def seen(version: int, file: Path) -> dict[str, Any]:
    if shutil.which("node") is None or not (HERE / "node_modules" / f"chromium-{version}").is_dir():
        pytest.skip("no old browsers here: make old-browsers")
    run = ["node", str(HERE / "run.mjs"), str(version), str(file), str(EXAMPLE)]
    outcome = subprocess.run(run, capture_output=True, timeout=PATIENCE, check=False)
    assert outcome.returncode == 0, outcome.stderr.decode()
    found: dict[str, Any] = json.loads(outcome.stdout)
    assert f"/{version}." in found["version"]
    assert found["faults"] == []
    assert [url for url in found["requests"] if not url.startswith(("blob:", "data:"))] == [file.as_uri()]
    return found


@pytest.mark.parametrize(("version", "edition"), [(88, "older"), (92, "older"), (109, "main"), (109, "older")])
def test_a_whole_report(version: int, edition: str, tmp_path: Path) -> None:
    found = seen(version, built(edition))
    text = EXAMPLE.read_text("utf-8")
    assert found["opened"] == found["undone"] == text
    assert found["counts"]["error"] == found["counts"]["pending"] == "0"
    for form, data in found["made"].items():
        assert b64decode(data) == render_file(str(EXAMPLE), BuildOptions(formats=(form,)))[1], form
    assert found["typed"] == 1
    cells: dict[str, str] = found["figures"]["set"]
    assert len(cells) > 150
    assert found["figures"]["shown"] == cells
    filled = tmp_path / EXAMPLE.name
    filled.write_text(found["filled"], "utf-8", newline="")
    report = check_file(str(filled)).report
    assert report
    read = {".".join(path): str(figure) for path, figure in printed_figures(report)}
    assert {path: read[path] for path in cells} == cells


@pytest.mark.parametrize("version", [88, 92])
def test_the_main_file_says_which_one_to_take(version: int) -> None:
    found = seen(version, built("main"))
    assert "nianbao-旧浏览器.html" in found["told"]
    assert "opened" not in found
