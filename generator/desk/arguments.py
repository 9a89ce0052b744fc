"""What a call is asked with and what it answers: plain JSON."""

from __future__ import annotations

from typing import Any

Arguments = dict[str, Any]
Answer = dict[str, Any]


def path_in(arguments: Arguments) -> str:
    """Where the file of the text lies, or would lie."""
    return str(arguments.get("path") or "年报.yaml")
