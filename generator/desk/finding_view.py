"""A finding as the page shows it: what it says, where, and what can be done about it."""

from __future__ import annotations

from typing import Any

from generator.findings import Finding, Related, is_pending, word_of
from generator.wording import on_page


def finding_view(number: int, finding: Finding) -> dict[str, Any]:
    """A finding with its number among all findings of the text."""
    return {
        "number": number,
        "code": finding.code,
        "severity": "pending" if is_pending(finding) else finding.severity.value,
        "word": word_of(finding),
        "message": on_page(finding.said),
        "hint": on_page(finding.hint),
        "path": [str(key) for key in finding.path],
        "span": list(finding.span),
        "related": [_related(other) for other in finding.related],
        "fix": finding.fix.title if finding.fix else "",
        "mechanical": bool(finding.fix and finding.fix.mechanical),
        "can_silence": finding.severity.value != "error" and finding.code != "NB010",
    }


def _related(other: Related) -> dict[str, Any]:
    return {"message": on_page(other.message), "path": [str(key) for key in other.path], "span": list(other.span)}
