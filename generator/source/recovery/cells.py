"""Slips between the commas of ``{…}`` and ``[…]``: full-width marks, commas and colons missing or doubled."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from generator.source.recovery.cursor import Spot
from generator.source.recovery.diagnostic import Diagnostic
from generator.source.recovery.shapes import (
    DOUBLED_MESSAGE,
    DOUBLED_TITLE,
    ODD_SPACE,
    WIDE_COLON,
    doubled_braces,
    indent_of,
)
from generator.source.recovery.source_map import Change

_NAME = r"[^\W\d_][^\s:：,，;；、{}\[\]｛｝#\"]{0,29}"
_WIDE_COMMA = re.compile(r"(?P<mark>\s*[，、；;。]+\s*)(?=[\"'“]?(?P<name>" + _NAME + r")[\"'”]?\s*[:：])")
_COMMA_AT_END = re.compile(r"(?P<mark>[，、；;。])\s*$")
_COLON = re.compile(
    rf"\s*(?P<name>{_NAME}?)\s*(?P<colon>[:{WIDE_COLON}]+)(?P<space>[ \t{ODD_SPACE}]*)(?P<rest>.*)", re.DOTALL
)
_NO_COMMA = re.compile(
    r"(?P<value>:\s*(?:[0-9０-９.]+|[\"'][^\"']*[\"']|[^\s:：]+(?=\s)))(?P<gap>\s*)(?=" + _NAME + r"\s*[:：])"
)
_NO_COLON = re.compile(r"\s*(?P<name>[^\W\d_][^\s\d:：=＝]{0,29})(?P<gap>\s*[=＝—-]?\s*)(?P<value>[0-9]+)\s*")
_NO_COLON_KNOWN = re.compile(r"\s*(?P<name>[^\s:：=＝]+)(?P<gap>\s*[=＝]\s*|\s+)(?P<value>[^\s=＝:：][^:：]*)")
_ODD = re.compile(rf"[{ODD_SPACE}]+")
_WIDE_BRACKET = {"｛": "{", "［": "[", "【": "[", "｝": "}", "］": "]", "】": "]"}


class FlowItem(NamedTuple):
    """One stretch between two marks, ``before`` and ``after`` it, in the bracket ``opened``."""

    spot: Spot
    line: int
    text: str
    start: int
    stop: int
    opened: str
    before: str
    after: str

    @property
    def inner(self) -> str:
        """The text of the cell."""
        return self.text[self.start : self.stop]

    def found(self, start: int, end: int, message: str, change: tuple[int, int, str], title: str) -> Diagnostic:
        """A slip in the cell; columns count from the start of the cell."""
        at = self.start
        made = Change(self.line, at + change[0], at + change[1], change[2])
        return Diagnostic(self.line, at + start, at + end, message, (made,), title)


CellDetector = Callable[[FlowItem], Diagnostic | None]


def wide_bracket(cell: FlowItem) -> Diagnostic | None:
    """``{自然人: 1｝``: a full-width bracket among the half-width."""
    inner = cell.inner
    stripped = inner.strip()
    if stripped[:1] in {"｛", "［", "【"} and not stripped.startswith("｛｛") and ":" in inner.replace("：", ":"):
        at = inner.index(stripped[0])
    elif re.match(r".*:\s*[｛［【]", inner):
        at = max(inner.find(mark) for mark in "｛［【")
    elif stripped[-1:] in {"｝", "］", "】"} and not any(mark in inner[:-1] for mark in "｛［【"):
        at = inner.rindex(stripped[-1])
    else:
        return None
    half = _WIDE_BRACKET[inner[at]]
    return cell.found(
        at, at + 1, f"“{inner[at]}”是全角的，要用半角的“{half}”。", (at, at + 1, half), f"改为半角的“{half}”"
    )


def wide_comma(cell: FlowItem) -> Diagnostic | None:
    """``{本年制发: 0，本年废止: 0}``: a full-width comma between cells."""
    if cell.opened != "{":
        return None
    match = _WIDE_COMMA.search(cell.inner)
    if match is None or match.start() == 0:
        return None
    mark = match["mark"].strip()
    change = (match.start("mark"), match.end("mark"), ", ")
    at = match.start("mark") + match["mark"].index(mark)
    return cell.found(at, at + 1, f"花括号里分隔各项要用半角逗号，不是“{mark}”。", change, "改为半角逗号")


def wide_comma_in_list(cell: FlowItem) -> Diagnostic | None:
    """``[温县政府办、温县府办]``: a full-width comma between the names of a list."""
    if cell.opened != "[":
        return None
    match = re.compile(r"\s*([，、；;]+)\s*").search(cell.inner)
    if match is None:
        return None
    last = not cell.inner[match.end() :].strip()
    put = ("" if cell.after == "]" else ",") if last else ", "
    message = f"方括号里分隔各项要用半角逗号，不是“{match[1]}”。"
    return cell.found(match.start(1), match.end(1), message, (match.start(), match.end(), put), "改为半角逗号")


def comma_at_end(cell: FlowItem) -> Diagnostic | None:
    """``{自然人: 1，}`` and a full-width comma at the end of a line, or before another comma."""
    match = _COMMA_AT_END.search(cell.inner)
    if match is None or cell.opened != "{":
        return None
    put = "," if cell.after in {"", "#"} else ""
    message = f"花括号里分隔各项要用半角逗号，不是“{match['mark']}”。" if put else f"这里多了“{match['mark']}”。"
    return cell.found(match.start("mark"), match.end("mark"), message, (match.start("mark"), match.end("mark"), put),
                      "改为半角逗号" if put else "删去多余的标点")  # fmt: skip


def odd_space(cell: FlowItem) -> Diagnostic | None:
    """``{自然人: 16,　商业企业: 2}``: a full-width space around a name or figure."""
    inner = cell.inner
    for match in _ODD.finditer(inner):
        left, right = inner[: match.start()].strip(), inner[match.end() :].strip()
        if not left or not right or left.endswith((":", "：")) or right.startswith((":", "：")):
            put = " " if left.endswith((":", "：")) or (not left and cell.before == ",") else ""
            message = "这里有全角空格（或者看不见的空格），要用半角空格。"
            return cell.found(match.start(), match.end(), message, (match.start(), match.end(), put), "改为半角空格")
    return None


def no_comma(cell: FlowItem) -> Diagnostic | None:
    """``{自然人: 1 商业企业: 2}``: the comma between two cells is missing."""
    match = _NO_COMMA.search(cell.inner) if cell.opened == "{" else None
    if match is None:
        return None
    end = match.end("value")
    return cell.found(end - 1, end, "两项之间少了半角逗号。", (end, match.end(), ", "), "补上逗号")


def no_comma_at_line_end(cell: FlowItem) -> Diagnostic | None:
    """A cell ends its line without a comma, and the next line starts another one."""
    if cell.opened != "{" or cell.after not in {"", "#"}:
        return None
    below = cell.spot.next_line(cell.line)
    ended = cell.inner.strip() or cell.before in {"}", "]"}
    if below is None or not ended or indent_of(cell.spot.page[below]) <= cell.spot.parent:
        return None
    if re.match(rf"\s*{_NAME}\s*[:：]", cell.spot.page[below]) is None:
        return None
    if re.fullmatch(rf"\s*{_NAME}\s*[:：]?\s*", cell.inner):
        return None
    end = len(cell.inner.rstrip())
    return cell.found(end - 1, end, "这一行末尾少了半角逗号。", (end, end, ","), "补上逗号")


def no_comma_after_bracket(cell: FlowItem) -> Diagnostic | None:
    """``{予以公开: {自然人: 1} 部分公开: 0}``: the comma behind an inner bracket is missing."""
    if cell.before not in {"}", "]"} or cell.opened != "{":
        return None
    match = re.match(rf"(\s*[，、；;]*\s*)(?={_NAME}\s*[:：])", cell.inner)
    if match is None:
        return None
    what = match[1].strip()
    message = f"分隔各项要用半角逗号，不是“{what}”。" if what else "右括号后面少了半角逗号。"
    return cell.found(0, max(match.end(), 1), message, (0, match.end(), ", "), "改为半角逗号" if what else "补上逗号")


def empty_cell(cell: FlowItem) -> Diagnostic | None:
    """``{自然人: 1,, 商业企业: 2}`` or ``{, 自然人: 1}``: a comma too many."""
    if cell.after != "," or cell.inner.strip() or cell.before not in {",", "{", "["}:
        return None
    if cell.start == 0 or not cell.text[: cell.start].strip():
        return None
    width = cell.stop - cell.start
    return cell.found(width, width + 1, "这里多了一个逗号。", (0, width + 1, ""), "删去多余的逗号")


def colon(cell: FlowItem) -> Diagnostic | None:
    """``{自然人：16}``, ``{自然人:16}``, ``{自然人:　16}``: the colon full-width, or without its space."""
    match = _COLON.fullmatch(cell.inner) if cell.opened == "{" else None
    if match is None or (match["colon"] == ":" and (match["space"][:1] in {" ", "\t"} or _ends(match, cell))):
        return None
    name, start = match["name"], match.start("colon")
    put = ":" if _ends(match, cell) else ": "
    change = (match.end("name"), match.end("space"), put)
    if len(match["colon"]) > 1:
        return cell.found(start, start + len(match["colon"]), f"“{name}”后面多写了冒号。", change, "只留一个冒号")
    if match["colon"] == ":":
        return cell.found(start, start + 1, f"“{name}”的冒号后面少了一个空格。", change, "冒号后加空格")
    message = f"“{name}”后面的冒号是全角的“：”，要用半角冒号加一个空格。"
    return cell.found(start, start + 1, message, change, "改为半角冒号加空格")


def _ends(match: re.Match[str], cell: FlowItem) -> bool:
    """Nothing behind the colon: no space is needed at the end of a line."""
    return not match["rest"].strip() and not match["space"] and cell.after == ""


def no_colon(cell: FlowItem) -> Diagnostic | None:
    """``{自然人 16}``, ``{自然人=16}``: the colon is missing."""
    match = (_NO_COLON.fullmatch(cell.inner) or _known(cell)) if cell.opened == "{" else None
    if match is None or cell.after not in {",", "}"}:
        return None
    name = match["name"]
    message = f"“{name}”后面少了半角冒号加空格。"
    return cell.found(
        match.start("name"), match.end("name"), message, (match.start("gap"), match.end("gap"), ": "), "补上冒号"
    )


def _known(cell: FlowItem) -> re.Match[str] | None:
    """A key of the form with any value behind it."""
    match = _NO_COLON_KNOWN.fullmatch(cell.inner)
    return match if match and match["name"] in cell.spot.keys else None


def bracket_without_colon(cell: FlowItem) -> Diagnostic | None:
    """``{不予公开 {其他: 1}}``: the colon between a name and its bracket is missing."""
    if cell.opened != "{" or cell.after not in {"{", "["} or re.fullmatch(rf"\s*{_NAME}\s*", cell.inner) is None:
        return None
    name = cell.inner.strip()
    start = cell.inner.index(name)
    message = f"“{name}”后面少了半角冒号加空格。"
    change = (start + len(name), len(cell.inner), ": ")
    return cell.found(start, start + len(name), message, change, "补上冒号")


def dash(cell: FlowItem) -> Diagnostic | None:
    """``{- 自然人: 16}``: a dash before a name."""
    match = re.match(r"\s*(?P<dash>-\s+)(?=[^\W\d_])", cell.inner)
    if match is None:
        return None
    at, end = match.span("dash")
    return cell.found(at, at + 1, "名称前面不要加短横线“-”。", (at, end, ""), "去掉短横线")


def quoted_name(cell: FlowItem) -> Diagnostic | None:
    """``{“自然人”: 16}``, ``{**自然人**: 16}``: marks round a name."""
    match = re.match(r"\s*(?P<all>(?:[“‘「]|\*+|`)(?P<name>[^”’」*`:：]+)(?:[”’」]|\*+|`))\s*[:：]", cell.inner)
    if match is None:
        return None
    message = f"名称“{match['name']}”两边不要加符号。"
    return cell.found(
        match.start("all"),
        match.end("all"),
        message,
        (match.start("all"), match.end("all"), match["name"]),
        "去掉名称两边的符号",
    )


def expression(cell: FlowItem) -> Diagnostic | None:
    """``{正文: {{ 本年新收 }}件}``: text in braces that starts with an expression."""
    if cell.after != "{" or not cell.text.startswith("{{", cell.stop):
        return None
    if cell.inner.endswith("'"):
        return None  # it has been put there already
    if row := doubled_braces(cell.text, cell.stop, cell.spot.keys):
        start, end = row.start - cell.start, row.end - cell.start
        return cell.found(start, end, DOUBLED_MESSAGE, (start, end, "{" + row.inner + "}"), DOUBLED_TITLE)
    close = cell.text.find("}}", cell.stop)
    if close < 0:
        return None
    end = close + 2
    while end < len(cell.text) and cell.text[end] not in ",}]":
        end += 1
    text = cell.text[cell.stop : end].rstrip()
    start = cell.stop - cell.start
    message = "文字以“{{”开头，YAML 会当成括号：要放进单引号。"
    return cell.found(
        start, start + 2, message, (start, start + len(text), "'" + text.replace("'", "''") + "'"), "放进单引号"
    )


def sign_first(cell: FlowItem) -> Diagnostic | None:
    """``{正文: *重要}``: a value that starts with a sign of YAML's own."""
    match = re.fullmatch(r"(\s*[^\s:]+:[ \t]+|\s*)(?P<text>[*&%@`!].*?)\s*", cell.inner)
    if match is None or not re.search(r"[^\x00-\x7f\s]|\s", match["text"]):
        return None
    text = "'" + match["text"].replace("'", "''") + "'"
    message = f"文字以“{match['text'][0]}”开头，YAML 会当成记号：要放进单引号。"
    return cell.found(
        match.start("text"), match.end("text"), message, (match.start("text"), match.end("text"), text), "放进单引号"
    )


CELLS: tuple[CellDetector, ...] = (
    expression, wide_bracket, wide_comma, wide_comma_in_list, no_comma_after_bracket, comma_at_end, odd_space,
    quoted_name, dash, bracket_without_colon, colon, no_comma, empty_cell, no_colon, sign_first, no_comma_at_line_end,
)  # fmt: skip
"""Looked for in each stretch between two marks of a flow collection."""
