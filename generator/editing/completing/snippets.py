"""The form's snippets (:mod:`generator.form.snippets`) as YAML text: ``$1`` … are the places to be filled in."""

from __future__ import annotations

from typing import Any

from generator.form.model import Item, Kind
from generator.source import row_writing

STEP = "  "
_ON_LINES = frozenset({Kind.GROUP, Kind.TABLE, Kind.NARRATIVE})


def in_braces(body: Any) -> str:
    """On one line: ``{自然人: $1, 商业企业: $2}``."""
    if not isinstance(body, dict):
        return str(body)
    return row_writing.in_braces((key, in_braces(value)) for key, value in body.items())


def as_value(body: Any, item: Item, indent: str) -> str:
    """What follows ``key:``, the space or line break included. A row is put on one line, what holds rows on several."""
    if isinstance(body, dict) and item.kind in _ON_LINES:
        return "\n" + as_lines(body, item, indent + STEP)
    if item.kind is Kind.TOPIC:
        return f" |\n{indent}{STEP}{body}"
    return f" {in_braces(body)}"


def as_lines(body: dict[str, Any], item: Item, indent: str) -> str:
    """The entries of ``item`` on lines of their own."""
    return "\n".join(f"{indent}{key}:{as_value(value, item.by_key[key], indent)}" for key, value in body.items())
