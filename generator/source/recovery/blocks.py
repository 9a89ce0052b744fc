"""Slips in and under block text (``|``): lines not indented or not aligned, tabs, full-width spaces."""

from __future__ import annotations

import re

from generator.source.recovery.cursor import Spot, heads_deeper_lines
from generator.source.recovery.diagnostic import Diagnostic
from generator.source.recovery.shapes import ODD_SPACE, indent_of, is_blank, is_comment, parse_head, surely_entry
from generator.source.recovery.source_map import Change

HEADER = re.compile(r"[|>](?:[-+]?(?P<digit>[1-9])?[-+]?)[ \t]*(?:(?<=[ \t])#.*)?$")
_ODD = re.compile(rf"(?P<spaces> *)[\t{ODD_SPACE}][ \t{ODD_SPACE}]*")
_MARK = re.compile(r"---(?:\s|$)|\.\.\.(?:\s|$)")


class Block:
    """The lines under a ``|``: where they start and end, and how far they are indented."""

    def __init__(self, spot: Spot, digit: str | None) -> None:
        self.spot = spot
        self.start = spot.index + 1
        self.indent = spot.parent + int(digit) if digit else None
        self.fixed = digit is not None
        self.end = self.start
        self.ended = False
        self.deepest_blank = 0

    def slip(self) -> Diagnostic | None:
        """The first slip in or just under the block, or None, and ``end`` is the line behind it."""
        for index in range(self.start, len(self.spot.page)):
            text = self.spot.page[index]
            found = self._blank(index, text) if is_blank(text) else self._line(index, text)
            if found or self.ended:
                return found
        return None

    def _blank(self, index: int, text: str) -> Diagnostic | None:
        if "\t" in text[: self.indent]:
            return self._blank_with_tab(index)
        if self.indent is None:
            self.deepest_blank = max(self.deepest_blank, indent_of(text))
        return None

    def _line(self, index: int, text: str) -> Diagnostic | None:
        indent = indent_of(text)
        odd = _ODD.match(text)
        if odd and self._is_too_short(odd["spaces"], text):
            self.ended = True
            return self._odd_space(index, odd)
        if indent <= self.spot.parent:
            self.ended = True
            return self._below(index)
        if self.indent is None:
            if self.deepest_blank > indent:
                return self._deep_blank(index, indent)
            self.indent = indent
        elif indent < self.indent:
            self.ended = self._is_known_entry(text) or (is_comment(text) and not self._text_below(index))
            return None if self.ended else self._shallower(index, indent)
        self.end = index + 1
        return None

    def _blank_with_tab(self, index: int) -> Diagnostic:
        text = self.spot.page[index]
        message = "这一行看似空行，其实有制表符（Tab），读不懂。"
        return Diagnostic(index, 0, len(text), message, (Change(index, 0, len(text), ""),), "清空这一行")

    def _odd_space(self, index: int, odd: re.Match[str]) -> Diagnostic | None:
        """Tab or full-width space instead of the indentation, for all lines of the run."""
        page = self.spot.page
        text = page[index]
        if not text.strip():
            message = "这一行看似空行，其实有全角空格（或者不换行空格），又没有缩进，会使上面的文字到此为止。"
            return Diagnostic(index, 0, len(text), message, (Change(index, 0, len(text), ""),), "清空这一行")
        if indent_of(text) == 0 and surely_entry(text.strip("\t \u3000\xa0"), self.spot.keys):
            return None
        indent = self.indent if self.indent is not None else self._usual_indent()
        changes = []
        for at in range(index, len(page)):
            match = _ODD.match(page[at])
            if match is None or (at > index and len(match["spaces"]) >= indent) or not page[at].strip():
                break
            changes.append(Change(at, 0, match.end(), " " * indent))
        kind = "制表符（Tab）" if "\t" in odd[0] else "全角空格（或不换行空格）"
        lines = f"（连同下面共 {len(changes)} 行）" if len(changes) > 1 else ""
        message = f"| 下面的文字用{kind}缩进{lines}，要用 {indent} 个半角空格。"
        return Diagnostic(index, 0, odd.end(), message, tuple(changes), "缩进改为半角空格", indent_matters=True)

    def _is_too_short(self, spaces: str, text: str) -> bool:
        """Whether the spaces before a tab or full-width space do not make up the indentation."""
        if self.indent is not None:
            return len(spaces) < self.indent
        return len(spaces) <= self.spot.parent or text[len(spaces)] == "\t"

    def _usual_indent(self) -> int:
        return self.spot.parent + 2

    def _below(self, index: int) -> Diagnostic | None:
        """A line that is not indented: the next entry, or text that was pasted without indentation."""
        run = self._unindented(index)
        if not run:
            return None
        page = self.spot.page
        indent = self.indent if self.indent is not None else self._usual_indent()
        changes = tuple(Change(n, 0, indent_of(page[n]), " " * indent) for n in run)
        lines = f"这 {len(run)} 行" if len(run) > 1 else "这一行"
        message = f"{lines}是 | 下面的文字，没有缩进：每一行前面都要有 {indent} 个半角空格。"
        return Diagnostic(index, 0, len(page[index].rstrip()), message, changes, "给文字加上缩进", indent_matters=True)

    def _unindented(self, index: int) -> list[int]:
        """The lines from ``index`` to the next entry that are text; [] when none is. ``#`` among them is text."""
        page, found, comments = self.spot.page, list[int](), list[int]()
        for at in range(index, len(page)):
            text = page[at]
            if is_blank(text):
                continue
            if self._is_entry(text) or heads_deeper_lines(self.spot, at):
                break
            if is_comment(text):
                comments.append(at)
                continue
            found += [*comments, at]
            comments = []
        return found

    def _is_entry(self, text: str) -> bool:
        indent = indent_of(text)
        core = re.sub(r"^-[ \t]+", "", text[indent:].rstrip())
        if _MARK.match(text) or core in self.spot.keys or surely_entry(core, self.spot.keys):
            return True
        if re.match(r"[\]})｝］】）]+[,，]?$|[“‘「*]", core) or core.split(" ")[0] in self.spot.keys:
            return True
        return parse_head(text, indent) is not None and indent in self.spot.levels

    def _text_below(self, index: int) -> bool:
        """Whether lines of the block's text follow a comment line."""
        page = self.spot.page
        rest = (page[n] for n in range(index + 1, self._text_end(index)) if not is_blank(page[n]))
        return any(not is_comment(text) and not self._is_known_entry(text) for text in rest)

    def _is_known_entry(self, text: str) -> bool:
        """A key of the form, only out of line."""
        head = parse_head(text, indent_of(text))
        return head is not None and head.key in self.spot.keys

    def _shallower(self, index: int, indent: int) -> Diagnostic:
        """The lines above are indented deeper than this one, which is still deeper than the key."""
        page = self.spot.page
        below = [n for n in range(index, self._text_end(index)) if not is_blank(page[n])]
        if not self.fixed and indent > self.spot.parent:
            wanted = min(indent_of(page[n]) for n in below)
            above = [n for n in range(self.start, index) if not is_blank(page[n])]
            if len(above) <= len(below):
                changes = tuple(Change(n, 0, indent_of(page[n]), " " * wanted) for n in above)
                more = f"（共 {len(above)} 行）" if len(above) > 1 else ""
                message = f"| 下面的第一行缩进得比后面的行深{more}，后面的文字就读不到了：各行要对齐。"
                return Diagnostic(
                    above[0], 0, self.indent or 0, message, changes, "与下面的行对齐", indent_matters=True
                )
        shallow = [n for n in below if indent_of(page[n]) < (self.indent or 0)]
        changes = tuple(Change(n, 0, indent_of(page[n]), " " * (self.indent or 0)) for n in shallow)
        message = f"| 下面的文字各行要对齐：这一行的缩进比第一行少，要有 {self.indent} 个半角空格。"
        return Diagnostic(index, 0, max(indent, 1), message, changes, "与第一行对齐", indent_matters=True)

    def _text_end(self, index: int) -> int:
        page = self.spot.page
        while index < len(page) and (is_blank(page[index]) or indent_of(page[index]) > self.spot.parent):
            index += 1
        return index

    def _deep_blank(self, index: int, indent: int) -> Diagnostic:
        """Blank lines with more spaces than the text decide the indentation in YAML."""
        page = self.spot.page
        blank = [n for n in range(self.start, index) if indent_of(page[n]) > indent]
        changes = tuple(Change(n, 0, len(page[n]), "") for n in blank)
        message = "文字前的空行里有比文字还多的空格，YAML 会按它算缩进，下面的文字就读不到了。"
        return Diagnostic(blank[0], 0, len(page[blank[0]]), message, changes, "清空这一行")
