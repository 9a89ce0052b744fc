"""From one text to another in few edits, whole lines each, so that cursors and folds elsewhere stay where they are."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from generator.findings import Edit, Span

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$")


def edits_between(old: str, new: str) -> tuple[Edit, ...]:
    """The edits that make ``new`` out of ``old``."""
    before, after = _LINES.findall(old), _LINES.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return tuple(
        Edit(Span(*_start(before, i), *_start(before, j)), "".join(after[k:m]))
        for change, i, j, k, m in matcher.get_opcodes()
        if change != "equal"
    )


def _start(lines: list[str], index: int) -> tuple[int, int]:
    """Where the line at ``index`` begins; for one past the last, where the text ends."""
    if index < len(lines) or not lines or lines[-1].endswith(("\n", "\r")):
        return index + 1, 1
    return len(lines), len(lines[-1]) + 1
