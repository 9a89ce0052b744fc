"""Many files as one: the length of a list (four bytes, little end first), that list as JSON, and the bytes.

The list is [[name, size], …].
"""

from __future__ import annotations

import json
from collections.abc import Mapping


def packed(files: Mapping[str, bytes]) -> bytes:
    """The files, like ones beside each other: that compresses best."""
    names = sorted(files, key=lambda name: (name.rpartition(".")[2], name))
    index = json.dumps([[name, len(files[name])] for name in names], ensure_ascii=False).encode()
    return len(index).to_bytes(4, "little") + index + b"".join(files[name] for name in names)


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files again."""
    at = 4 + int.from_bytes(data[:4], "little")
    found = {}
    for name, size in json.loads(data[4:at]):
        found[name] = data[at : at + size]
        at += size
    return found
