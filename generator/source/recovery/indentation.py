"""Slips of indentation: tabs, full-width and other odd spaces, keys that are not aligned."""

from __future__ import annotations

import re

from generator.source.recovery.cursor import Detector, Spot
from generator.source.recovery.diagnostic import Diagnostic
from generator.source.recovery.shapes import ODD_SPACE, Head, indent_of, is_blank, parse_head
from generator.source.recovery.source_map import Change

_ODD_INDENT = re.compile(rf"[ \t{ODD_SPACE}]*[\t{ODD_SPACE}][ \t{ODD_SPACE}]*")
_KINDS = (("\t", "制表符（Tab）"), ("\u3000", "全角空格"), ("\xa0", "不换行空格（从网页或 Word 粘贴来的）"))
_WIDTHS = {"\t": (2, 4, 8, 1, 0), "\u3000": (2, 1, 0), "\xa0": (1, 2, 0)}


def blank_with_odd_space(spot: Spot) -> Diagnostic | None:
    """A line that looks blank but holds full-width spaces or tabs, which YAML stumbles over."""
    text = spot.text
    if text.strip():
        return None
    what = "全角空格（或者不换行空格）" if text.strip(" \t") else "制表符（Tab）"
    message = f"这一行看似空行，其实有{what}，读不懂。"
    return spot.found(0, len(text), message, spot.change(0, len(text), ""), title="清空这一行")


def odd_indentation(spot: Spot) -> Diagnostic | None:
    """Tab, full-width space or NBSP at the start of an entry's line, reported once for a run of lines."""
    match = _ODD_INDENT.match(spot.text)
    if match is None or match.end() == len(spot.text):
        return None
    changes = _indents_of_run(spot, _widths(spot, match[0]))
    kind = next((name for char, name in _KINDS if char in match[0]), "看不见的字符")
    lines = f"（连同下面共 {len(changes)} 行）" if len(changes) > 1 else ""
    width = len(changes[0].text)
    message = f"行首的缩进里有{kind}{lines}，缩进只能用半角空格。"
    hint = (
        "" if len(changes) > 1 else f"应写成（前面 {width} 个半角空格）：\n{changes[0].text}{spot.text.lstrip()[:60]}"
    )
    return Diagnostic(
        spot.index, 0, match.end(), message, tuple(changes), "缩进改为半角空格", hint, indent_matters=True
    )


def _widths(spot: Spot, indent: str) -> dict[str, int]:
    """How many spaces each odd character stands for, so that the line falls in with those above."""
    wanted = set(spot.levels)
    if spot.awaiting:
        base = spot.levels[-1] if spot.levels else -2
        wanted = {_first_child(spot, base)}
    char = next(c for c in indent if c != " ")
    for width in _WIDTHS.get(char, (0, 1)):
        widths = {c: w[0] for c, w in _WIDTHS.items()} | {char: width}
        if _width(indent, widths) in wanted:
            return widths
    return {c: w[0] for c, w in _WIDTHS.items()}


def _first_child(spot: Spot, base: int) -> int:
    """The indent that the first entry below a key should have, by the lines that follow."""
    below = spot.next_line(spot.index)
    known = indent_of(spot.page[below]) if below is not None else 0
    if spot.text.rstrip().endswith((":", "|", ">")):
        known = (base + known) // 2
    return known if known > base else base + 2


def _width(indent: str, widths: dict[str, int]) -> int:
    return sum(1 if c == " " else widths.get(c, 0) for c in indent)


def _indents_of_run(spot: Spot, widths: dict[str, int]) -> list[Change]:
    changes = []
    for index in range(spot.index, len(spot.page)):
        text = spot.page[index]
        match = _ODD_INDENT.match(text)
        if match is None:
            if is_blank(text):
                continue
            break
        spaces = "" if match.end() == len(text) else " " * _width(match[0], widths)
        changes.append(Change(index, 0, match.end(), spaces))
    return changes


def orphans(spot: Spot, index: int, indent: int) -> int:
    """How many keys in a row stand at ``indent`` from line ``index`` on: with two or more, their parent may be lost."""
    return _siblings(spot, range(index, len(spot.page)), indent, indent - 1)


def without_parent(spot: Spot, head: Head) -> Diagnostic | None:
    """Several entries indented deeper than the entry above, which has a value of its own: their key is missing."""
    above = spot.levels[-1] if spot.levels else 0
    deeper = head.indent > above and (not spot.awaiting or not spot.levels)
    if not deeper or orphans(spot, spot.index, head.indent) < 2:
        return None
    if not spot.levels and first_entry_indented(spot) is None:
        return None
    message = f"从“{head.key}”起的几项缩进在里面，上面却没有它们所属的名称。"
    hint = "请在它们上面补上所属的名称（例如 总体情况:），单独一行；如果它们不属于别的名称，请去掉行首的空格。"
    return Diagnostic(spot.index, 0, head.colon, message, hint=hint)


def first_entry_indented(spot: Spot) -> Diagnostic | None:
    """The file's first entry starts with spaces and later ones do not."""
    head = spot.head
    if head is None or spot.levels or not head.indent:
        return None
    later = (spot.page[n] for n in range(spot.index + 1, min(len(spot.page), spot.index + 300)))
    if not any(text and parse_head(text, 0) and not text[0].isspace() for text in later):
        return None
    message = "这一行前面多了空格：最外层的名称要顶格写。"
    return spot.found(0, head.indent, message, spot.change(0, head.indent, ""), title="去掉行首空格")


def not_aligned(spot: Spot) -> Diagnostic | None:
    """A key that starts neither where the keys of its mapping do nor as the child of an empty one."""
    head = spot.head
    if head is None or not spot.levels or head.indent in spot.levels or head.indent < spot.levels[0]:
        return None
    deeper = head.indent > spot.levels[-1]
    if deeper and spot.awaiting:
        return None
    if not deeper and _is_odd_one(spot, head.indent):
        return _first_too_deep(spot, head.indent)
    level, sure = (spot.levels[-1], True) if deeper else _nearest(spot, head.indent)
    sibling = next((n for n in range(spot.index - 1, -1, -1) if _starts_at(spot.page[n], level)), None)
    beside = (
        f"第 {spot.page.lines[sibling].number} 行的“{_key(spot.page[sibling])}”"
        if sibling is not None
        else "同级的名称"
    )
    message = f"“{head.key}”的缩进是 {head.indent} 个空格，没有与{beside}对齐（{level} 个空格）。"
    change = spot.change(0, head.indent, " " * level)
    return Diagnostic(spot.index, 0, head.colon, message, (change,), "对齐缩进", indent_matters=True, mechanical=sure)


def _nearest(spot: Spot, indent: int) -> tuple[int, bool]:
    """The open level that a key was meant for, and whether that is sure."""
    lower = max((n for n in spot.levels if n < indent), default=spot.levels[0])
    upper = min((n for n in spot.levels if n > indent), default=spot.levels[-1])
    below = spot.next_line(spot.index)
    after = indent_of(spot.page[below]) if below is not None else -1
    if spot.text.rstrip().endswith((":", "|", ">")):
        return (lower, True) if after <= upper else (upper, True)
    if after in (lower, upper):
        return after, after == upper
    if indent - lower != upper - indent:
        return min((lower, upper), key=lambda n: abs(n - indent)), True
    return upper, False


def _is_odd_one(spot: Spot, indent: int) -> bool:
    """Only the first entry is deeper than this one, and further ones follow at this indentation."""
    if len(spot.levels) < 2 or not spot.levels[-2] < indent < spot.levels[-1]:
        return False
    above = _siblings(spot, range(spot.index - 1, -1, -1), spot.levels[-1], spot.levels[-2])
    below = _siblings(spot, range(spot.index, len(spot.page)), indent, indent - 1)
    return above == 1 and (below > 1 or (spot.levels[-1] % 2 == 1 and indent % 2 == 0))


def _siblings(spot: Spot, lines: range, level: int, outer: int) -> int:
    """How many keys stand at ``level`` before a line that is indented no deeper than ``outer``."""
    count = 0
    for index in lines[:500]:
        text = spot.page[index]
        if not is_blank(text) and indent_of(text) <= outer:
            break
        count += _starts_at(text, level)
    return count


def _first_too_deep(spot: Spot, indent: int) -> Diagnostic:
    level = spot.levels[-1]
    first = next(n for n in range(spot.index - 1, -1, -1) if _starts_at(spot.page[n], level))
    moved = [n for n in range(first, spot.index) if not is_blank(spot.page[n])]
    changes = tuple(Change(n, 0, min(level - indent, indent_of(spot.page[n])), "") for n in moved)
    message = f"“{_key(spot.page[first])}”的缩进是 {level} 个空格，比下面同级的名称（{indent} 个空格）深。"
    return Diagnostic(first, 0, level, message, changes, "对齐缩进", indent_matters=True)


def _starts_at(text: str, level: int) -> bool:
    return indent_of(text) == level and parse_head(text, level) is not None


def _key(text: str) -> str:
    head = parse_head(text, indent_of(text))
    return head.key if head else ""


LINE: tuple[Detector, ...] = (blank_with_odd_space, odd_indentation)
"""Looked for on every line where an entry may stand."""

LEVEL: tuple[Detector, ...] = (first_entry_indented, not_aligned)
"""Looked for on a line with a key."""
