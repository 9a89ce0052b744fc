"""NB409: every figure is last year's: the file was copied and the figures were not filled in anew."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Rule
from generator.checks.years.comparing import predecessor
from generator.findings import Finding, Severity, warning
from generator.form import keys
from generator.report.model import Report

_FEWEST = 3
"""Figures over 0, 现行有效 not counted, from which sameness is no chance: a small office may have one case again."""


def check(report: Report) -> Iterator[Finding]:
    """Compare all figures at once; what was not read is no sameness."""
    last = predecessor(report)
    if last is None or report.edition != last.edition:
        return
    rows = report.figures.rows
    if not rows or rows != last.figures.rows or any(None in row for row in rows.values()):
        return
    leaves = [path for path, _ in report.edition.rows if path in rows]
    if sum(_told(path, rows[path], report) for path in leaves) >= _FEWEST:
        yield warning(
            "NB409",
            f"三张表的数与上年报告（{last.year} 年度）全部相同",
            report.places.key((report.edition.tables[0].key,)),
            hint="多半是沿用了上年的文件而没有改数，请逐格核对。",
            path=(report.edition.tables[0].key,),
        )


def _told(path: tuple[str, ...], row: tuple[object, ...], report: Report) -> int:
    """How many figures of a row are over 0: without 现行有效 and without totals."""
    item = report.edition.find(path)
    names = list(item.by_key) if item is not None and item.children else []
    if not names:
        return int(bool(row[-1]))
    return sum(bool(value) for name, value in zip(names, row, strict=False) if name != keys.IN_FORCE)


RULE = Rule(
    code="NB409",
    severity=Severity.WARNING,
    title="所有的数与上年完全相同",
    why=(
        "三张表一个数也没有变，多半是另存了上年的文件却没有改数。全是 0 的、只有现行有效件数的、"
        "另外不到三个数不是 0 的不提出。"
    ),
    check=check,
)
