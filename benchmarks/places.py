"""Where the benchmarks keep what they make: below build/, which git ignores."""

from __future__ import annotations

import os

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HERE = os.path.join(ROOT, "benchmarks")
WORK = os.path.join(ROOT, "build", "bench")
REPORTS = os.path.join(WORK, "reports")
OUTPUT = os.path.join(WORK, "output")
SCHEMA = os.path.join(ROOT, "schema", "nianbao.schema.json")
ONE = os.path.join(WORK, "one.yaml")
"""The report that is measured: every cell filled in, about 6 KB, no expressions, no last year's report."""

WITH_LAST_YEAR = os.path.join(WORK, "two.yaml")
"""The same report, compared with last year's."""

MANY = 1000
"""How many differing reports lie in REPORTS."""


BATCH = 100
"""How many of them are built from file to file."""


def report(number: int) -> str:
    """The file of one of the many reports."""
    return os.path.join(REPORTS, f"{number:04}.yaml")
