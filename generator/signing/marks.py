"""Which file is a 定稿, told from its first characters, and what it is called."""

from __future__ import annotations

import os

KIND = "定稿"
ENDING = f".{KIND}.json"
HEAD = {"program": "nianbao", "kind": KIND}
"""What tells such a file from any other JSON."""
_FIRST = 400
"""Bytes within which the head stands; it is some 40."""


def record_beside(path: str) -> str:
    """Where the 定稿 of a YAML file is kept: ``X.yaml`` → ``X.定稿.json``."""
    return f"{os.path.splitext(path)[0]}{ENDING}"


def is_record(data: bytes) -> bool:
    """Whether a file says that it is one of these."""
    start = data[:_FIRST].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and f'"{KIND}"'.encode() in start and b'"kind"' in start
