"""A finding as the page shows it: what it says, where, and what can be done about it."""

from __future__ import annotations

from typing import Any

from generator.desk.counting import NOT_FILLED_IN
from generator.findings import SEVERITY_WORDS, Finding, Related


def finding_view(number: int, finding: Finding) -> dict[str, Any]:
    """A finding with its number among all findings of the text."""
    pending = finding.code == NOT_FILLED_IN
    return {
        "number": number,
        "code": finding.code,
        "severity": "pending" if pending else finding.severity.value,
        "word": "待填" if pending else SEVERITY_WORDS[finding.severity],
        "message": finding.said,
        "hint": finding.hint,
        "path": [str(key) for key in finding.path],
        "span": list(finding.span),
        "related": [
            {"message": r.message, "path": [str(key) for key in r.path], "span": list(r.span)} for r in finding.related
        ],
        "fix": finding.fix.title if finding.fix else "",
        "mechanical": bool(finding.fix and finding.fix.mechanical),
        "can_silence": finding.severity.value != "error" and finding.code != "NB010",
    }


def _related(other: Related) -> dict[str, Any]:
    return {"message": other.message, "path": [str(key) for key in other.path], "span": list(other.span)}
