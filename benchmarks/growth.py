"""No rule may be quadratic in the text's length: its time at 1, 10 and 100 times the text."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

from benchmarks.places import ROOT

_QUADRATIC = 30
"""Ten times the text takes a linear rule ten times as long and a quadratic one a hundred times; this lies between."""
_TOO_SHORT = 0.1
"""Milliseconds at 100 times the text below which a rule is too quick for its growth to be told from noise."""


def lines() -> Iterator[str]:
    """The section as Markdown."""
    answer = subprocess.run([sys.executable, "-m", "benchmarks.rule_growth"], cwd=ROOT, check=True, capture_output=True)
    found: dict[str, list[float]] = json.loads(answer.stdout)
    yield from ("## Rules on longer text", "")
    yield "Processor time. NB301 reads the sentences that NB301 to NB309 share. The longer the text, the more of it"
    yield from ("happens to stand there twice, which NB505 finds and tells.", "")
    yield "| rule | ms at 1 × | 10 × | 100 × the text | from 10 × to 100 × |"
    yield "|---|---|---|---|---|"
    slowest = sorted(found, key=lambda code: found[code][-1], reverse=True)
    for code in slowest:
        yield _line(code, found[code])
    yield _line("all", [sum(column) for column in zip(*found.values(), strict=True)])
    steepest = max((times for times in found.values() if times[-1] >= _TOO_SHORT), key=_growth)
    reached = "yes" if _growth(steepest) < _QUADRATIC else "no"
    yield from ("", "| target | measured | reached |", "|---|---|---|")
    target = f"no rule quadratic (tenfold text, less than {_QUADRATIC} × the time)"
    yield f"| {target} | {_growth(steepest):.1f} | {reached} |"
    yield ""
    yield from _endless()


def _endless() -> Iterator[str]:
    """A paragraph that repeats one clause, the worst that a sentence can be."""
    answer = subprocess.run([sys.executable, "-m", "benchmarks.long_text"], cwd=ROOT, check=True, capture_output=True)
    found: dict[str, list[float]] = json.loads(answer.stdout)
    yield "| one clause repeated | characters | s at a quarter of them | s | s per 100,000 (goal: at most 1) |"
    yield "|---|---|---|---|---|"
    for text, (length, quarter, seconds) in found.items():
        yield f"| {text} | {length:,.0f} | {quarter:.2f} | {seconds:.2f} | {seconds / length * 100_000:.2f} |"
    yield ""


def _line(name: str, times: list[float]) -> str:
    growth = f"{_growth(times):.1f}" if times[-1] >= _TOO_SHORT else ""
    return f"| {name} | {' | '.join(f'{value:.2f}' for value in times)} | {growth} |"


def _growth(times: list[float]) -> float:
    return times[-1] / times[-2]
