"""nianbao itself, warm: DOCX from a report, checking a file, all rules beside reading and validating."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import cycle

from benchmarks.places import BATCH, MANY, ONE, OUTPUT, WITH_LAST_YEAR, report
from generator.checks.registry import run
from generator.document.compose import compose
from generator.files.atomic import write_atomic
from generator.pipeline.building import BuildOptions, build_file
from generator.pipeline.checking import check_file
from generator.pipeline.opening import Opened, load, open_report
from generator.render.docx import render

Work = Callable[[], object]


def docx() -> Work:
    """A report → blocks → DOCX."""
    made = open_report(ONE, load(ONE)).report
    assert made is not None, "the sample can be read"
    return lambda: render(compose(made))


def docx_files() -> Work:
    """One of the files after the other, built into DOCX as ``nianbao build`` does it."""
    options = BuildOptions(OUTPUT, ("docx",))
    files = cycle([report(number) for number in range(BATCH)])
    assert build_file(next(files), options).written, "the sample can be built"
    return lambda: build_file(next(files), options)


def unchecked_files() -> Work:
    """The same without the rules."""
    files = cycle([report(number) for number in range(BATCH)])

    def work() -> None:
        path = next(files)
        made = open_report(path, load(path)).report
        assert made is not None, "the sample can be read"
        write_atomic(os.path.join(OUTPUT, f"{made.agency}.docx"), render(compose(made)))

    return work


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
