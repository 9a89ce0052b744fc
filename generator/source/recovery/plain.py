"""Slips in plain text over several lines: entries swallowed by it, its lines not indented, text behind a comment."""

from __future__ import annotations

import re

from generator.source.recovery.cursor import Spot
from generator.source.recovery.diagnostic import Diagnostic
from generator.source.recovery.indentation import orphans
from generator.source.recovery.shapes import (
    content_end,
    indent_of,
    is_blank,
    is_comment,
    is_sentence,
    parse_head,
    surely_entry,
)
from generator.source.recovery.source_map import Change


class Plain:
    """The plain text that starts at ``spot.value`` and the deeper lines below it."""

    def __init__(self, spot: Spot, own_line: bool) -> None:
        self.spot = spot
        self.own_line = own_line
        self.end = spot.index + 1
        self.ended = False

    def slip(self) -> Diagnostic | None:
        """The first slip in the text's lines, or None, and ``end`` is the line behind them."""
        page, spot = self.spot.page, self.spot
        for index in range(spot.index + 1, len(page)):
            text = page[index]
            if is_blank(text):
                continue
            indent = indent_of(text)
            if is_comment(text):
                return self._cut_by_comment(index)
            if indent <= spot.parent:
                break
            found = self._line(index, indent)
            if found:
                return found
            if self.ended:
                break
            self.end = index + 1
        return None

    def _line(self, index: int, indent: int) -> Diagnostic | None:
        text = self.spot.page[index]
        before = self.spot.page[self.end - 1]
        if content_end(before, 0) < len(before.rstrip()):
            return self._behind_comment(index)
        entry = surely_entry(text[indent:], self.spot.keys)
        if entry and not self.own_line and orphans(self.spot, index, indent) > 1:
            self.ended = True
            return None
        head = parse_head(text, indent)
        if entry and (head or entry["colon"] != ":" or entry["rest"]):
            return self._swallowed(index, indent, entry["name"])
        return self._colon_below(index, head.colon) if head else None

    def _behind_comment(self, index: int) -> Diagnostic:
        at = self.end - 1
        text = self.spot.page[at]
        start = content_end(text) + len(text[content_end(text) :]) - len(text[content_end(text) :].lstrip())
        message = "文字里的“ #”（空格加井号）会使它后面的内容变成注释，下一行也接不上了。"
        hint = "请在冒号后写 |，文字另起一行、缩进写在下面；真要写注释，请移到上一行单独写。"
        changes = () if self.own_line else self._bar()
        title = "在冒号后写 |，文字另起一行" if changes else ""
        end = len(text.rstrip())
        return Diagnostic(at, start, end, message, changes, title, hint, code="NB009", changes_words=True)

    def _cut_by_comment(self, index: int) -> Diagnostic | None:
        """A comment line with more text below it: YAML ends the text there."""
        page = self.spot.page
        lines = range(index + 1, len(page))
        below = next((n for n in lines if not is_blank(page[n]) and not is_comment(page[n])), None)
        if below is None or indent_of(page[below]) <= self.spot.parent:
            return None
        text = page[below]
        if parse_head(text, indent_of(text)) or surely_entry(text.strip(), self.spot.keys):
            return None
        message = "文字中间不能夹注释：从这一行起，下面的文字接不上了。"
        hint = "请把注释移到这一项的名称上面，或者删去。"
        start, end = indent_of(page[index]), len(page[index].rstrip())
        return Diagnostic(index, start, end, message, (Change(index, start, end, ""),), hint=hint)

    def _swallowed(self, index: int, indent: int, name: str) -> Diagnostic | None:
        """An entry among the lines of a text: it should be aligned with the key above."""
        if self.own_line:
            return self._mixed(index, indent, name)
        level = self.spot.parent
        message = f"“{name}”前面的缩进太多，会被当成上一行的内容：要与上一行的名称对齐（{level} 个空格）。"
        change = Change(index, 0, indent, " " * level)
        return Diagnostic(index, 0, indent + len(name), message, (change,), "对齐缩进", indent_matters=True)

    def _mixed(self, index: int, indent: int, name: str) -> Diagnostic | None:
        """Text and entries under one key; entries with full-width colons may well be text here."""
        if parse_head(self.spot.page[index], indent) is None:
            return None
        lines = [n for n in range(self.spot.index, index) if self.spot.page[n].strip()]
        changes = tuple(Change(n, indent_of(self.spot.page[n]), indent_of(self.spot.page[n]), "# ") for n in lines)
        above = self.spot.page.lines[self.spot.before_line].number
        message = f"第 {above} 行的名称下面既有文字，又有“{name}: …”这样的项，不能混在一起。"
        hint = "请给文字也加上名称（例如 概述: |，文字写在它下面），或者把这些项也写成文字，全部放在 | 下面。"
        start = self.spot.value
        return self.spot.found(start, len(self.spot.text.rstrip()), message, *changes, hint=hint)

    def _colon_below(self, index: int, colon: int) -> Diagnostic:
        """``时间: 9点`` in a further line of text: the whole belongs under ``|``."""
        message = "文字里有半角冒号加空格“: ”，YAML 会当成又一个名称：文字要写在 | 下面。"
        title = "把文字写在 | 下面"
        if self.own_line:
            return Diagnostic(index, colon, colon + 1, message, self._bar_above(), title, indent_matters=True)
        return Diagnostic(index, colon, colon + 1, message, self._bar(), title, indent_matters=True)

    def _bar(self) -> tuple[Change, ...]:
        indent = " " * self.spot.child_indent()
        return (self.spot.change(self.spot.value, self.spot.value, f"|\n{indent}"),)

    def _bar_above(self) -> tuple[Change, ...]:
        """The text starts on its own line: the key above gets the ``|``."""
        above = self.spot.before_line
        end = content_end(self.spot.page[above])
        return (Change(above, end, end, " |"),)


def text_not_indented(spot: Spot) -> Diagnostic | None:
    """Lines of text at the level of the keys, after an entry with plain text: they should be indented."""
    is_text = spot.before == "text" or (spot.before == "name" and is_sentence(spot.text.strip()))
    if not is_text or not spot.levels:
        return None
    run = _run_of_text(spot)
    above = spot.page[spot.before_line]
    if not run or indent_of(spot.page[run[0]]) > indent_of(above):
        return None
    indent = " " * (indent_of(above) + 2)
    changes = tuple(Change(n, 0, indent_of(spot.page[n]), indent) for n in run)
    lines = f"这 {len(run)} 行" if len(run) > 1 else "这一行"
    message = f"{lines}像是上面文字的下一行，没有缩进：前面要有 {len(indent)} 个半角空格。"
    return Diagnostic(spot.index, 0, len(spot.text.rstrip()), message, changes, "给文字加上缩进", indent_matters=True)


def _run_of_text(spot: Spot) -> list[int]:
    found = []
    for index in range(spot.index, len(spot.page)):
        text = spot.page[index]
        if is_blank(text):
            break
        core = text.strip()
        if parse_head(text, indent_of(text)) or surely_entry(core, spot.keys) or core in spot.keys or is_comment(text):
            break
        if re.match(r"[-*•·`|}\]]", core):
            break
        found.append(index)
    return found
