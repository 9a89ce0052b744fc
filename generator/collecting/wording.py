"""Findings put for people who know neither codes nor commands: an agency's clerk reads them in a message."""

from __future__ import annotations

import re
from functools import cache

_COMMAND = r"nianbao|pip install|--[a-z]"
_SENTENCE = r"(?<=[。；！？\n])|(?<=，)(?=[^，。]*(?:nianbao|pip install|--[a-z]))"
_ASIDE = r"（[^（）]*(?:nianbao|pip install|--[a-z])[^（）]*）"
_CODE = r"[（(]?NB\d{3}[）)]?"
_FILE_OF_OURS = r"\s?YAML 文件"
_IN_PARENTHESES = r"（[^（）]*YAML[^（）]*）"


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def plainly(text: str) -> str:
    """The text without codes, without what only the program's user can do, and without names of formats of ours."""
    if text.isascii() or not _pattern(r"[A-Za-z]{2}").search(text):
        return text.strip()
    parts = _pattern(_SENTENCE).split(_pattern(_ASIDE).sub("", text))
    kept = "".join(part for part in parts if not _pattern(_COMMAND).search(part))
    kept = _pattern(_CODE).sub("", kept)
    kept = _pattern(_IN_PARENTHESES).sub("", kept)
    kept = _pattern(_FILE_OF_OURS).sub("年报文件", kept)
    kept = _pattern(r"\s?YAML\s?").sub("程序", kept)
    return kept.strip().rstrip("，；")
