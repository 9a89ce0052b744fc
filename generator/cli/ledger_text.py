"""A counted ledger in words: the rows that have something in them, what is asked, what was left out, what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from generator.cli.cells import printable
from generator.han.width import columns as display_width

if TYPE_CHECKING:
    from generator.ledger.questions import LedgerQuestion
    from generator.ledger.run import CountedLedger

_UNKNOWN = "？"
_MOST = 20
"""Questions, cases left out and findings that are listed; the rest is counted."""


def ledger_text(counted: CountedLedger, answers_path: str) -> str:
    """Everything a person wants to see of a run."""
    from generator.ledger.tracing import places_in_words

    lines = [_title(counted), *(_table(counted)), ""]
    if counted.questions:
        lines.append(f"有 {len(counted.questions)} 处要您回答（写在 {answers_path}）：")
        lines += _listed([_question(one) for one in counted.questions])
    if counted.excluded:
        lines.append(f"没有计入 {len(counted.excluded)} 件：")
        lines += _listed([f"{case}：{why}" for case, why in counted.excluded])
    if counted.faults:
        lines.append("请留意：")
        said = (
            f"{one.message}（{places_in_words(one.cells)}）" if one.cells else one.message for one in counted.faults
        )
        hints = (f"。{one.hint}" if one.hint else "" for one in counted.faults)
        lines += _listed([text + hint for text, hint in zip(said, hints, strict=True)])
    return "\n".join(map(printable, lines)).rstrip()


def _title(counted: CountedLedger) -> str:
    why = f"（{counted.year_why}；不对请加 --year）" if counted.year_why else ""
    first, last = counted.period
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    days = f"{first.year}年" if whole else f"{first.isoformat()} 至 {last.isoformat()}"
    return f"{counted.name}：{days}{why}"


def _table(counted: CountedLedger) -> Iterator[str]:
    rows = [(name, row) for name, row in _rows(counted.tables()) if any(value != 0 for value in row.values())]
    width = max((display_width(name) for name, _ in rows), default=0)
    for name, row in rows:
        figures = "  ".join(f"{column} {_shown(value)}" for column, value in row.items() if value != 0)
        yield f"  {name}{' ' * (width - display_width(name))}  {figures}"
    if not rows:
        yield "  没有一件"


def _rows(tables: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, int | None]]]:
    for table in tables.values():
        yield from _below(table or {}, "")


def _below(data: Mapping[str, Any], name: str) -> Iterator[tuple[str, dict[str, int | None]]]:
    if data and not any(isinstance(value, dict) for value in data.values()):
        yield name, dict(data)
        return
    for key, value in data.items():
        yield from _below(value, f"{name}.{key}" if name else key)


def _shown(value: int | None) -> str:
    return _UNKNOWN if value is None else str(value)


def _question(one: LedgerQuestion) -> str:
    from generator.ledger.tracing import places_in_words

    where = f"（{places_in_words(one.cells)}）" if one.cells else ""
    whose = f"{one.key}：" if one.cases and one.field else ""
    return f"{whose}{one.why}{where}"


def _listed(lines: list[str]) -> list[str]:
    more = [f"  …… 另有 {len(lines) - _MOST} 条"] if len(lines) > _MOST else []
    return [*(f"  {line}" for line in lines[:_MOST]), *more, ""]
