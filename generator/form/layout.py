"""Lines of YAML whose comments stand under one another, and names that YAML reads back as typed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from generator.han.width import columns

_INDENT = 2
_GAP = 2
_WIDE_SPACE = "\u3000"


@dataclass(frozen=True, slots=True)
class LaidOutLine:
    """``key: value  # note`` at a depth."""

    depth: int
    key: str
    value: str = ""
    note: str = ""

    @property
    def text(self) -> str:
        """The line without its note."""
        return f"{' ' * (self.depth * _INDENT)}{self.key}: {self.value}".rstrip()


def aligned(lines: list[LaidOutLine]) -> list[str]:
    """The lines with their notes in one column."""
    edge = max((columns(line.text) for line in lines if line.note), default=0) + _GAP
    return [
        f"{line.text}{' ' * (edge - columns(line.text))}# {line.note}" if line.note else line.text for line in lines
    ]


MODELINE = "# yaml-language-server: $schema="
"""How the first line of a file begins that tells editors which schema it follows; they end its path at a space."""
_MODELINE_SAYS = "（编辑器照它给出填写提示，请保留）"


def modeline(schema_path: str) -> str:
    """The first line of a report's file: where its schema lies, and what the line is for."""
    return f"{MODELINE}{schema_path} {_MODELINE_SAYS}"


def comment(text: str, depth: int) -> str:
    """A comment on a line of its own; what would end it becomes a space, what no file may hold is left out."""
    clean = "".join(" " if c.isspace() and c != _WIDE_SPACE else c for c in text if c.isspace() or _may_stand(c))
    return f"{' ' * (depth * _INDENT)}# {clean}".rstrip()


def quoted(name: str) -> str:
    """A name as YAML on one line, in quotes where it needs them; '' for none.

    Line breaks and runs of spaces become one space, characters that no file may hold are dropped.
    """
    clean = " ".join("".join(c for c in name if c.isspace() or _may_stand(c)).split())
    return clean if not clean or _is_plain(clean) else "'" + clean.replace("'", "''") + "'"


def _may_stand(character: str) -> bool:
    category = unicodedata.category(character)
    return category == "Co" or not category.startswith("C")


def _is_plain(name: str) -> bool:
    """Han characters and what usually stands beside them; anything else is safer in quotes."""
    body = all(c.isalnum() or c in "（）()·、—-《》" for c in name)
    return body and name[0].isalpha() and any(ord(c) > 0x2E7F for c in name)
