"""Findings as a workbook, 问题清单, for those who pass them on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from generator.cli.delivery import deliver
from generator.cli.running import close, show_trace
from generator.pipeline.problem_list import problem_list

if TYPE_CHECKING:
    from generator.cli.outcome import Outcome
    from generator.pipeline.checking import Checked


def show(
    results: Iterable[Checked], outcome: Outcome, *, debug: bool, output: str | None, inputs: Sequence[str]
) -> int:
    """Write the workbook when all files are checked; the exit code."""
    deliver(problem_list(_traced(results, debug)), output, inputs=inputs)
    return close(outcome)


def _traced(results: Iterable[Checked], debug: bool) -> Iterator[Checked]:
    for checked in results:
        show_trace(checked, debug=debug)
        yield checked
