"""Ledgers for tests, of agencies whose reports are figures made from a number."""

from __future__ import annotations

import random
from decimal import Decimal

from generator.collecting.figures import YearFigures
from generator.collecting.records import Agency, Aside, Filed, FilingEntry, Ledger, ListedProblem, Status
from generator.findings import Severity
from generator.form import edition_for
from generator.form.edition import rows_of
from generator.form.model import FIGURES, Kind
from generator.report.computing import compute
from generator.report.model import Figure, Places, Report
from generator.report.reading import Reading

YEAR = 2025
EDITION = edition_for(YEAR)
ERROR = ListedProblem(Severity.ERROR, "表三“本年新收”自然人", "本年新收 3 加上年结转 0 不等于 5", "请核对。", "NB201")
WARNING = ListedProblem(
    Severity.WARNING, "一、总体情况", "=1+1 说的件数与表三不同", "请逐句核对，数字以表格为准。", "NB301"
)
NOTE = ListedProblem(Severity.INFO, "全文", "没有写到监督保障", "可以补上。", "NB512")


def figures(seed: int, *, unread: int = 0, amount: str | None = None, count: int | None = None) -> YearFigures:
    """A whole report's figures, mostly small or 0 (or each ``count``), money with decimals (or ``amount``).

    The first ``unread`` rows are not readable.
    """
    dice = random.Random(seed)
    reading = Reading()
    reading.groups = {(part.key,) for part in EDITION.tables}
    rows = [((part.key, *path), item) for part in EDITION.tables for path, item in rows_of(part)]
    for number, (path, item) in enumerate(rows):
        cells = 1 if item.kind in FIGURES else len(item.children)
        values: list[Figure] = [dice.choice((0, 0, 0, dice.randrange(9), dice.randrange(900))) for _ in range(cells)]
        if count is not None:
            values = [count] * cells
        if item.kind is Kind.AMOUNT:
            values = [Decimal(amount or f"{dice.randrange(10**6)}.{dice.randrange(10**6):06}")]
        reading.rows[path] = tuple(values) if number >= unread else (None,) * cells
    return YearFigures.of(Report(EDITION, "", YEAR, compute(reading, EDITION), Places({}, {})))


def filed(name: str, seed: int, *problems: ListedProblem, unread: int = 0) -> Filed:
    return Filed(f"{name}-{YEAR}.docx", 0, name, YEAR, figures=figures(seed, unread=unread), problems=problems)


def largest() -> Ledger:
    """The largest counts, and money of as many digits as a spreadsheet keeps."""
    most = figures(0, amount="99999999.999999", count=999_999_999)
    report = Filed("大.docx", 0, "大", YEAR, figures=most)
    return Ledger(YEAR, tuple(FilingEntry(Agency(name), Status.GOOD, report, report) for name in "甲乙丙"))


def good(name: str, seed: int) -> FilingEntry:
    return FilingEntry(Agency(name, contact="张某 0379-0000000"), Status.GOOD, filed(name, seed))


def ledger(agencies: int = 6) -> Ledger:
    """One of each kind, and as many good ones as asked for, the odd ones with last year's figures."""
    entries = [
        FilingEntry(
            Agency("甲县水利局"), Status.FAULTY, filed("甲县水利局", 1, NOTE, WARNING, ERROR), carried_in_agrees=False
        ),
        FilingEntry(Agency("乙县教育局"), Status.MISSING),
        FilingEntry(Agency("丙县公安局"), Status.FAULTY, filed("丙县公安局", 2, ERROR, unread=4)),
        FilingEntry(Agency("丁县卫生健康委员会"), Status.FAULTY, Filed("丁.doc", 0, problems=(ERROR,))),
        FilingEntry(
            Agency("=1+1"),
            Status.DOUBTFUL,
            filed("=1+1", 3, WARNING)._replace(consolidated=True),
            filed("=1+1", 4),
            True,
            ("可能重复计算：这份报告的统计范围是“汇总”，已经包括别的单位。",),
        ),
    ]
    for number in range(agencies):
        name = f"戊县第{number + 1}局"
        last = filed(name, 1000 + number) if number % 2 else None
        entries.append(good(name, 100 + number)._replace(last_year=last, carried_in_agrees=True if last else None))
    asides = (Aside("旧/某局 (2).docx", "与另一份重复", "请删去一份。"), Aside("-附件.pdf", "不是年报", "不用处理。"))
    return Ledger(YEAR, tuple(entries), asides)
