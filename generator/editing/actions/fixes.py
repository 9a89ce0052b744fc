"""The fixes that findings carry: one, all of a kind, all that may be carried out unasked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.editing.answers import Action, ActionKind
from generator.editing.changes import edits_between
from generator.editing.page import Page
from generator.findings import Finding
from generator.fixes import carry_out, mechanical

_ROUNDS = 20
"""One fix can bring the next to light, as in ``nianbao fix``."""


def of_findings(page: Page, findings: Sequence[Finding]) -> Iterator[Action]:
    """The fix of each of these findings, and of all findings of the same kinds."""
    for finding in findings:
        if finding.fix:
            yield Action(
                finding.fix.title, ActionKind.FIX, finding.fix.edits, (finding,), preferred=finding.fix.mechanical
            )
        for other in finding.others:
            yield Action(other.title, ActionKind.FIX, other.edits, (finding,))
    for code in dict.fromkeys(finding.code for finding in findings):
        yield from _all_of_a_kind(page, code)


def fix_all(page: Page) -> Action | None:
    """All that ``nianbao fix`` would do; None when there is nothing to do."""
    now, count = page, 0
    for _ in range(_ROUNDS):
        text, done = carry_out(now.text, mechanical(now.checked.findings))
        if text == now.text:
            break
        now, count = Page(page.path, text), count + len(done)
    edits = edits_between(page.text, now.text)
    return Action(f"改好全部能自动改的（{count} 处）", ActionKind.FIX_ALL, edits) if edits else None


def _all_of_a_kind(page: Page, code: str) -> Iterator[Action]:
    alike = [finding for finding in page.checked.findings if finding.code == code]
    text, done = carry_out(page.text, mechanical(alike))
    if len(done) > 1:
        answered = tuple(finding for finding in alike if finding.fix in done)
        yield Action(f"改好全部 {code}（{len(done)} 处）", ActionKind.FIX, edits_between(page.text, text), answered)
