"""信息处理费 of a report as figures: those given, or 0 where the text says that nothing was charged."""

from __future__ import annotations

from generator.checks.disclosure.sentences.fees import COLLECTED, fee_statements
from generator.report.model import Fee, Report


def fee_of(report: Report) -> Fee | None:
    """The three figures; None where the text tells of a charge, or nothing for certain."""
    given = [entry.fee for narrative in report.narratives.values() for entry in narrative.entries if entry.fee]
    if given:
        return given[0]
    told = [(statement.figure, statement.value) for statement in fee_statements(report)]
    nothing = any(figure == COLLECTED for figure, _ in told) and all(value == 0 for _, value in told)
    return Fee(0, 0, 0) if nothing else None
