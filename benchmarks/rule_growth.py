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
    """Print code → milliseconds at each length (the median of some repetitions, one warm-up)."""
    found: dict[str, list[float]] = {}
    for times in TIMES:
        for code, milliseconds in _measured(times).items():
            found.setdefault(code, []).append(milliseconds)
    print(json.dumps(found))


def _measured(times: int) -> dict[str, float]:
    """Every rule in its turn, round by round; a report read anew each round, so that nothing is remembered."""
    timed: dict[str, list[float]] = {rule.code: [] for rule in rules()}
    for number in range(_REPETITIONS + 1):
        report = _report(times)
        for rule in rules():
            started = time.perf_counter()
            list(rule.check(report))
            if number:
                timed[rule.code].append(time.perf_counter() - started)
    return {code: sorted(values)[len(values) // 2] * 1000 for code, values in timed.items()}


def _report(times: int) -> Report:
    last = os.path.join(WORK, f"last-{times}.yaml")
    with open(last, "w", encoding="utf-8") as file:
        file.write(sample(2, times, year=YEAR - 1).replace("第2区", "第1区"))
    made = open_report(os.path.join(WORK, "long.yaml"), sample(1, times, last).encode()).report
    assert made is not None, "the sample can be read"
    return made


if __name__ == "__main__":
    main()
