"""What things look like: names, figures, entries, odd spaces. Nothing here knows the form."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

ODD_SPACE = "\u3000\xa0\u1680\u2000-\u200b\u202f\u205f\u2060\ufeff"
"""Spaces (and invisible characters) that YAML does not count as spaces, for a character class."""

_NAME = r"[^\W\d_][^\s:：,，;；。！？!?|{}\[\]｛｝#\"“”=]{0,29}"
NAME = re.compile(_NAME)
"""Something that could be a key: a word without sentence punctuation."""

WIDE_COLON = "：﹕∶︰"
ENTRY_LIKE = re.compile(rf"(?P<name>{_NAME}?)[ \t{ODD_SPACE}]*(?P<colon>[:{WIDE_COLON}])(?P<rest>.*)")
_DATA = re.compile(
    rf"[\s{ODD_SPACE}]*(?:[0-9０-９][0-9０-９.,，_]*\s*[件个元万亿%年度]*|[{{\[｛［【|｜>].*|无|没有|[-—/])?[\s，,;；。、]*(?:#.*)?"
)
_COLON = re.compile(r":(?=[ \t]|$)")
_COMMENT = re.compile(r"(?:^|[ \t])#")
_SPECIAL = frozenset("[]{},#&*!|>'\"%@`")
_QUOTED_KEY = re.compile(r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')[ \t]*:(?=[ \t]|$)")
_SENTENCE = re.compile(r"[，。；！？]")


class Head(NamedTuple):
    """The ``key:`` at the start of a line: columns (0-based) of key, colon, and value (end of line if none)."""

    indent: int
    key: str
    key_start: int
    colon: int
    value: int


def indent_of(text: str) -> int:
    """How many ASCII spaces a line starts with."""
    return len(text) - len(text.lstrip(" "))


def is_blank(text: str) -> bool:
    """Nothing but spaces and tabs."""
    return not text.strip(" \t")


def is_comment(text: str) -> bool:
    """A line that is a comment."""
    return text.lstrip(" \t").startswith("#")


def parse_head(text: str, at: int) -> Head | None:
    """The key that starts at column ``at``, if YAML reads one there."""
    quoted = _QUOTED_KEY.match(text, at)
    if quoted:
        return Head(at, quoted[1][1:-1], at, quoted.end() - 1, skip_spaces(text, quoted.end()))
    if at >= len(text) or text[at] in _SPECIAL or text.startswith(("- ", "? "), at):
        return None
    colon = _COLON.search(text, at)
    if colon is None:
        return None
    comment = _COMMENT.search(text, at)
    if comment and comment.start() < colon.start():
        return None
    key = text[at : colon.start()].rstrip(" \t")
    return Head(at, key, at, colon.start(), skip_spaces(text, colon.end()))


def skip_spaces(text: str, at: int) -> int:
    """The next column that is no space or tab."""
    while at < len(text) and text[at] in " \t":
        at += 1
    return at


def content_end(text: str, at: int = 0) -> int:
    """The column where the content of a line ends: before a comment and the spaces around it."""
    comment = _COMMENT.search(text, at)
    return len(text[: comment.start()].rstrip() if comment else text.rstrip())


def is_data(text: str) -> bool:
    """What may stand behind a key and is surely no sentence: nothing, a figure, a bracket, ``|``."""
    return _DATA.fullmatch(text[:200]) is not None


def is_name(text: str, keys: Collection[str]) -> bool:
    """Whether a text can be meant as a key."""
    return text in keys or NAME.fullmatch(text) is not None


def is_sentence(text: str) -> bool:
    """Text with the punctuation of a sentence, or long."""
    return len(text) > 40 or _SENTENCE.search(text) is not None


_DOUBLED = re.compile(r"(?P<open>\{\{+)(?P<inner>[^{}]*[:：][^{}]*)(?P<close>\}\}+)")
DOUBLED_MESSAGE = "花括号写重了：各项的数写在一对 { } 里。"
DOUBLED_TITLE = "去掉多余的花括号"


class Doubled(NamedTuple):
    """``{{自然人: 3}}``: a row whose braces were typed twice, from ``start`` to ``end``; ``braces`` on each side."""

    start: int
    end: int
    braces: int
    inner: str


def doubled_braces(text: str, at: int, keys: Collection[str]) -> Doubled | None:
    """The row in doubled braces at ``at``; no expression has a colon in it."""
    match = _DOUBLED.match(text, at)
    if match is None or len(match["close"]) < (count := len(match["open"])):
        return None
    first = surely_entry(first_cell(match["inner"]), keys)
    if first is None or not is_data(first["rest"].strip()):
        return None
    end = match.start("close") + count
    return Doubled(at, end, count, match["inner"]) if re.match(r"\s*(?:[,}#]|$)", text[end:]) else None


def first_cell(inner: str) -> str:
    """What stands before the first comma."""
    return re.split("[,，、]", inner, maxsplit=1)[0].strip()


def surely_entry(text: str, keys: Collection[str]) -> re.Match[str] | None:
    """A text that can only be meant as ``key: value``: a known key, or any name with data behind it."""
    match = ENTRY_LIKE.match(text)
    if match is None:
        return None
    rest = match["rest"].strip(" \t\u3000\xa0")
    return match if match["name"] in keys or (rest and is_data(rest) and not is_sentence(match["name"])) else None
