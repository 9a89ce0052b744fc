"""Slips in ``key: value`` itself: the colon full-width, missing, without its space; keys dressed up; stray lines."""

from __future__ import annotations

import re

from generator.source.recovery.cursor import Detector, Spot, heads_deeper_lines
from generator.source.recovery.diagnostic import Diagnostic
from generator.source.recovery.shapes import (
    ENTRY_LIKE,
    ODD_SPACE,
    WIDE_COLON,
    indent_of,
    is_data,
    is_name,
    is_sentence,
    surely_entry,
)

_WRONG_MARK = re.compile(
    r"(?P<name>[^\W\d_][^\s:：,，;；。=＝|{}\[\]]{0,29})\s*(?P<mark>[=＝;；,，、.。\-—~→]|——|:=|->)\s*(?P<rest>.*)"
)
_SPACED = re.compile(rf"(?P<name>[^\W\d_]\S{{0,29}})(?P<gap>[ \t{ODD_SPACE}]+)(?P<rest>\S.*)")
_JOINED = re.compile(r"(?P<name>[^\W\d_][^\s\d:：{\[｛|｜]{0,29})(?P<rest>(?:[0-9]+|[{\[｛|｜].*)\s*(?:#.*)?)")
_BOLD = re.compile(r"(\*\*|__|\*|`)(?P<name>[^*_`:：]+)(?P<inner>[:：]?)\1")
_CLOSER = re.compile(r"[\]})｝］】）]+[,，;；]?\s*(?:#.*)?")
_NOT_ENTRY = re.compile(r"[0-9]|https?:|ftp:|www\.", re.IGNORECASE)
_ADD_SPACE = "冒号后加空格"


def wide_colon(spot: Spot) -> Diagnostic | None:
    """``本年新收：0``: a full-width colon behind a key."""
    match = ENTRY_LIKE.match(spot.text, indent_of(spot.text))
    if match is None or match["colon"] not in WIDE_COLON or not _meant_as_entry(spot, match):
        return None
    end = _after_spaces(spot.text, match.end("colon"))
    message = f"“{match['name']}”后面的冒号是全角的“：”，要用半角冒号加一个空格。"
    change = spot.change(match.end("name"), end, ": " if end < len(spot.text) else ":")
    return spot.found(match.start("colon"), match.end("colon"), message, change, title="改为半角冒号加空格")


def no_space_after_colon(spot: Spot) -> Diagnostic | None:
    """``年度:2023``, also with a full-width space or NBSP behind the colon."""
    match = ENTRY_LIKE.match(spot.text, indent_of(spot.text))
    if match is None or match["colon"] != ":" or not match["rest"] or match["rest"][0] in " \t":
        return None
    if _NOT_ENTRY.match(match["name"] + ":") or match["rest"].startswith("//") or not _meant_as_entry(spot, match):
        return None
    end = _after_spaces(spot.text, match.end("colon"))
    odd = end > match.end("colon")
    what = "是全角空格（或不换行空格），要用半角空格" if odd else "少了一个空格"
    message = f"“{match['name']}”的冒号后面{what}。"
    change = spot.change(match.end("colon"), end, " ")
    return spot.found(match.start("colon"), max(end, match.end("colon")), message, change, title=_ADD_SPACE)


def _meant_as_entry(spot: Spot, match: re.Match[str]) -> bool:
    """Whether a line with a colon of some kind is an entry and no text: by its key, its value, or its place."""
    name, rest = match["name"], match["rest"].strip(" \t\u3000\xa0")
    if name in spot.keys or (rest and is_data(rest) and not is_sentence(name)):
        return True
    if not rest and heads_deeper_lines(spot, spot.index):
        return True
    if spot.before in ("text", "block") or not is_name(name, spot.keys):
        return False
    indent = indent_of(spot.text)
    return indent in spot.levels or not spot.levels


def _after_spaces(text: str, at: int) -> int:
    match = re.compile(rf"[ \t{ODD_SPACE}:{WIDE_COLON}]*").match(text, at)
    return match.end() if match else at


def other_mark(spot: Spot) -> Diagnostic | None:
    """``年度=2023``, ``本年新收；0``: another mark where the colon belongs."""
    match = _WRONG_MARK.match(spot.text, indent_of(spot.text))
    if match is None or match["name"] not in spot.keys or not match["rest"]:
        return None
    message = f"“{match['name']}”后面应当是半角冒号加空格，不是“{match['mark']}”。"
    change = spot.change(match.end("name"), match.start("rest"), ": ")
    return spot.found(match.start("mark"), match.end("mark"), message, change, title="改为半角冒号加空格")


def no_colon(spot: Spot) -> Diagnostic | None:
    """``年度 2023``, ``本年新收{自然人: 1}``, or a key alone: the colon is missing."""
    text, start = spot.text, indent_of(spot.text)
    alone = text[start:].split(" #")[0].rstrip()
    if alone in spot.keys or (_is_parent(spot, start) and is_name(alone, ()) and not is_sentence(alone)):
        end = start + len(alone)
        message = f"“{alone}”后面少了冒号。"
        return spot.found(start, end, message, spot.change(end, end, ":"), title="补上冒号")
    matches = (_SPACED.match(text, start), _JOINED.match(text, start))
    match = next((m for m in matches if m and _names_data(spot, m)), None)
    if match is None:
        return None
    message = f"“{match['name']}”后面少了冒号。"
    change = spot.change(match.end("name"), match.start("rest"), ": ")
    return spot.found(match.start("name"), match.end("name"), message, change, title="补上冒号和空格")


def _names_data(spot: Spot, match: re.Match[str]) -> bool:
    """A key of the form with anything behind it, or any name with data, where no text may stand."""
    if match["name"] in spot.keys:
        return True
    return spot.before not in ("text", "block") and is_name(match["name"], ()) and is_data(match["rest"])


def _is_parent(spot: Spot, indent: int) -> bool:
    """Whether deeper lines follow that look like entries."""
    below = spot.next_line(spot.index)
    if below is None or indent_of(spot.page[below]) <= indent:
        return False
    return ENTRY_LIKE.match(spot.page[below].lstrip()) is not None


def dressed_key(spot: Spot) -> Diagnostic | None:
    """``**自然人**: 1``, ``“自然人”: 1``: Markdown or quotation marks around a key."""
    start = indent_of(spot.text)
    match = _BOLD.match(spot.text, start) or re.compile(
        r"[“‘「『](?P<name>[^”’」』]{1,30})(?P<inner>)[”’」』](?=\s*[:：])"
    ).match(spot.text, start)
    if match is None or not (match["inner"] or re.match(r"\s*[:：]", spot.text[match.end() :])):
        return None
    message = f"名称“{match['name']}”两边不要加符号。"
    change = spot.change(start, match.end(), match["name"] + match["inner"])
    return spot.found(start, match.end(), message, change, title="去掉名称两边的符号")


def lone_closer(spot: Spot) -> Diagnostic | None:
    """A line that is only a closing bracket with nothing open."""
    start = indent_of(spot.text)
    match = _CLOSER.fullmatch(spot.text, start)
    if match is None:
        return None
    message = "多了右括号：前面没有与它成对的左括号。"
    return spot.found(start, len(spot.text), message, spot.change(0, len(spot.text), ""), title="删去多余的括号")


def doubled_colon(spot: Spot) -> Diagnostic | None:
    """``年度:: 2023``."""
    head = spot.head
    if head is None or not head.key.endswith((":", "：")) or head.key[:-1].rstrip(":：") == "":
        return None
    name = head.key.rstrip(":：")
    start = head.key_start + len(name)
    message = f"“{name}”后面多写了冒号。"
    return spot.found(start, head.colon + 1, message, spot.change(start, head.colon, ""), title="只留一个冒号")


def odd_space_in_key(spot: Spot) -> Diagnostic | None:
    """``年度　: 2023``: a full-width space or invisible character at an edge of a key."""
    head = spot.head
    if head is None or spot.text[head.key_start] in "\"'":
        return None
    core = head.key.strip("\u3000\xa0\u200b\u2060\ufeff \t")
    if core == head.key or not core:
        return None
    start = head.key_start + head.key.index(core)
    message = f"名称“{core}”前后有全角空格或者看不见的字符。"
    changes = (
        spot.change(head.key_start, start, ""),
        spot.change(start + len(core), head.colon, ""),
    )
    return spot.found(head.key_start, head.colon, message, *changes, title="去掉多余的空格")


def dash_before_key(spot: Spot) -> Diagnostic | None:
    """``- 自然人: 16``: a list of entries, which the form has nowhere."""
    text = spot.text
    start = indent_of(text)
    if not text.startswith("- ", start):
        return None
    at = start + 2 + indent_of(text[start + 2 :])
    entry = surely_entry(text[at:], spot.keys)
    if entry is None or (spot.before in ("text", "block") and entry["name"] not in spot.keys):
        return None
    message = "名称前面不要加短横线“-”。"
    return Diagnostic(
        spot.index, start, start + 1, message, (spot.change(start, start + 1, " "),), "去掉短横线", indent_matters=True
    )


def no_name(spot: Spot) -> Diagnostic | None:
    """``: 0``: a colon with no name before it."""
    start = indent_of(spot.text)
    if re.match(r"[:：](?:\s|$)", spot.text[start:]) is None:
        return None
    message = "冒号前面少了名称。"
    return spot.found(
        start, start + 1, message, spot.change(start, start, "# "), hint="请在冒号前写上名称，例如 行政许可: 0。"
    )


STRAY: tuple[Detector, ...] = (
    no_name, dash_before_key, dressed_key, wide_colon, no_space_after_colon, other_mark, no_colon, lone_closer,
)  # fmt: skip
"""Looked for on a line that should be an entry and is none."""

BELOW: tuple[Detector, ...] = (dash_before_key, dressed_key, wide_colon, no_space_after_colon, other_mark)
"""Looked for on the line below a key without a value, which may be text."""

HEAD: tuple[Detector, ...] = (no_name, dressed_key, doubled_colon, odd_space_in_key)
"""Looked for on a line with a key."""
