"""The scan of a file that does not read: line by line, in the context of the lines above, slip after slip.

Each slip found is mended on the working page and the scan looks at the same place again, so one run reports them all.
Nothing inside proper block text is looked at. Work is bounded: each line is looked at a few times at most.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.findings import Finding
from generator.source.recovery.blocks import HEADER, Block
from generator.source.recovery.cursor import Before, Spot, first
from generator.source.recovery.diagnostic import Diagnostic, carry_out
from generator.source.recovery.entries import (
    BELOW,
    HEAD,
    STRAY,
    dash_before_key,
    doubled_colon,
    no_colon,
    odd_space_in_key,
)
from generator.source.recovery.flow import FlowWalk, behind, entries_in_list
from generator.source.recovery.groups import braces_over_rows, dedented_rows, figure_over_rows
from generator.source.recovery.indentation import LEVEL, LINE, without_parent
from generator.source.recovery.plain import Plain, text_not_indented
from generator.source.recovery.quotes import bad_escape, find_close, not_closed, text_behind
from generator.source.recovery.shapes import content_end, indent_of, is_comment, is_data, parse_head, skip_spaces
from generator.source.recovery.source_map import SourceMap
from generator.source.recovery.unparsable import LEFTOVERS
from generator.source.recovery.values import VALUE, looks_like_text

MAX_FOUND = 50
"""Slips reported in one run."""
_MAX_LOOKS = 12
_MAX_RESTARTS = 10
_MAX_WIDTH = 20_000
_ODD_KEY = re.compile(r"[{\[｛［【|:：=＝　\xa0]")
_MARK = re.compile(r"(?:---|\.\.\.)(?:\s|$)|%")


class Scan:
    """One pass over a page. ``unsure`` are the source places of the keys of which nobody knows what they say."""

    def __init__(self, page: SourceMap, keys: Collection[str], figures: Collection[str] | None) -> None:
        self.spot = Spot(page, keys, figures)
        self.page = page
        self.findings: list[Finding] = []
        self.looks: dict[int, int] = {}
        self.guessed = False
        self.unsure: set[tuple[int, int]] = set()
        self.restarts = 0

    def run(self) -> None:
        """Scan to the end of the page, or until enough has been found."""
        spot = self.spot
        while spot.index < len(self.page) and len(self.findings) < MAX_FOUND:
            before = spot.index
            self._step()
            if spot.index != before:
                self.looks.pop(before, None)

    def _report(self, found: Diagnostic | None) -> bool:
        """Take a slip in and mend it; False when there was none, or this place was looked at too often."""
        if found is None:
            return False
        looks = self.looks.get(self.spot.index, 0)
        if looks >= _MAX_LOOKS:
            return False
        self.looks[self.spot.index] = looks + 1
        key = self.page.place(found.line + 1, indent_of(self.page[found.line]) + 1)
        finding = carry_out(found, self.page)
        if self.findings and _same(finding, self.findings[-1]):
            return False
        self.guessed |= found.guessed
        self.unsure |= {key} if found.unsure else set()
        self.findings.append(finding)
        if min([self.spot.index, *(change.line for change in found.changes)]) < self.spot.index:
            self._start_again()
        return True

    def _start_again(self) -> None:
        """A line above was mended: what was made of it may be wrong."""
        self.restarts += 1
        if self.restarts <= _MAX_RESTARTS:
            spot = self.spot
            spot.index, spot.levels, spot.before, spot.list_indent = 0, [], "nothing", None

    def _step(self) -> None:
        spot = self.spot
        text = spot.text
        if not text.strip(" ") or len(text) > _MAX_WIDTH:
            spot.index += 1
            return
        spot.head = None
        if self._report(first(LINE, spot)):
            return
        if is_comment(text) or (_MARK.match(text) and not text[3:].strip()):
            spot.index += 1
            return
        self._content(text)

    def _content(self, text: str) -> None:
        spot = self.spot
        indent = indent_of(text)
        if (
            text.startswith("-", indent)
            and text[indent + 1 : indent + 2] in {"", " ", "\t"}
            and self._list_item(indent)
        ):
            return
        spot.head = parse_head(text, indent)
        if (
            spot.head
            and _ODD_KEY.search(spot.head.key)
            and self._report(first((doubled_colon, odd_space_in_key, *STRAY), spot))
        ):
            return
        if spot.head:
            self._entry()
        elif spot.before == "empty" and indent > spot.levels[-1]:
            self._value_below(indent)
        elif self._report(first(STRAY, spot)):
            return
        elif self._report(text_not_indented(spot)):
            spot.index = spot.before_line
        else:
            self._leftover(indent)

    def _leftover(self, indent: int) -> None:
        """A line that is no entry: what stands deeper below it may still be looked at as its entries."""
        spot = self.spot
        index = spot.index
        self._report(first(LEFTOVERS, spot))
        below = spot.next_line(index)
        if below is not None and indent_of(self.page[below]) > indent:
            while spot.levels and spot.levels[-1] > indent:
                spot.levels.pop()
            if not spot.levels or spot.levels[-1] < indent:
                spot.levels.append(indent)
            spot.before, spot.before_line = "empty", index
        spot.index = index + 1

    def _list_item(self, indent: int) -> bool:
        """A dash: an item of a list, or a slip. False when it is neither."""
        spot = self.spot
        in_list = spot.list_indent == indent
        may_start = spot.before == "empty" and spot.levels and indent >= spot.levels[-1]
        if not in_list and not may_start:
            return False
        if self._report(dash_before_key(spot)):
            return True
        spot.list_indent = indent
        spot.value = skip_spaces(spot.text, indent + 1)
        spot.parent = indent
        self._value(own_line=True)
        spot.list_indent = indent
        return True

    def _entry(self) -> None:
        spot, head = self.spot, self.spot.head
        assert head is not None  # the caller has found it
        if self._report(first(HEAD, spot)):
            return
        if self._report(dedented_rows(spot, head)):
            return
        if not self._report(without_parent(spot, head)) and self._report(first(LEVEL, spot)):
            return
        while spot.levels and spot.levels[-1] > head.indent:
            spot.levels.pop()
        if not spot.levels or spot.levels[-1] < head.indent:
            spot.levels.append(head.indent)
        spot.parent, spot.value, spot.list_indent = head.indent, head.value, None
        self._value(own_line=False)

    def _value_below(self, indent: int) -> None:
        """A value on the line below its key: text, quoted text or brackets, or entries that read as text."""
        spot = self.spot
        if self._report(first(BELOW, spot)):
            return
        if self._missing_colon_below():
            return
        spot.parent, spot.value = spot.levels[-1], indent
        self._value(own_line=True)

    def _missing_colon_below(self) -> bool:
        """``本年新收 0`` as the first line below a key."""
        spot = self.spot
        match = re.match(r"\s*([^\W\d_]\S*?)[ \t]+(\S.*)$|\s*(\S+)$", spot.text)
        name = match and (match[1] or match[3])
        if not name or name not in spot.keys or (match and match[2] and not is_data(match[2])):
            return False
        return self._report(no_colon(spot))

    def _value(self, own_line: bool) -> None:
        """What stands at ``spot.value``: one slip, or on to the line behind it."""
        spot = self.spot
        value = spot.text[spot.value :]
        if not value or value.startswith("#"):
            self._done("empty", spot.index + 1)
        elif HEADER.match(value):
            self._block(value)
        elif value[0] in "\"'":
            self._quoted()
        elif value[0] in "{[" and not value.startswith("{{"):
            self._flow()
        elif not own_line and self._report(first((figure_over_rows, *VALUE), spot)):
            return
        else:
            self._plain(own_line)

    def _done(self, before: Before, next_line: int) -> None:
        self.spot.before, self.spot.before_line = before, self.spot.index
        self.spot.index = next_line

    def _block(self, value: str) -> None:
        header = HEADER.match(value)
        block = Block(self.spot, header["digit"] if header else None)
        found = block.slip()
        if not self._report(found):
            self._done("block", max(block.end, self.spot.index + 1))

    def _quoted(self) -> None:
        spot = self.spot
        close = find_close(spot, spot.value)
        if close is None:
            found: Diagnostic | None = not_closed(spot, spot.value)
        else:
            found = bad_escape(spot, spot.value, close) or text_behind(spot, spot.value, close)
        if not self._report(found):
            self._done("data", close.line + 1 if close else spot.index + 1)

    def _flow(self) -> None:
        spot = self.spot
        flow = FlowWalk(spot)
        flow.walk()
        found = flow.slip or behind(flow) or entries_in_list(flow) or braces_over_rows(spot, flow.line, flow.column)
        if not self._report(found):
            self._done("data", max(flow.line, spot.index) + 1)

    def _plain(self, own_line: bool) -> None:
        spot = self.spot
        plain = Plain(spot, own_line)
        if self._report(plain.slip()):
            return
        value = spot.text[spot.value : content_end(spot.text, spot.value)]
        text = own_line or plain.end > spot.index + 1 or looks_like_text(value)
        above = spot.before_line
        self._done("text" if text else "data" if is_data(value) else "name", plain.end)
        if own_line:
            spot.before_line = above


def _same(one: Finding, other: Finding) -> bool:
    """The same slip again: its changes did not help."""
    return one.span == other.span and one.message == other.message
