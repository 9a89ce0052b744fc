"""A worker: makes one way ready, then for every line on standard input answers how long a piece of work took."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib import import_module

_TURN = 0.06
"""Seconds that a turn lasts at least; its answer is the median of the repetitions."""


def main() -> None:
    """``python -m benchmarks.worker MODULE JOB``."""
    work: Callable[[], object] = getattr(import_module(f"benchmarks.ways.{sys.argv[1]}"), sys.argv[2])()
    for _ in sys.stdin:
        print(_turn(work), flush=True)


def _turn(work: Callable[[], object]) -> float:
    times: list[float] = []
    ends = time.perf_counter() + _TURN
    while not times or time.perf_counter() < ends:
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return sorted(times)[len(times) // 2] * 1000


if __name__ == "__main__":
    main()
