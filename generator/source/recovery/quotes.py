"""Slips in quoted text: the closing quote missing, text behind it, backslashes that YAML does not know."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.source.escapes import is_escape
from generator.source.recovery.cursor import Spot
from generator.source.recovery.diagnostic import Diagnostic
from generator.source.recovery.shapes import indent_of, is_blank, parse_head, surely_entry

_MAX_LINES = 500
_REST = re.compile(r"[ \t]*(?:[ \t]#.*)?")


class Close(NamedTuple):
    """Where quoted text ends: line, and the column behind its closing quote."""

    line: int
    column: int


def find_close(spot: Spot, at: int) -> Close | None:
    """The end of the quoted text that starts at column ``at``; None when it has none before the next entry."""
    quote = spot.text[at]
    start = at + 1
    for index in range(spot.index, min(len(spot.page), spot.index + _MAX_LINES)):
        text = spot.page[index]
        if index > spot.index and _is_next_entry(text, spot):
            return None
        column = _close_on_line(text, start, quote)
        if column is not None:
            return Close(index, column)
        start = 0
    return None


def _is_next_entry(text: str, spot: Spot) -> bool:
    indent = indent_of(text)
    if indent > spot.parent or is_blank(text):
        return False
    return parse_head(text, indent) is not None or surely_entry(text[indent:], spot.keys) is not None


def _close_on_line(text: str, start: int, quote: str) -> int | None:
    at = start
    while at < len(text):
        if quote == '"' and text[at] == "\\":
            at += 2
        elif text[at] != quote:
            at += 1
        elif quote == "'" and text.startswith("''", at):
            at += 2
        else:
            return at + 1
    return None


def not_closed(spot: Spot, at: int) -> Diagnostic:
    """The closing quote is missing: put it at the end of the last line before the next entry."""
    quote = spot.text[at]
    last = spot.index
    while last + 1 < len(spot.page) and _goes_on(spot.page[last + 1], spot):
        last += 1
    end = len(spot.page[last].rstrip())
    message = f"引号 {quote} 没有成对：这里开了引号，后面没有关上。"
    return spot.found(at, at + 1, message, spot.change(end, end, quote, last), title="补上引号")


def _goes_on(text: str, spot: Spot) -> bool:
    """A continuation line: indented deeper than the key."""
    return not is_blank(text) and indent_of(text) > spot.parent and parse_head(text, indent_of(text)) is None


def bad_escape(spot: Spot, at: int, close: Close) -> Diagnostic | None:
    r"""``"C:\Users"``: a backslash that YAML does not know, so the text belongs in single quotes."""
    if spot.text[at] != '"' or close.line != spot.index:
        return None
    inner = spot.text[at + 1 : close.column - 1]
    for match in re.finditer(r"\\.", inner):
        if not is_escape(inner, match.start()):
            column = at + 1 + match.start()
            message = f"双引号里的反斜杠“{match[0]}”YAML 读不懂：换成单引号，反斜杠就照原样读。"
            text = "'" + inner.replace('\\"', '"').replace("'", "''") + "'"
            return spot.found(column, column + 2, message, spot.change(at, close.column, text), title="换成单引号")
    return None


def text_behind(spot: Spot, at: int, close: Close) -> Diagnostic | None:
    """``标题: "温县"年报``: text behind the closing quote."""
    text = spot.page[close.line]
    if _REST.fullmatch(text, close.column):
        return None
    end = len(text.rstrip(" \t"))
    rest = text[close.column : end]
    if rest.strip(" \t　，,。;；、") == "":
        mark = rest.strip()
        message = f"引号后面多了“{mark}”。" if mark else "引号后面有全角空格（或者不换行空格）。"
        change = spot.change(close.column, end, "", close.line)
        return Diagnostic(close.line, close.column, end, message, (change,), "删去引号后面的符号")
    message = "关上的引号后面还有文字：要么整段都放进引号，要么都不加引号。"
    if close.line != spot.index:
        return Diagnostic(close.line, close.column, end, message, hint="请把整段文字放进 | 下面，另起一行、缩进写。")
    whole = "'" + text[at:end].replace("'", "''") + "'"
    return spot.found(close.column, end, message, spot.change(at, end, whole), title="整段放进单引号")
