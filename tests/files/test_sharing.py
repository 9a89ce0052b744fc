"""Work in processes: in order, and a process that dies takes only its own item with it."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence

import pytest
from conftest import ROOT

from generator.files.processes import Task, shared_out


def work(item: int, scene: int) -> int:
    if item in (13, 31):
        os.kill(os.getpid(), signal.SIGKILL)
    return item * scene


def lost(item: int) -> int:
    return -item


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order(jobs: int) -> None:
    items: Sequence[int] = range(100, 160)
    assert list(shared_out(items, Task(work, 2, lost), jobs)) == [item * 2 for item in items]


def test_a_process_that_dies_costs_one_item() -> None:
    found = list(shared_out(range(40), Task(work, 2, lost), 2))
    assert found == [-item if item in (13, 31) else item * 2 for item in range(40)]


def test_a_reader_that_stops_early_leaves_no_process_waiting() -> None:
    results = shared_out(range(100, 1000), Task(work, 2, lost), 2)
    assert next(results) == 200
    results.close()  # type: ignore[attr-defined]


MIDDLE = """
import operator, sys
from generator.files.processes import Task, shared_out
results = shared_out(range(100_000), Task(operator.mul, 2, int), 2)
print(next(results), flush=True)
sys.stdin.read()
"""
"""Somebody who takes one result and then waits as long as the test lives, with two processes at work."""


@pytest.mark.skipif(os.name == "nt", reason="这里要用 Unix 的信号")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_no_process_outlives_a_parent_that_was_ended(number: signal.Signals) -> None:
    """Ctrl-C goes to all processes of the terminal, the other to one; only the parent may say something of it."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", MIDDLE]
    parent = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True)
    assert parent.stdout
    assert parent.stdout.readline() == b"0\n"
    (os.killpg if number is signal.SIGINT else os.kill)(parent.pid, number)
    _, err = parent.communicate(timeout=60)  # ends when the last of the processes has closed its end
    assert err.count(b"KeyboardInterrupt") == (number is signal.SIGINT)
