"""The page's bundle is what its sources give: strict types, and the same bytes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "web"
BUNDLE = WEB.parent / "templates" / "page"
pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not (WEB / "node_modules" / "esbuild").is_dir(), reason="no Node.js packages here"
)


def node(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["node", *words], cwd=WEB, capture_output=True, text=True, timeout=300, check=False)


def test_the_sources_are_typed() -> None:
    outcome = node("node_modules/typescript/bin/tsc", "--noEmit")
    assert outcome.returncode == 0, outcome.stdout


def test_the_bundle_is_fresh(tmp_path: Path) -> None:
    outcome = node("build.mjs", str(tmp_path))
    assert outcome.returncode == 0, outcome.stderr
    for name in ("page.js", "page.css"):
        assert (tmp_path / name).read_bytes() == (BUNDLE / name).read_bytes(), "run make page"
