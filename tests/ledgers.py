"""Ledgers for tests: rows under a usual head, as csv or as a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook

from generator.ledger.run import CountedLedger, LedgerFile, LedgerWish, count_ledger

HEAD = ("编号", "收到日期", "申请人", "申请人类型", "补正告知日", "撤回日期", "答复日期", "答复类型")
NO_CARRY = "口径: {2026年上年结转: 0}\n"


def row(number: str = "", received: Any = "", kind: str = "公民", answered: Any = "", outcome: str = "", **more: Any):
    """A row under :data:`HEAD`."""
    values = {
        "编号": number,
        "收到日期": received,
        "申请人类型": kind,
        "答复日期": answered,
        "答复类型": outcome,
        **more,
    }
    return tuple(values.get(name, "") for name in HEAD)


def as_csv(rows: Iterable[Sequence[Any]], head: Sequence[str] = HEAD) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([head, *rows])
    return out.getvalue().encode()


def as_xlsx(rows: Iterable[Sequence[Any]], head: Sequence[str] = HEAD, title: str = "Sheet1") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for line in (head, *rows):
        sheet.append([None if value == "" else value for value in line])
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def counted(rows: Iterable[Sequence[Any]], answers: str = NO_CARRY, year: int = 2026, **more: Any) -> CountedLedger:
    """The rows counted as a csv ledger."""
    wish = LedgerWish(year=year, **more)
    return count_ledger(LedgerFile("台账.csv", as_csv(rows)), answers.encode(), wish)


def cases_of(found: CountedLedger) -> dict[str, tuple[str, ...]]:
    """Each figure's cases by its place below the part, keys joined by dots."""
    return {".".join(path[1:]): cases for path, cases in found.cells().items()}


def asked(found: CountedLedger) -> list[tuple[str, str, str]]:
    """Section, key and field of each question."""
    return [(one.section, one.key, one.field) for one in found.questions]
