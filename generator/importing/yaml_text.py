"""Lines of the YAML file: keys, literal blocks, and comments that say what is doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PLAIN = re.compile(r"[\u4e00-\u9fff〇A-Za-z（][\u4e00-\u9fff〇A-Za-z0-9（）()·—\-《》“”、]*")
_SENTENCE = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff（）《》“”、，]*[。：]?")
_RESERVED = re.compile(r"(?i:y|n|yes|no|on|off|true|false|null)")
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff\u2028\u2029]")
_MARKS = re.compile("[\u200e\u200f\u061c]")
"""Pages are full of these direction marks. They turn no figure round; those that do stay, and are found (NB008)."""
_INDENT = "  "


def clean(text: str) -> str:
    """Text without what no YAML file may hold; line breaks of any kind become blanks."""
    return _MARKS.sub("", _ODD.sub(" ", text.replace("\n", " "))).strip()


def scalar(text: str) -> str:
    """A short text on one line, in quotes where YAML needs them."""
    return key(text) if not _SENTENCE.fullmatch(clean(text)) else clean(text)


def key(text: str) -> str:
    """A key, in quotes where YAML needs them."""
    text = clean(text)
    if not text:
        return "''"
    if _PLAIN.fullmatch(text) and not _RESERVED.fullmatch(text):
        return text
    return "'" + text.replace("'", "''") + "'"


def literal(key: str, lines: Iterable[str], depth: int) -> list[str]:
    """``key: |`` with a line of text each; '' for no text at all."""
    texts = [text for line in lines if (text := clean(line))]
    start = f"{_INDENT * depth}{key}:"
    if not texts:
        return [f"{start} ''"]
    return [f"{start} |", *(f"{_INDENT * (depth + 1)}{text}" for text in texts)]


def comments(messages: Iterable[str], depth: int) -> list[str]:
    """Comment lines of their own."""
    return [f"{_INDENT * depth}# {clean(message)}" for message in messages]
