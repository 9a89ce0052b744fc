"""A counted ledger in words: the rows that have something in them, what is asked, what was left out, what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.cli.cells import printable
from generator.han.width import columns as display_width

if TYPE_CHECKING:
    from generator.ledger.questions import LedgerQuestion
    from generator.ledger.run import CountedLedger
    from generator.ledger.scene import LedgerFault

_MOST = 20
"""Questions, cases left out and findings that are listed; the rest is counted."""


def ledger_text(counted: CountedLedger, answers_path: str) -> str:
    """Everything a person wants to see of a run."""
    lines = [_title(counted), *(_table(counted)), ""]
    if counted.questions:
        lines.append(f"有 {len(counted.questions)} 处要您回答（写在 {answers_path}）：")
        lines += _listed([_question(one) for one in counted.questions])
    if counted.excluded:
        lines.append(f"没有计入 {len(counted.excluded)} 件：")
        lines += _listed([f"{case}：{why}" for case, why in counted.excluded])
    if counted.faults:
        lines.append("请留意：")
        lines += _listed(fault_lines(counted.faults))
    return "\n".join(map(printable, lines)).rstrip()


def fault_lines(faults: Iterable[LedgerFault]) -> list[str]:
    """What is wrong in a ledger, or worth a look: each with its places and what to do."""
    from generator.ledger.tracing import places_in_words

    said = ((one.message, f"（{places_in_words(one.cells)}）" if one.cells else "", one.hint) for one in faults)
    return [f"{message}{where}" + (f"。{hint}" if hint else "") for message, where, hint in said]


def _title(counted: CountedLedger) -> str:
    why = f"（{counted.year_why}；不对请加 --year）" if counted.year_why else ""
    first, last = counted.period
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    days = f"{first.year}年" if whole else f"{first.isoformat()} 至 {last.isoformat()}"
    return f"{counted.name}：{days}{why}"


def _table(counted: CountedLedger) -> Iterator[str]:
    from generator.ledger.tracing import rows_in, shown_figure

    rows = [(name, row) for name, row in rows_in(counted.tables()) if any(value != 0 for value in row.values())]
    width = max((display_width(name) for name, _ in rows), default=0)
    for name, row in rows:
        figures = "  ".join(f"{column} {shown_figure(value)}" for column, value in row.items() if value != 0)
        yield f"  {name}{' ' * (width - display_width(name))}  {figures}"
    if not rows:
        yield "  没有一件"


def _question(one: LedgerQuestion) -> str:
    from generator.ledger.tracing import places_in_words

    where = f"（{places_in_words(one.cells)}）" if one.cells else ""
    whose = f"{one.key}：" if one.cases and one.field else ""
    return f"{whose}{one.why}{where}"


def _listed(lines: list[str]) -> list[str]:
    more = [f"  …… 另有 {len(lines) - _MOST} 条"] if len(lines) > _MOST else []
    return [*(f"  {line}" for line in lines[:_MOST]), *more, ""]
