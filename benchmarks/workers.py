"""Warm work: processes that stay, take their turns round by round, and are restarted several times."""

from __future__ import annotations

import os
import subprocess
from typing import NamedTuple

from benchmarks.commands import Command, run
from benchmarks.figures import Figures
from benchmarks.places import ROOT


class Way(NamedTuple):
    """One way of doing a job: the Python that runs it, and the module and function that make it ready."""

    python: str
    module: str
    job: str


def interleaved(ways: dict[str, Way], restarts: int, rounds: int) -> dict[str, Figures]:
    """Milliseconds for one piece of work in each round (each the median of some repetitions)."""
    return beside_commands(ways, {}, restarts, rounds)[0]


def beside_commands(
    ways: dict[str, Way], commands: dict[str, Command], restarts: int, rounds: int
) -> tuple[dict[str, Figures], dict[str, Figures]]:
    """The same, and the processor time of whole commands that take their turns with the workers."""
    values: dict[str, list[float]] = {name: [] for name in ways}
    processes: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(restarts):
        workers = {name: _start(way) for name, way in ways.items()}
        for number in range(rounds + 1):
            for name, worker in workers.items():
                milliseconds = _turn(worker, name)
                if number:  # the first turn warms up
                    values[name].append(milliseconds)
            for name, command in commands.items():
                done = run(command)
                if done.code:
                    raise RuntimeError(f"{command[0]} ended with exit code {done.code}")
                if number:
                    processes[name].append(done.processor)
        for worker in workers.values():
            worker.communicate()
    return _figures(values), _figures(processes)


def _figures(values: dict[str, list[float]]) -> dict[str, Figures]:
    return {name: Figures(tuple(found)) for name, found in values.items()}


def _start(way: Way) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [way.python, "-m", "benchmarks.worker", way.module, way.job],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
    )


def _turn(worker: subprocess.Popen[str], name: str) -> float:
    assert worker.stdin, "it is a pipe"
    assert worker.stdout, "it is a pipe"
    worker.stdin.write("go\n")
    worker.stdin.flush()
    answer = worker.stdout.readline()
    if not answer:
        raise RuntimeError(f"the worker for {name} has ended")
    return float(answer)
