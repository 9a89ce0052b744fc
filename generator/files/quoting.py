"""Commands for hints, which can be pasted as they stand into bash, cmd and PowerShell."""

from __future__ import annotations

import os
import re

_PLAIN = re.compile(r"[\w./\\:+=-]+" if os.name == "nt" else r"[\w./:+=-]+")
"""Names that no shell takes apart (Chinese ones too); on Windows \\ divides folders, elsewhere a shell drops it."""
_ALIVE_IN_DOUBLE = re.compile(r'["$`!“”„]' if os.name == "nt" else r'["$`!“”„\\]')
"""What a shell still reads in double quotes; PowerShell takes the curly ones for the same."""


def command(*words: str) -> str:
    """``nianbao`` with these words, each quoted where a shell would take it apart."""
    return " ".join(("nianbao", *map(quoted, words)))


def quoted(word: str) -> str:
    """A word as a shell keeps it whole.

    Double quotes serve cmd, PowerShell and bash alike; where one of them would still read a character in between,
    single quotes serve bash and PowerShell, and cmd needs none for it.
    """
    if _PLAIN.fullmatch(word):
        return _plain(word)
    if not _ALIVE_IN_DOUBLE.search(word):
        return f'"{_plain(word)}"'
    return "'" + _plain(word).replace("'", "'\\''") + "'"


def _plain(word: str) -> str:
    """A file whose name begins with a hyphen is not an option."""
    return f"./{word}" if word.startswith("-") and word != "-" else word
