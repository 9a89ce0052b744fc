"""The same sources give the same wheel and sdist, byte for byte: elsewhere, later, under another umask and locale."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "build", "dist", "node_modules", "__pycache__", ".*cache", ".hypothesis", "golden", "dist-test"
)

pytestmark = pytest.mark.xdist_group("packaging")


def built(sources: Path, folder: Path, *, umask: int, modified: float, **environment: str) -> dict[str, str]:
    """A copy of the sources in ``folder``, changed at that time, built; the digests of what came of it."""
    source, out = folder / "source", folder / "out"
    shutil.copytree(sources, source)
    for path in source.rglob("*"):
        if path.is_file():
            os.utime(path, (modified, modified))
            path.chmod(0o666 & ~umask)
    clean = {key: value for key, value in os.environ.items() if key not in {"SOURCE_DATE_EPOCH", "PYTHONPATH"}}
    outcome = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", out, source],
        cwd=folder,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        umask=umask,
        timeout=300,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in out.iterdir()}


@pytest.mark.skipif(os.name == "nt", reason="Windows 没有 umask")
def test_two_builds_are_one(tmp_path: Path) -> None:
    here, there = tmp_path / "a", tmp_path / "some where 别处"
    here.mkdir()
    there.mkdir()
    shutil.copytree(ROOT, tmp_path / "now", ignore=LEFT_OUT)
    one = built(tmp_path / "now", here, umask=0o022, modified=1_700_000_000, TZ="UTC", LC_ALL="C.UTF-8")
    other = built(
        tmp_path / "now", there, umask=0o077, modified=1_800_000_000, TZ="Asia/Shanghai", LC_ALL="C", PYTHONHASHSEED="7"
    )
    assert len(one) == 2
    assert one == other
