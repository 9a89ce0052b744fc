"""What a detector says: one slip on the working page, in the clerk's words, with the changes that mend it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.findings import Finding, Fix, error
from generator.source.recovery.source_map import Change, SourceMap

_SHOWN_LINES = 3
_SHOWN_WIDTH = 60


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One slip on working line ``line``, characters ``start`` to ``end`` (0-based).

    ``changes`` mend the working page; they become the fix when ``title`` names it, else they only let reading go on.
    ``mechanical`` is False where the mending is only the likeliest of several. ``hint`` is made of the mended line
    where none is given. ``changes_words``: reading goes on with the mended line, but what may be a comment becomes
    text, so the fix is only offered. ``fix`` and ``others`` are given where the changes are not the fix; ``sure`` says
    that what is read with them is all the same what was meant, ``unsure`` that it is but for the key on this line: what
    that one says nobody knows, so it is unknown.
    """

    line: int
    start: int
    end: int
    message: str
    changes: tuple[Change, ...] = ()
    title: str = ""
    hint: str = ""
    code: str = "NB003"
    indent_matters: bool = False
    mechanical: bool = True
    changes_words: bool = False
    fix: Fix | None = None
    others: tuple[Fix, ...] = ()
    sure: bool = False
    unsure: bool = False

    @property
    def guessed(self) -> bool:
        """Whether reading on with the changes tells less, or something else, than was meant."""
        return not (self.sure or self.unsure) and (not self.title or not self.mechanical)


def carry_out(found: Diagnostic, page: SourceMap) -> Finding:
    """Mend the page; the finding with its fix in places of the source."""
    span = page.span(found.line, found.start, found.end)
    edits = tuple(page.edit(change) for change in found.changes)
    touched: list[int] = []
    for change in sorted(found.changes, key=lambda c: (c.line, c.start), reverse=True):
        added = page.make(change)
        if added:
            touched = [line + added for line in touched if line != change.line]
        touched += range(change.line, change.line + added + 1)
    touched = sorted(set(touched))
    hint = found.hint or (_written(page, touched, found.indent_matters) if found.title else "")
    fix = Fix(found.title, edits, found.mechanical and not found.changes_words) if found.title and edits else None
    return error(found.code, found.message, span, hint=hint, fix=found.fix or fix, others=found.others)


def _written(page: SourceMap, touched: list[int], indent_matters: bool) -> str:
    lines = [page[n].rstrip() for n in touched[:_SHOWN_LINES]]
    lines = [line if len(line) <= _SHOWN_WIDTH else line[:_SHOWN_WIDTH] + "…" for line in lines]
    if not any(line.strip() for line in lines):
        return "请把这一行清空。"
    if len(lines) == 1 and len(touched) == 1 and not indent_matters:
        return f"应写成：{lines[0].strip()}"
    return "应写成：\n" + "\n".join(lines) + ("\n…" if len(touched) > _SHOWN_LINES else "")
