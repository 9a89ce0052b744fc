"""nianbao itself, warm: DOCX from a report, checking a file, all rules beside reading and validating."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

from benchmarks.places import MANY, ONE, WITH_LAST_YEAR, report
from generator.checks.registry import run
from generator.document.compose import compose
from generator.pipeline.checking import check_file
from generator.pipeline.opening import Opened, load, open_report
from generator.render.docx import render

Work = Callable[[], object]


def docx() -> Work:
    """A report → blocks → DOCX."""
    made = open_report(ONE, load(ONE)).report
    assert made is not None, "the sample can be read"
    return lambda: render(compose(made))


def check() -> Work:
    """Check one of the many files: read it from the disk, validate, compute, all rules."""
    files = cycle([report(number) for number in range(MANY)])
    return lambda: check_file(next(files))


def read_and_validate() -> Work:
    """Reading and validating a report and the one of last year that it names."""
    data = load(WITH_LAST_YEAR)
    return lambda: open_report(WITH_LAST_YEAR, data)


def rules() -> Work:
    """All rules on that report."""
    opened: Opened = open_report(WITH_LAST_YEAR, load(WITH_LAST_YEAR))
    made = opened.report
    assert made is not None, "the sample can be read"
    return lambda: run(made)
