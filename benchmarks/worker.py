"""A worker: makes one way ready, then for every line on standard input answers how long a piece of work took.

Processor time: what else runs on the machine is not counted, and the work waits for nothing.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib import import_module

_TURN = 0.06
"""Seconds of processor time that a turn lasts at least; its answer is the median of the repetitions."""


def main() -> None:
    """``python -m benchmarks.worker MODULE JOB``."""
    work: Callable[[], object] = getattr(import_module(f"benchmarks.ways.{sys.argv[1]}"), sys.argv[2])()
    for _ in sys.stdin:
        print(_turn(work), flush=True)


def _turn(work: Callable[[], object]) -> float:
    times: list[float] = []
    ends = time.process_time() + _TURN
    while not times or time.process_time() < ends:
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return sorted(times)[len(times) // 2] * 1000


if __name__ == "__main__":
    main()
