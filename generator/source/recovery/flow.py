"""Slips in ``{…}`` and ``[…]``: brackets that do not pair, and what stands between the commas (see `cells`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.source.recovery.cells import CELLS, FlowItem
from generator.source.recovery.cursor import Spot, under_bar
from generator.source.recovery.diagnostic import Diagnostic
from generator.source.recovery.shapes import indent_of, is_blank, parse_head, surely_entry
from generator.source.recovery.source_map import Change

_PAIRS = {"{": "}", "[": "]"}
_OPENS_BLOCK = re.compile(r":[ \t]+[|>][-+0-9]{0,2}[ \t]*$|^\s*[^\s{}\[\],:]+:[ \t]*$")
_CLOSERS = {"}", "]"}
_ENTRY = re.compile(r"[:：][ \t]*[0-9０-９]")
"""A figure with its name: in a comment it is nobody's, it was cut off by a #."""
_MAX_LINES = 500
_MAX_DEPTH = 64


@dataclass(slots=True)
class FlowWalk:
    """One walk over a flow collection: the open brackets, the slip found, and where it ends."""

    spot: Spot
    open: list[tuple[str, int, int]] = field(default_factory=list)
    nested: bool = False
    slip: Diagnostic | None = None
    line: int = 0
    column: int = 0
    last_content: tuple[int, int] = (0, 0)

    def walk(self) -> None:
        """Walk from the opening bracket to the end of the line that closes it, or to the first slip."""
        self.line, self.column = self.spot.index, self.spot.value
        page = self.spot.page
        while self.line < min(len(page), self.spot.index + _MAX_LINES):
            if self.line > self.spot.index and self._next_entry(page[self.line]):
                self.slip = self._not_closed()
                return
            self._line(page[self.line])
            if self.slip or not self.open:
                return
            self.line, self.column = self.line + 1, 0
        self.slip = self._not_closed()

    def _next_entry(self, text: str) -> bool:
        indent = indent_of(text)
        if is_blank(text):
            return False
        if indent > self.spot.parent:
            return _OPENS_BLOCK.search(text) is not None
        if parse_head(text, indent) is None and surely_entry(text[indent:], self.spot.keys) is None:
            return False
        goes_on = self.spot.page[self.last_content[0]][: self.last_content[1]].endswith(",")
        return not (goes_on and len(self.open) == 1 and text.count("}") > text.count("{"))

    def _line(self, text: str) -> None:
        """One line's cells and brackets."""
        while self.open or self.column == self.spot.value:
            start = self.column
            stop = self._cell_end(text, start)
            if stop is None:
                return
            self.slip = self._cell(text, start, stop)
            if self.slip:
                return
            mark = text[stop : stop + 1]
            if text[start:stop].strip() or mark not in {"", "#"}:
                self.last_content = (self.line, stop + 1 if mark not in {"", "#"} else len(text[:stop].rstrip()))
            if mark in {"", "#"}:
                return
            self.column = stop + 1
            self.slip = self._bracket(mark, stop)
            if self.slip or not self.open:
                return

    def _cell_end(self, text: str, start: int) -> int | None:
        """The next structural mark outside quotes; the end of the line or its comment otherwise."""
        at, fresh = start, True
        while at < len(text):
            char = text[at]
            if char in "{}[],":
                return at
            if char == "#" and (at == 0 or text[at - 1] in " \t"):
                return at
            if char in "\"'" and fresh:
                close = _quote_end(text, at)
                if close is None:
                    message = f"引号 {char} 没有成对：花括号里的数字和名称不用加引号。"
                    self.slip = Diagnostic(
                        self.line, at, at + 1, message, (self.spot.change(at, at + 1, "", self.line),), "删去引号"
                    )
                    return None
                at = close
            else:
                fresh = char in " \t" and (fresh or text[:at].rstrip().endswith(":"))
                at += 1
        return at

    def _cell(self, text: str, start: int, stop: int) -> Diagnostic | None:
        mark = text[stop : stop + 1]
        opened = self.open[-1][0] if self.open else ""
        before = text[:start].rstrip()[-1:] if start else ""
        cell = FlowItem(self.spot, self.line, text, start, stop, opened, before, mark)
        for detector in CELLS if opened else ():
            found = detector(cell)
            if found:
                return found
        return None

    def _bracket(self, mark: str, at: int) -> Diagnostic | None:
        if mark in _PAIRS:
            self.open.append((mark, self.line, at))
            self.nested |= len(self.open) > 1
            if len(self.open) > _MAX_DEPTH:
                self.open.clear()
            return None
        if mark not in _CLOSERS:
            return None
        opened, line, _ = self.open[-1]
        if _PAIRS[opened] == mark:
            self.open.pop()
            return None
        right = _PAIRS[opened]
        where = "" if line == self.line else f"（第 {self.spot.page.lines[line].number} 行）"
        message = f"括号不成对：前面{where}开的是“{opened}”，这里要用“{right}”关上。"
        return Diagnostic(
            self.line, at, at + 1, message, (self.spot.change(at, at + 1, right, self.line),), f"改为“{right}”"
        )

    def _not_closed(self) -> Diagnostic:
        """The closing brackets are missing at the end of the last line with content."""
        line, column = self.last_content
        text = self.spot.page[line][:column]
        start = len(text.rstrip(" ,，、;；"))
        opened, at_line, at = self.open[-1]
        closers = "".join(_PAIRS[mark] for mark, _, _ in reversed(self.open))
        message = f"“{opened}”没有关上：这里少了“{closers}”。"
        found_start = at if at_line == line else max(start - 1, 0)
        gap = " " if text[:start].endswith(":") else ""
        change = self.spot.change(start, column, gap + closers, line)
        comment = self.spot.page[line][column:]
        if "#" in comment and (not set(closers).isdisjoint(comment) or _ENTRY.search(comment)):
            return self._cut_off(line, column + comment.index("#"), change)
        title = f"补上“{closers}”"
        end = max(column, found_start + 1)
        return Diagnostic(line, found_start, end, message, (change,), title, mechanical=not self.nested)

    def _cut_off(self, line: int, sign: int, close: Change) -> Diagnostic:
        """The closing bracket, or another figure, stands behind a #: nobody's comment."""
        end = len(self.spot.page[line].rstrip())
        message = "“#”后面的都成了注释：括号没有关上，里面的内容没有读。"
        hint = "多打的“#”请删去；是注释的，请写在括号外面。"
        return Diagnostic(line, sign, end, message, (close,), hint=hint, unsure=True)


def _quote_end(text: str, at: int) -> int | None:
    pattern = r'"(?:[^"\\]|\\.)*"' if text[at] == '"' else r"'(?:[^']|'')*'"
    match = re.compile(pattern).match(text, at)
    return match.end() if match else None


def entries_in_list(flow: FlowWalk) -> Diagnostic | None:
    """``本年新收: [自然人: 16]``: square brackets where braces belong."""
    spot = flow.spot
    text = spot.text
    if flow.line != spot.index or text[spot.value] != "[":
        return None
    if surely_entry(text[spot.value + 1 :].split(",")[0].rstrip("] ").strip(), spot.keys) is None:
        return None
    message = "各项的数要写在花括号 { } 里，不是方括号。"
    changes = (spot.change(spot.value, spot.value + 1, "{"), spot.change(flow.column - 1, flow.column, "}"))
    return Diagnostic(spot.index, spot.value, flow.column, message, changes, "改为花括号")


def _odd_space_behind(flow: FlowWalk, rest: str) -> Diagnostic | None:
    """A full-width space behind the closing bracket."""
    odd, sign, _ = rest.partition("#")
    if not odd.strip(" \t"):
        return None
    end = flow.column + len(odd)
    change = flow.spot.change(flow.column, end, " " if sign else "", flow.line)
    return Diagnostic(
        flow.line, flow.column, end, "右括号后面有全角空格（或者不换行空格）。", (change,), "删去全角空格"
    )


def behind(flow: FlowWalk) -> Diagnostic | None:
    """What stands behind the closing bracket: more brackets, punctuation, or text."""
    spot, text = flow.spot, flow.spot.page[flow.line]
    rest = text[flow.column :]
    core = re.split(r"(?:^|[ \t])#", rest)[0].rstrip()
    if not core.strip() or core.strip().startswith("#"):
        return _odd_space_behind(flow, rest)
    start = flow.column + len(core) - len(core.lstrip())
    end = flow.column + len(core)
    mark = core.strip()
    if re.fullmatch(r"[}\]｝］】）)，,。；;、.]+", mark):
        what = "右括号" if mark[0] in "}]｝］】）)" else "标点"
        change = spot.change(flow.column, end, "", flow.line)
        return Diagnostic(flow.line, start, end, f"这里多了{what}“{mark}”。", (change,), f"删去多余的{what}")
    second = surely_entry(mark.lstrip("，,；;、。 "), spot.keys)
    if second and not mark.startswith("{"):
        message = f"“{second['name']}”要另起一行写。"
        at = end - len(mark.lstrip("，,；;、。 "))
        change = spot.change(flow.column, at, "\n" + " " * spot.parent, flow.line)
        return Diagnostic(flow.line, at, at + len(second["name"]), message, (change,), "另起一行", indent_matters=True)
    opening = spot.text[spot.value]
    if flow.line == spot.index and not re.search(r"[:：]\s*[0-9]", text[spot.value : flow.column]):
        return under_bar(spot, f"文字以“{opening}”开头，YAML 会当成括号：要在冒号后写 |，文字另起一行、缩进写在下面。")
    hint = "请删去它，或者移到 # 后面作为注释。"
    change = spot.change(flow.column, end, "", flow.line)
    return Diagnostic(flow.line, start, end, f"右括号后面多了“{mark[:20]}”。", (change,), hint=hint)
