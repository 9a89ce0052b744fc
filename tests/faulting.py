"""Runs of nianbao for tests of faults: real processes, forked so that hundreds of them cost no start-up."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import ROOT

EXAMPLE = ROOT / "examples" / "山阳区人民政府-2023.yaml"
OLDER = b'<!DOCTYPE html>\n<meta name="generator" content="nianbao">\nthe older file, whole'
"""What an output replaces: it carries our mark."""
TITLE = "年政府信息公开工作年度报告"


class Ran(NamedTuple):
    """How a run ended. ``code`` is negative for a signal; ``seconds`` is how long it took."""

    code: int
    killed: bool
    out: str
    err: str
    seconds: float


class Server:
    def __init__(self, folder: Path) -> None:
        self._words = folder / "out", folder / "err"
        self._process = subprocess.Popen(
            [sys.executable, str(ROOT / "tests" / "faults" / "fork_server.py"), str(EXAMPLE)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        )
        assert self._line() == "ready\n"

    def run(self, *arguments: str | os.PathLike[str], cwd: Path, kill_after: float | None = None) -> Ran:
        """Run nianbao in a process of its own, and kill it with SIGKILL after some seconds."""
        out, err = self._words
        job = {"arguments": [*map(os.fspath, arguments)], "folder": str(cwd), "kill_after": kill_after}
        assert self._process.stdin
        self._process.stdin.write(json.dumps({**job, "out": str(out), "err": str(err)}) + "\n")
        self._process.stdin.flush()
        status, killed, seconds = json.loads(self._line())
        return Ran(os.waitstatus_to_exitcode(status), killed, out.read_text("utf-8"), err.read_text("utf-8"), seconds)

    def close(self) -> None:
        self._process.communicate(timeout=60)

    def _line(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline()


def report_of(agency: str) -> str:
    """A complete report of another agency."""
    return EXAMPLE.read_text("utf-8").replace("山阳区人民政府", agency)


def leftovers(folder: Path) -> list[str]:
    """Our temporary files below a folder."""
    return [path.name for path in folder.rglob(".*.tmp")]


def as_anybody(*arguments: str | os.PathLike[str], cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run nianbao without the right of root to read and write everything."""
    setpriv = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        pytest.skip("是 root，又没有 setpriv")
    return subprocess.run(
        [*(setpriv if os.geteuid() == 0 else []), sys.executable, "-m", "generator", *map(os.fspath, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
