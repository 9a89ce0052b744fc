"""Calls as a carrier brings them."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

from generator.desk.calls import call

COMMAND = re.compile(r"nianbao [a-z]|(?<![-!<])--[a-z]|（-o）")
"""Words of the command line: nothing that a call says may have them."""
_CONTENTS = {"text", "html", "data", "answers", "lines", "values", "entries"}
"""What comes out of files: it is nothing that a call says."""


def asked(name: str, /, **arguments: Any) -> dict[str, Any]:
    """A call whose arguments and answer go through JSON."""
    answer: dict[str, Any] = json.loads(json.dumps(call(name, json.loads(json.dumps(arguments)))))
    said = json.dumps({key: value for key, value in answer.items() if key not in _CONTENTS}, ensure_ascii=False)
    assert not COMMAND.search(said), said
    return answer


def encoded(content: Path | bytes) -> str:
    """A file as it is brought."""
    return b64encode(content.read_bytes() if isinstance(content, Path) else content).decode()


def content_of(answer: dict[str, Any]) -> bytes:
    """The file that a call answers with."""
    assert "refused" not in answer, answer
    return b64decode(answer["data"])
