"""Calls as a carrier brings them."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

from generator.desk.calls import call


def asked(name: str, /, **arguments: Any) -> dict[str, Any]:
    """A call whose arguments and answer go through JSON."""
    answer: dict[str, Any] = json.loads(json.dumps(call(name, json.loads(json.dumps(arguments)))))
    return answer


def encoded(content: Path | bytes) -> str:
    """A file as it is brought."""
    return b64encode(content.read_bytes() if isinstance(content, Path) else content).decode()


def content_of(answer: dict[str, Any]) -> bytes:
    """The file that a call answers with."""
    assert "refused" not in answer, answer
    return b64decode(answer["data"])
