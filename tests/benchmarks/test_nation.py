"""The run over a whole nation's reports, in small: it goes through, and what it wrote is taken away again."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_small_nation(tmp_path: Path) -> None:
    folder, output = tmp_path / "nation", tmp_path / "NATION.md"
    command = [sys.executable, "-m", "benchmarks.nation", "--reports", "6", "--folder", folder, "--output", output]
    subprocess.run(
        command, cwd=ROOT, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL
    )
    text = output.read_text(encoding="utf-8")
    assert "| build, --jobs 2, median of 3 | 6 |" in text
    assert "there are 12 files (2 × 6)" in text
    assert list(folder.iterdir()) == []
