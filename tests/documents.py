"""The documents as tests read them: their fenced blocks, each with what a test is to do with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^( *)```(\w+) ([^\n]+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block with more on its first line than the language: what the test is to do with it."""

    language: str
    task: str
    text: str
    line: int


def blocks(document: Path) -> list[Block]:
    text = document.read_text(encoding="utf-8")
    return [
        Block(m[2], m[3], re.sub(f"^{m[1]}", "", m[4], flags=re.MULTILINE), text.count("\n", 0, m.start()) + 1)
        for m in _FENCE.finditer(text)
    ]


def commands(document: Path, task: str = "run") -> list[tuple[str, int]]:
    """The commands of the blocks with that task, each with the exit code that the block promises (``run=1``)."""
    wanted = [(b, *b.task.partition("=")[::2]) for b in blocks(document)]
    return [(line, int(code or 0)) for b, name, code in wanted if name == task for line in b.text.splitlines()]
