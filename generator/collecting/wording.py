"""Findings put for people who know neither codes nor commands: an agency's clerk reads them in a message."""

from __future__ import annotations

import re
from functools import cache

_COMMAND = r"nianbao|pip install|--[a-z]"
_OF_COMMANDS = rf"（[^（）]*(?:{_COMMAND})[^（）]*）"
_CLAUSE = rf"(?<=[。；！？\n])|(?<=，)(?=[^，。；]*(?:{_COMMAND}))"
_CODE = r"[（(]?NB\d{3}[）)]?"
_OF_YAML = r"（[^（）]*YAML[^（）]*）"

_ONLY_IN_YAML = r"\{\{|“曾用名”|由程序计算"
"""What can only be done in YAML: an expression, a key of its own."""
_OF_ONLY_IN_YAML = rf"（[^（）]*(?:{_ONLY_IN_YAML})[^（）]*）"
_AS_WELL = r"，(?:或者写|从表中取)[^，。；]*\{\{[^，。；]*"
"""A further way of doing it."""
_FROM_TABLE = r"改写成 ?\{\{[^{}]*\}\}，以后随表变化"
_ROW = r"\{([^{}]*)\}"


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def plainly(text: str, *, published: bool = False) -> str:
    """The text without codes and without what only the user of the program can do.

    ``published``: the report is no YAML; what is said of YAML alone is left out, and a row is written as people write.
    """
    text = _without(text, _OF_COMMANDS, _COMMAND, _CLAUSE)
    text = _pattern(_CODE).sub("", text)
    if published:
        text = _pattern(_FROM_TABLE).sub("改得与表一致", _pattern(_AS_WELL).sub("", text))
        text = _without(text, _OF_ONLY_IN_YAML, _ONLY_IN_YAML, r"(?<=[。；！？\n])")
        text = _pattern(_ROW).sub(lambda row: row[1].replace(": ", " ").replace(", ", "、"), text)
    text = _pattern(_OF_YAML).sub("", text)
    text = _pattern(r"\s?YAML 文件").sub("年报文件", text)
    text = _pattern(r"\s?YAML\s?").sub("程序", text)
    return text.strip().rstrip("，；")


def _without(text: str, brackets: str, words: str, clause: str) -> str:
    """The text without brackets and whole clauses in which the words stand."""
    if not _pattern(words).search(text):
        return text
    parts = _pattern(clause).split(_pattern(brackets).sub("", text))
    return "".join(part for part in parts if not _pattern(words).search(part))
