"""All rules on the examples, held against another state of the sources: ``python -m benchmarks.rule_cost FOLDER``.

FOLDER holds the other state (``git archive COMMIT | tar -x -C FOLDER``); both take turns. Printed are the milliseconds
of processor time of the best of many rounds for each report, and the ratio of the sums: once as in an editor, where
what was found in a paragraph is kept while its text stays the same, once with everything forgotten before each round
(a first check).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from glob import glob

_ROUNDS, _TURNS = 25, 6
_ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_WORK = "import runpy, sys; sys.argv[1:] = []; runpy.run_path({!r}, run_name='__main__')"


def main() -> None:
    """Measure; as a worker (without a folder) answer each line with the best times of the state on the path."""
    if len(sys.argv) == 1:
        _work()
        return
    workers = {name: _worker(folder) for name, folder in (("before", sys.argv[1]), ("now", _ROOT))}
    for way in ("again", "first"):
        turns: dict[str, list[list[float]]] = {name: [] for name in workers}
        for _ in range(_TURNS):
            for name, worker in workers.items():
                turns[name].append(_turn(worker, way))
        best = {name: [min(times) for times in zip(*found, strict=True)] for name, found in turns.items()}
        print(json.dumps({"way": way, **best, "ratio": sum(best["now"]) / sum(best["before"])}))


def _worker(folder: str) -> subprocess.Popen[str]:
    path = os.path.abspath(folder)
    command, pipe = [sys.executable, "-c", _WORK.format(os.path.abspath(__file__))], subprocess.PIPE
    surroundings = {**os.environ, "PYTHONPATH": path}
    return subprocess.Popen(command, cwd=path, env=surroundings, stdin=pipe, stdout=pipe, text=True)


def _turn(worker: subprocess.Popen[str], way: str) -> list[float]:
    assert worker.stdin is not None, "a pipe"
    assert worker.stdout is not None, "a pipe"
    worker.stdin.write(f"{way}\n")
    worker.stdin.flush()
    answer: list[float] = json.loads(worker.stdout.readline())
    return answer


def _work() -> None:
    from generator.checks.registry import run  # here: of the state on the path
    from generator.pipeline.opening import load, open_report

    opened = [open_report(path, load(path)).report for path in sorted(glob(f"{_ROOT}/examples/*-2023.yaml"))]
    reports = [report for report in opened if report is not None]
    forget = _forgetting()
    for line in sys.stdin:
        best = [float("inf")] * len(reports)
        for _ in range(_ROUNDS):
            for index, report in enumerate(reports):  # by turns: what is remembered of one report is gone
                if line.strip() == "first":
                    forget()
                started = time.process_time()
                run(report)
                best[index] = min(best[index], (time.process_time() - started) * 1000)
        print(json.dumps(best), flush=True)


def _forgetting() -> Callable[[], None]:
    """What drops all that was kept of texts; nothing in a state that keeps none."""
    try:
        from generator.checks.prose.remembering import forget
    except ImportError:
        return lambda: None
    return forget


if __name__ == "__main__":
    main()
