"""明细.xlsx: each case with its row of table 3 and the reason, the tables, what is asked, what was left out.

Case numbers, places and the tables' words only: nothing else of the ledger goes into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.form.ledger_words import columns as names
from generator.form.ledger_words.kinds import KINDS
from generator.form.names import LEDGER
from generator.ledger.judging import JudgedCase
from generator.ledger.run import CountedLedger
from generator.ledger.tracing import UNKNOWN, places_in_words, rows_in, shown_figure
from generator.workbook import Row, Sheet, make
from generator.workbook.looks import HEADER, NOTICED, TEXT

_CASES = ("编号", "在台账", "计入（收到）", "计入（结果）", "申请人", "为什么", "问过什么")
_CASE_WIDTHS = (20.0, 16.0, 14.0, 34.0, 16.0, 50.0, 50.0)


def details_workbook(counted: CountedLedger) -> bytes:
    """The workbook. Raises ImportError when xlsxwriter is not installed, OSError when it cannot be made."""
    title = f"{counted.year}年{LEDGER}明细"
    return make(list(_sheets(counted)), title=title, large=True)


def _sheets(counted: CountedLedger) -> Iterator[Sheet]:
    yield _listed("明细", _CASES, _CASE_WIDTHS, (_case(one) for one in counted.cases if not one.left_out))
    figures = (_figures(name, row) for name, row in rows_in(counted.tables()))
    yield _listed("表", ("项目", *KINDS, "总计"), (44.0, *(12.0 for _ in KINDS), 12.0), figures)
    asked = (
        (one.key, one.field or one.column, one.why, places_in_words(one.cells), "、".join(one.choices))
        for one in counted.questions
    )
    yield _listed(
        "待回答", ("编号或写法", "问的是", "为什么", "在台账", "可以写"), (20.0, 14.0, 50.0, 24.0, 60.0), asked
    )
    yield _listed("没有计入", ("编号", "为什么"), (24.0, 60.0), counted.excluded)


def _listed(name: str, head: tuple[str, ...], widths: tuple[float, ...], lines: Iterable[tuple[str, ...]]) -> Sheet:
    rows = [Row(head, [HEADER] * len(head))]
    for line in lines:
        open_places = (TEXT._replace(fill=NOTICED) if value == UNKNOWN else TEXT for value in line)
        rows.append(Row(line, tuple(open_places)))
    return Sheet(name=name, rows=rows, widths=widths, header=(0, 0), kept_columns=1, filtered=True)


def _case(one: JudgedCase) -> tuple[str, ...]:
    asked = "；".join(question.why for question in one.questions)
    place = one.row.place(names.NUMBER)
    return (one.case, place, _way(one.entries), _way(one.exits), _only(one.kinds), one.rule, asked)


def _way(ways: frozenset[str | None]) -> str:
    return (next(iter(ways)) or "") if len(ways) == 1 else UNKNOWN


def _only(kinds: tuple[str, ...]) -> str:
    return kinds[0] if len(kinds) == 1 else UNKNOWN


def _figures(name: str, row: Mapping[str, int | None]) -> tuple[str, ...]:
    if KINDS[0] in row:
        return (name, *(shown_figure(value) for value in row.values()))
    said = (f"{column} {shown_figure(value)}" for column, value in row.items())
    return (name, *said)
