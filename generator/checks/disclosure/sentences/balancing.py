"""What the text says of a figure where the table would balance with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.checks.disclosure.sentences.contradictions import excerpt
from generator.checks.disclosure.sentences.figure_refs import FigureRef
from generator.checks.disclosure.sentences.statements import statements
from generator.findings import Path as FindingPath
from generator.findings import Span
from generator.form.model import Balance, Item, Path
from generator.report.model import Figure, Report


class SaidBalance(NamedTuple):
    """A number of the text: where and how it is written, what the table has instead, and where that stands."""

    words: str
    span: Span
    source: FindingPath
    path: Path
    label: str
    table: Figure
    value: int | Decimal


def that_would_mend(
    report: Report, table: Item, balance: Balance, off: Mapping[str, int | Decimal]
) -> Iterator[SaidBalance]:
    """Each figure of the balance, once, that the text gives otherwise by just what is off."""
    seen: set[Path] = set()
    for sentence, meant in statements(report):
        readings = [reading for target in meant.targets for reading in target.readings]
        for reading in readings if meant.number.nearness == "exact" else ():
            path = _path(reading)
            value = reading.value(report)
            needed = _needed(report, _side(path, table, balance), path, off) if path else None
            if path is None or path in seen or value is None or meant.number.value - value != needed:
                continue
            seen.add(path)
            start, end = sentence.folded.origin(meant.number.start, meant.number.end)
            yield SaidBalance(
                words=f"正文{sentence.passage.place}写“{excerpt(sentence, meant.number)}”",
                span=sentence.passage.span(start, end),
                source=sentence.passage.path,
                path=path,
                label=reading.label(report.edition),
                table=value,
                value=meant.number.value,
            )


def _path(reading: FigureRef) -> Path | None:
    return None if reading.less or reading.at_most or len(reading.plus) != 1 else reading.plus[0]


def _needed(report: Report, side: int, path: Path, off: Mapping[str, int | Decimal]) -> int | Decimal | None:
    """By how much a figure would have to change to make up for all that is off; None where it cannot."""
    cell = report.edition.find(path)
    column = path[-1] if cell is not None and not cell.children else ""
    if side == 0 or len(off) != 1 or (column and column not in off):
        return None
    return -side * sum(off.values())


def _side(path: Path, table: Item, balance: Balance) -> int:
    """1 for a figure on the left of the balance, −1 on its right, 0 for one that is in none."""
    for sign, sides in ((1, balance.left), (-1, balance.right)):
        if any(path[: len(side) + 1] == (table.key, *side) for side in sides):
            return sign
    return 0
