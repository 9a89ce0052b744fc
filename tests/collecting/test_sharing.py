"""Work in processes: in order, and a process that dies takes only its own item with it."""

import os
import signal
from collections.abc import Sequence

import pytest

from generator.pipeline.collecting.sharing import shared_out


def work(item: int, scene: int) -> int:
    if item in (13, 31):
        os.kill(os.getpid(), signal.SIGKILL)
    return item * scene


def lost(item: int) -> int:
    return -item


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order(jobs: int) -> None:
    items: Sequence[int] = range(100, 160)
    assert list(shared_out(items, work, 2, lost, jobs)) == [item * 2 for item in items]


def test_a_process_that_dies_costs_one_item() -> None:
    found = list(shared_out(range(40), work, 2, lost, 2))
    assert found == [-item if item in (13, 31) else item * 2 for item in range(40)]


def test_a_reader_that_stops_early_leaves_no_process_waiting() -> None:
    results = shared_out(range(100, 1000), work, 2, lost, 2)
    assert next(results) == 200
    results.close()  # type: ignore[attr-defined]
