"""What a run of ``collect`` came to as plain data: every agency with its status, problems and marks, the files left."""

from __future__ import annotations

from typing import Any

from generator.collecting.marking import marks_of
from generator.collecting.records import FilingEntry, ListedProblem
from generator.collecting.running.collecting import Collected
from generator.profile.model import OfficeRules


def as_data(done: Collected) -> dict[str, Any]:
    """What ``collect --format json`` prints. Points are Decimal; there are marks where the settings take points off."""
    entries = [
        {
            "agency": entry.agency.name,
            "status": entry.status.value,
            "file": entry.filed and entry.filed.file,
            "problems": [_problem(problem) for problem in entry.filed.problems] if entry.filed else [],
            "carried_in_agrees": entry.carried_in_agrees,
            "remarks": list(entry.remarks),
            **({"marks": _marks(entry, done.rules)} if done.rules and done.rules.faults else {}),
        }
        for entry in done.ledger.entries
    ]
    asides = [aside._asdict() for aside in done.ledger.asides]
    return {"year": done.ledger.year, "workbook": done.workbook, "agencies": entries, "asides": asides}


def _problem(problem: ListedProblem) -> dict[str, str]:
    return {**problem._asdict(), "severity": problem.severity.value}


def _marks(entry: FilingEntry, rules: OfficeRules) -> dict[str, Any]:
    """``left`` is null while a person must still say what something costs, or where there is no full mark."""
    marks = marks_of(entry, rules)
    full = rules.full_mark
    left = None if full is None or marks.is_open else marks.left_of(full)
    return {"full": full, "left": left, "open": marks.is_open, "faults": [fault._asdict() for fault in marks.faults]}
