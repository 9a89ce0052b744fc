"""Lines that are no YAML at all: Markdown and Word leftovers, stray dashes, text that belongs to nothing."""

from __future__ import annotations

import re

from generator.source.recovery.cursor import Detector, Spot
from generator.source.recovery.diagnostic import Diagnostic
from generator.source.recovery.shapes import indent_of

_FENCE = re.compile(r"\s*(```|~~~)")
_RULE = re.compile(r"\s*([=_*]{3,}|[—─－]{2,}|-{4,})\s*$")
_BULLET = re.compile(
    r"\s*([•·●◆■▪○*+]|-|[0-9]+[.、．)]|[（(][一二三四五六七八九十0-9]+[）)]|[一二三四五六七八九十]+、)\s*"
)


def fence(spot: Spot) -> Diagnostic | None:
    """A line of ``` left over from Markdown or a chat."""
    if _FENCE.match(spot.text) is None:
        return None
    return _drop(spot, "这一行是代码块的记号（```），不属于报告。", "删去这一行")


def ruler(spot: Spot) -> Diagnostic | None:
    """A line of dashes or equals signs as decoration."""
    if _RULE.match(spot.text) is None:
        return None
    return _drop(spot, "这一行是分隔线，YAML 读不懂；要分隔请在行首加 #。", "删去这一行")


def pasted_table(spot: Spot) -> Diagnostic | None:
    """A row of a Markdown table or of cells pasted from Word."""
    text = spot.text.strip()
    if not (text.startswith("|") and text.count("|") > 1) and text.count("\t") < 2:
        return None
    hint = "请把表里的数填到对应的名称后面，例如 本年新收: {自然人: 16, 商业企业: 2}。"
    return _comment_out(spot, "这一行是粘贴来的表格，不能直接读。", hint)


def listed_text(spot: Spot) -> Diagnostic | None:
    """A line with a bullet or number where an entry belongs."""
    match = _BULLET.match(spot.text)
    if match is None or not spot.text[match.end() :].strip():
        return None
    message = f"这一行以“{match[1]}”开头，不是“名称: 内容”。"
    hint = "如果是文字，请放在上面某个名称的 | 下面，缩进写；如果是一项内容，请写成“名称: 内容”，前面不编号。"
    return _comment_out(spot, message, hint)


def unknown_line(spot: Spot) -> Diagnostic | None:
    """Anything else where an entry belongs."""
    text = spot.text.strip()
    shown = text if len(text) <= 20 else text[:20] + "…"
    message = f"这一行“{shown}”不是“名称: 内容”，读不懂。"
    hint = "如果是文字，请放在上面某个名称的 | 下面，每行前面加空格；如果是一项内容，请在名称后加半角冒号和空格。"
    return _comment_out(spot, message, hint)


def _drop(spot: Spot, message: str, title: str) -> Diagnostic:
    end = len(spot.text)
    hint = "请删去这一行。"
    return spot.found(indent_of(spot.text), end, message, spot.change(0, end, ""), title=title, hint=hint)


def _comment_out(spot: Spot, message: str, hint: str) -> Diagnostic:
    start = indent_of(spot.text)
    change = spot.change(start, start, "# ")
    return spot.found(start, len(spot.text.rstrip()), message, change, hint=hint)


LEFTOVERS: tuple[Detector, ...] = (fence, ruler, pasted_table, listed_text, unknown_line)
"""Looked for last on a line that should be an entry; the last one always finds something."""
