"""Findings as a workbook, 问题清单, for those who pass them on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.cli.delivery import Delivery
from generator.cli.running import close, show_trace
from generator.collecting.running.problem_list import problem_list

if TYPE_CHECKING:
    from generator.cli.outcome import Outcome
    from generator.pipeline.checking import Checked


def show(results: Iterable[Checked], outcome: Outcome, *, debug: bool, delivery: Delivery) -> int:
    """Write the workbook when all files are checked; the exit code."""
    read: list[str] = []
    made = problem_list(_traced(results, read, debug))
    delivery._replace(inputs=(*delivery.inputs, *read)).take(made)
    return close(outcome)


def _traced(results: Iterable[Checked], read: list[str], debug: bool) -> Iterator[Checked]:
    """The same; what they were read from is added to ``read``."""
    for checked in results:
        show_trace(checked, debug=debug)
        read += checked.inputs
        yield checked
