"""Whole commands from start to end, as the operating system accounts for them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import NamedTuple

from benchmarks.figures import Figures
from benchmarks.places import HERE, ROOT

Command = tuple[str, ...]


class Run(NamedTuple):
    """One finished command: how long it took, its processor time, its largest resident size, and its exit code.

    The size is at least that of this process; :func:`peak` measures small commands.
    """

    milliseconds: float
    processor: float
    mebibytes: float
    code: int


class Measured(NamedTuple):
    """A command's figures over all rounds. ``codes`` are the exit codes seen."""

    time: Figures
    codes: frozenset[int]

    def other_codes(self) -> str:
        """Exit codes other than 0."""
        codes = sorted(self.codes - {0})
        return f"exit {', '.join(map(str, codes))}" if codes else ""


def run(command: Command) -> Run:
    """Run a command with its output thrown away. Bytecode is written, as on any user's machine."""
    null = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, null, number) for number in (0, 1, 2)]
    started = time.perf_counter()
    child = os.posix_spawn(command[0], command, environment(), file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    ended = time.perf_counter()
    os.close(null)
    processor = (usage.ru_utime + usage.ru_stime) * 1000
    return Run((ended - started) * 1000, processor, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))


def peak(command: Command) -> tuple[float, int]:
    """A command's largest resident size in MiB, and its exit code; not less than that of a bare Python."""
    starter = (sys.executable, "-S", os.path.join(HERE, "peak.py"))
    done = subprocess.run((*starter, *command), env=environment(), capture_output=True, check=True, text=True)
    size, code = done.stdout.split()
    return int(size) / 1024, int(code)


def interleaved(commands: dict[str, Command], rounds: int) -> dict[str, Measured]:
    """Each command once a round, in turn; one warm-up round is not counted."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            done = run(command)
            if number:
                runs[name].append(done)
    return {name: _measured(done) for name, done in runs.items()}


def _measured(runs: list[Run]) -> Measured:
    time_ = Figures(tuple(done.milliseconds for done in runs))
    return Measured(time_, frozenset(done.code for done in runs))


def environment() -> dict[str, str]:
    """No look-ups in the network (rendercv asks for its newest version), and bytecode as usual."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "PYTHONPATH": ROOT, "https_proxy": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9"}
