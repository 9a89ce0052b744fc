"""Slips at the start of a value and in plain text: what YAML takes for a sign of its own."""

from __future__ import annotations

import re

from generator.source.recovery.cursor import Detector, Spot, under_bar
from generator.source.recovery.diagnostic import Diagnostic
from generator.source.recovery.shapes import (
    DOUBLED_MESSAGE,
    DOUBLED_TITLE,
    ENTRY_LIKE,
    NAME,
    ODD_SPACE,
    content_end,
    doubled_braces,
    first_cell,
    is_data,
    is_sentence,
    surely_entry,
)

_BAR_WITH_TEXT = re.compile(r"(?P<sign>[|>][-+0-9]{0,2})[ \t]*(?P<text>[^\s#].*)")
_WIDE_BAR = re.compile(r"[｜〉＞丨│](?P<rest>[-+0-9]?\s*(?:#.*)?)")
_OPEN = "写上内容；还没有的，冒号后面先空着。"
_WIDE_OPEN = "｛［【"
_WIDE = {
    "｛": "{",
    "｝": "}",
    "［": "[",
    "］": "]",
    "【": "[",
    "】": "]",
    "：": ": ",
    "，": ", ",
    "、": ", ",
    "；": ", ",
}
_ROUND = re.compile(r"[（(](?P<inner>[^（）()]*)[）)]\s*(?:#.*)?")
_STARTS = {
    "*": "“*”在 YAML 里是引用的记号",
    "&": "“&”在 YAML 里是记号",
    "%": "“%”在 YAML 里是指令的记号",
    "@": "“@”在 YAML 里是保留的记号",
    "`": "“`”在 YAML 里是保留的记号",
    "!": "“!”在 YAML 里是类型的记号",
    ",": "逗号不能在开头",
    "]": "右括号不能在开头",
    "}": "右括号不能在开头",
}
_COLON_INSIDE = re.compile(r":(?=[ \t]|$)")
_SECOND_ENTRY = re.compile(
    r"(?P<value>[0-9０-９.]+|\{[^{}]*\})(?P<gap>[ \t　\xa0]*[,，;；、。]?[ \t　\xa0]*)(?=[^\W\d_])"
)


def text_after_bar(spot: Spot) -> Diagnostic | None:
    """``引言: | 根据…``: text on the line of ``|``."""
    match = _BAR_WITH_TEXT.match(spot.text, spot.value)
    if match is None:
        return None
    indent = " " * spot.child_indent()
    message = f"“{match['sign'][0]}”后面不能接着写文字，文字要另起一行、缩进写在下面。"
    change = spot.change(match.end("sign"), match.start("text"), f"\n{indent}")
    return Diagnostic(
        spot.index,
        match.start("text"),
        len(spot.text.rstrip()),
        message,
        (change,),
        "文字另起一行",
        indent_matters=True,
    )


def space_after_bar(spot: Spot) -> Diagnostic | None:
    """``引言: |　``: a full-width space behind the bar."""
    match = re.compile(rf"[|>][-+0-9]{{0,2}}(?P<odd>[ \t]*[{ODD_SPACE}][ \t{ODD_SPACE}]*)$").match(
        spot.text, spot.value
    )
    if match is None:
        return None
    start, end = match.span("odd")
    message = f"“{spot.text[spot.value]}”后面有全角空格（或者不换行空格）。"
    return spot.found(start, end, message, spot.change(start, end, ""), title="删去全角空格")


def wide_bar(spot: Spot) -> Diagnostic | None:
    """``引言: ｜``: a full-width bar."""
    match = _WIDE_BAR.fullmatch(spot.text, spot.value)
    if match is None:
        return None
    at = spot.value
    sign = "|" if spot.text[at] in "｜丨│" else ">"
    message = f"“{spot.text[at]}”是全角的，要用半角的“{sign}”。"
    return spot.found(at, at + 1, message, spot.change(at, at + 1, sign), title=f"改为半角的“{sign}”")


def wide_braces(spot: Spot) -> Diagnostic | None:
    """``本年新收: ｛自然人：16｝``: full-width brackets round cells."""
    text, at = spot.text, spot.value
    end = content_end(text, at)
    value = text[at:end]
    if value[:1] not in _WIDE_OPEN or value.startswith("｛｛"):
        return None
    has_entries = ENTRY_LIKE.search(value) is not None
    if not re.search("[｝］】})\\]）]$", value) and not has_entries:
        return None
    if not has_entries and not spot.may_be_0 and spot.parent:
        return None  # 主动公开: 【待补充】 is text
    changes = [spot.change(n, n + 1, _half(text, n)) for n in range(at, end) if text[n] in _WIDE]
    if ENTRY_LIKE.match(value[1:].strip()):
        changes = [c._replace(text={"[": "{", "]": "}"}.get(c.text, c.text)) for c in changes]
    message = "括号和里面的标点是全角的，要用半角的 { } : ,。"
    return Diagnostic(spot.index, at, end, message, tuple(changes), "改为半角的括号和标点")


def _half(text: str, at: int) -> str:
    half = _WIDE[text[at]]
    return half.rstrip() if text[at + 1 : at + 2] in {" ", ""} else half


def round_brackets(spot: Spot) -> Diagnostic | None:
    """``本年新收: （自然人：16）``: round brackets where braces belong."""
    match = _ROUND.fullmatch(spot.text, spot.value)
    if match is None:
        return None
    inner = surely_entry(first_cell(match["inner"]), spot.keys)
    if inner is None or inner["name"] not in spot.keys:
        return None
    at, end = spot.value, match.end("inner")
    changes = [spot.change(at, at + 1, "{"), spot.change(end, end + 1, "}")]
    changes += [spot.change(n, n + 1, _half(spot.text, n)) for n in range(at + 1, end) if spot.text[n] in "：，、；"]
    message = "各项的数要写在花括号 { } 里，不是圆括号。"
    return Diagnostic(spot.index, at, end + 1, message, tuple(changes), "改为花括号")


def expression_first(spot: Spot) -> Diagnostic | None:
    """``{{ 本年新收 }}件…``: text that starts with an expression."""
    if not spot.text.startswith("{{", spot.value):
        return None
    return _row_in_doubled(spot) or under_bar(
        spot, "文字以“{{”开头，YAML 会当成括号：要在冒号后写 |，文字另起一行、缩进写在下面。"
    )


def _row_in_doubled(spot: Spot) -> Diagnostic | None:
    row = doubled_braces(spot.text, spot.value, spot.keys)
    if row is None:
        return None
    left, right = spot.change(row.start, row.start + row.braces, "{"), spot.change(row.end - row.braces, row.end, "}")
    return Diagnostic(spot.index, row.start, row.end, DOUBLED_MESSAGE, (left, right), DOUBLED_TITLE)


def sign_first(spot: Spot) -> Diagnostic | None:
    """Text that starts with ``* & % @ ! ` , ] }``."""
    value = spot.text[spot.value :]
    why = _STARTS.get(value[:1])
    if (
        why is None
        or re.fullmatch(r"[*&!][A-Za-z0-9_-]*(?:\s*#.*)?", value)
        or re.match(r"[&!][A-Za-z0-9_!:,./-]+\s", value)
    ):
        return None
    return under_bar(spot, f"文字以“{value[0]}”开头，{why}：要在冒号后写 |，文字另起一行、缩进写在下面。")


def dash_first(spot: Spot) -> Diagnostic | None:
    """``主动公开: - 一是…``, ``? 什么``: text that starts with a dash or question mark and a space."""
    if not re.match(r"[-?](?:[ \t]|$)", spot.text[spot.value :]):
        return None
    mark = spot.text[spot.value]
    if spot.text[spot.value :].split("#")[0].strip() == "-":
        if not spot.may_be_0:
            change = spot.change(spot.value, spot.value + 1, "")
            return spot.found(spot.value, spot.value + 1, "这里只写了“-”。", change, title="删去“-”", hint=_OPEN)
        change = spot.change(spot.value, spot.value + 1, "0")
        return spot.found(spot.value, spot.value + 1, "没有的，要写数字 0，不写“-”。", change, title="改为 0")
    return under_bar(spot, f"文字以“{mark} ”开头，YAML 会当成记号：要在冒号后写 |，文字另起一行、缩进写在下面。")


def cells_without_braces(spot: Spot) -> Diagnostic | None:
    """``本年新收: 自然人: 16, 商业企业: 2``: cells without their braces."""
    end = content_end(spot.text, spot.value)
    value = spot.text[spot.value : end].rstrip("，,。；;")
    cells = [cell.strip() for cell in re.split("[,，;；、]", value)]
    if not all(_is_cell(cell, spot) for cell in cells):
        return None
    mended = ", ".join(re.sub(r"\s*[:：]\s*", ": ", cell, count=1) for cell in cells)
    message = "各项的数要写在花括号 { } 里。"
    return spot.found(spot.value, end, message, spot.change(spot.value, end, "{" + mended + "}"), title="加上花括号")


def _is_cell(cell: str, spot: Spot) -> bool:
    match = ENTRY_LIKE.fullmatch(cell)
    return match is not None and match["name"] in spot.keys and re.fullmatch(r"\s*[0-9]+\s*", match["rest"]) is not None


def two_entries(spot: Spot) -> Diagnostic | None:
    """``上年结转: 0，结转下年度: 0`` or ``行政许可: 0 行政处罚: 0``: two entries on one line."""
    match = _SECOND_ENTRY.match(spot.text, spot.value)
    if match is None or not match["gap"]:
        return None
    second = surely_entry(spot.text[match.end() :], spot.keys)
    if second is None:
        return None
    message = f"“{second['name']}”要另起一行写。"
    change = spot.change(match.end("value"), match.end(), "\n" + " " * spot.parent)
    return Diagnostic(
        spot.index, match.end(), match.end() + len(second["name"]), message, (change,), "另起一行", indent_matters=True
    )


def colon_in_text(spot: Spot) -> Diagnostic | None:
    """``开放时间: 9: 00`` after a key: a colon and space inside plain text."""
    text = spot.text
    end = content_end(text, spot.value)
    if text[spot.value : spot.value + 1] in {"", "{", "[", '"', "'", "|", ">", "#"}:
        return None
    colon = _COLON_INSIDE.search(text[:end], spot.value)
    if colon is None:
        return None
    message = "文字里有半角冒号加空格“: ”，YAML 会当成又一个名称：要在冒号后写 |，文字另起一行、缩进写在下面。"
    found = under_bar(spot, message)
    return Diagnostic(spot.index, colon.start(), colon.end(), message, found.changes, found.title, indent_matters=True)


def looks_like_text(value: str) -> bool:
    """Whether the plain text behind a key is narrative, not a figure or a short name."""
    return not is_data(value) and (is_sentence(value) or NAME.fullmatch(value) is None)


VALUE: tuple[Detector, ...] = (
    text_after_bar, space_after_bar, wide_bar, wide_braces, round_brackets, expression_first, sign_first, dash_first,
    cells_without_braces, two_entries, colon_in_text,
)  # fmt: skip
"""Looked for where the value of a key starts on the key's line."""
