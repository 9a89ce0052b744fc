"""A value written as one YAML scalar: plain where YAML reads it back as typed, else in quotes."""

from __future__ import annotations

import re

from generator.editing.edits.typed import RefusedError

_PLAIN = re.compile(r"[\w（《“〔/.+−－](?:[^\S\n\t]?[^\s:：#\[\]{}｛｝'\"&*!|｜>%@`\\])*")
"""What reads as itself anywhere in a line; the reader takes other marks for slips, so they go into quotes."""
_IN_BRACES = re.compile("[,，、;；]")
_NOTHING = {"", "~", "null", "Null", "NULL"}
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def written(value: str, *, in_braces: bool) -> str:
    """A value on one line. '' is written as nothing: not filled in yet. Raises RefusedError for control characters."""
    if not value:
        return ""
    if found := _UNPRINTABLE.search(value):
        raise RefusedError(f"里面有看不见的控制字符（U+{ord(found[0]):04X}），没有写进去", "请把它删去再填")
    if _is_plain(value, in_braces=in_braces):
        return value
    return double_quoted(value) if "\n" in value or "\t" in value else "'" + value.replace("'", "''") + "'"


def double_quoted(value: str) -> str:
    """A value in double quotes, line breaks as ``\\n``."""
    return '"' + "".join(_ESCAPES.get(char, char) for char in value) + '"'


def _is_plain(value: str, *, in_braces: bool) -> bool:
    if value in _NOTHING or value != value.strip() or not _PLAIN.fullmatch(value):
        return False
    return not (in_braces and _IN_BRACES.search(value))
