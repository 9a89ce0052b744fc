"""Findings counted as people count them: what is not filled in yet apart from errors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.findings import Finding, Severity, is_pending


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many places are to be filled in (待填), errors without these, warnings, infos."""
    kinds = Counter("pending" if is_pending(f) else f.severity.value for f in findings)
    return {kind: kinds[kind] for kind in ("pending", *(severity.value for severity in Severity))}


def problems_in(findings: Iterable[Finding]) -> str:
    """“ 3 处待填、1 个错误”."""
    found, words = counts(findings), {"pending": "处待填", "error": "个错误"}
    return "、".join(f" {found[kind]} {word}" for kind, word in words.items() if found[kind])
