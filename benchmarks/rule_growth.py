"""How each rule's time grows with the text: at 1, 10 and 100 times; printed as JSON."""

from __future__ import annotations

import json
import os
import time

from benchmarks.places import WORK
from benchmarks.sample import YEAR, sample
from generator.checks.registry import rules
from generator.pipeline.opening import open_report
from generator.report.model import Report

TIMES = (1, 10, 100)
_REPETITIONS = 5


def main() -> None:
    """Print code → milliseconds of processor time at each length (the median of some repetitions, one warm-up)."""
    found: dict[str, list[list[float]]] = {rule.code: [[] for _ in TIMES] for rule in rules()}
    for number in range(_REPETITIONS + 1):
        for place, times in enumerate(TIMES):  # the lengths take turns, so that a slow moment falls on all
            for code, milliseconds in _measured(times).items():
                found[code][place] += [milliseconds] if number else []
    print(json.dumps({code: [sorted(v)[len(v) // 2] for v in lengths] for code, lengths in found.items()}))


def _measured(times: int) -> dict[str, float]:
    """Every rule once, on a report read anew, so that nothing is remembered."""
    report = _report(times)
    timed = {}
    for rule in rules():
        started = time.process_time()
        list(rule.check(report))
        timed[rule.code] = (time.process_time() - started) * 1000
    return timed


def _report(times: int) -> Report:
    last = os.path.join(WORK, f"last-{times}.yaml")
    with open(last, "w", encoding="utf-8") as file:
        file.write(sample(2, times, year=YEAR - 1).replace("第2区", "第1区"))
    made = open_report(os.path.join(WORK, "long.yaml"), sample(1, times, last).encode()).report
    assert made is not None, "the sample can be read"
    return made


if __name__ == "__main__":
    main()
