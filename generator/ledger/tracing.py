"""The way back from a figure to its cases, and a counted ledger as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.files.errors import UserError
from generator.form.edition import key_form
from generator.form.model import Path
from generator.ledger.run import CountedLedger
from generator.ledger.scene import LedgerFault

UNKNOWN = "？"
"""What stands where a figure is not known yet."""
_CODE = "NB603"
_MOST_CELLS = 5
"""Cells that a sentence names one by one."""


def as_data(counted: CountedLedger) -> dict[str, Any]:
    """What ``nianbao ledger --format json`` prints."""
    return {
        "year": counted.year,
        "tables": counted.tables(),
        "cells": {".".join(path): list(cases) for path, cases in counted.cells().items()},
        "questions": [question.as_dict() for question in counted.questions],
        "excluded": [{"case": case, "why": why} for case, why in counted.excluded],
        "findings": [fault_data(counted.name, fault) for fault in counted.faults],
    }


def refused_data(name: str, message: str, hint: str) -> dict[str, Any]:
    """The same for a ledger that cannot be read."""
    finding = {**fault_data(name, LedgerFault(message, hint, ())), "severity": "error"}
    return {"year": None, "tables": None, "cells": {}, "questions": [], "excluded": [], "findings": [finding]}


def fault_data(name: str, fault: LedgerFault) -> dict[str, Any]:
    """One finding; ``place`` is where it stands first, ``cells`` are all places."""
    return {
        "code": _CODE,
        "severity": "warning" if fault.certain else "info",
        "place": f"{name}:{fault.cells[0]}" if fault.cells else name,
        "cells": list(fault.cells),
        "message": fault.message,
        "hint": fault.hint,
    }


def rows_in(tables: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, int | None]]]:
    """Every row of both tables with its figures, by its keys below the part joined by dots; totals are rows too."""
    for table in tables.values():
        yield from _rows_below(table or {}, "")


def _rows_below(data: Mapping[str, Any], name: str) -> Iterator[tuple[str, Mapping[str, int | None]]]:
    if data and not any(isinstance(value, dict) for value in data.values()):
        yield name, data
        return
    for key, value in data.items():
        yield from _rows_below(value, f"{name}.{key}" if name else key)


def shown_figure(figure: int | None) -> str:
    """A figure, or the mark of one that is not known."""
    return UNKNOWN if figure is None else str(figure)


def places_in_words(cells: tuple[str, ...]) -> str:
    """``Sheet1!F17、Sheet1!F18 等 12 处``."""
    more = f" 等 {len(cells)} 处" if len(cells) > _MOST_CELLS else ""
    return f"{'、'.join(cells[:_MOST_CELLS])}{more}"


def find_cells(counted: CountedLedger, place: str) -> tuple[Path, ...]:
    """The figures that a place names: the form's keys joined by dots, without what is plain (不予公开.重复申请.自然人).

    Raises UserError where there is no such place.
    """
    wanted = [key_form(part) for part in place.replace("。", ".").replace("．", ".").split(".") if part.strip()]
    every = [*counted.table.all_cells(), *(counted.reviews.all_cells() if counted.reviews else ())]
    found = tuple(path for path in every if wanted and _names(path, wanted))
    if found:
        return found
    example = ".".join(every[0][1:])
    raise UserError(f"表里没有“{place}”这一格", f"写成 YAML 里的名称，用点隔开，例如 {example}")


def _names(path: Path, wanted: list[str]) -> bool:
    """Whether the words stand in a path in this order, the last one at its end or at its row."""
    plain = [key_form(key) for key in path]
    at = 0
    for word in wanted:
        if word not in plain[at:]:
            return False
        at = plain.index(word, at) + 1
    return at >= len(plain) - 1
