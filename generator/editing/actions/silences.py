"""Silencing a finding: the comment with a reason, above the entry that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.editing.answers import Action, ActionKind
from generator.editing.page import Page
from generator.editing.skeleton import Branch
from generator.findings import Edit, Finding, Severity, Span

_UNUSED = "NB010"


def silences(page: Page, findings: Sequence[Finding]) -> Iterator[Action]:
    """For each kind of warning and info, once. Errors cannot be silenced."""
    seen: set[tuple[str, int]] = set()
    for finding in findings:
        entry = _entry(page, finding.span.line)
        if finding.severity is Severity.ERROR or finding.code == _UNUSED or entry is None:
            continue
        if (place := (finding.code, entry.span.line)) not in seen:
            seen.add(place)
            comment = f"{' ' * entry.indent}# nianbao: 忽略 {finding.code} 因为（请写明原因）\n"
            edit = Edit(Span.at(entry.span.line, 1, 0), comment)
            yield Action(f"忽略“{entry.key}”的 {finding.code}，写明原因", ActionKind.FIX, (edit,), (finding,))


def _entry(page: Page, line: int) -> Branch | None:
    """The innermost entry on lines of its own that the line belongs to."""
    inside = [b for b in page.branches if not b.in_braces and b.span.line <= line <= b.last_line]
    return inside[-1] if inside else None
