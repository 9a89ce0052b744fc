"""PyYAML's own parser, with libyaml's rules where the two differ: tabs, ``:`` and ``?`` in plain text, marks.

So a file gets the same findings whether or not libyaml is there. The names are those of ``yaml.scanner``, whose methods
these replace; ``tests/pure`` holds both against each other on damaged files.
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml.scanner import ScannerError
from yaml.tokens import ScalarToken

_BREAKS = "\r\n\x85\u2028\u2029"
_END = "\0 \t" + _BREAKS
"""What ends a word: blanks, line breaks, the end of the text."""
_MARK = "\ufeff"
_FLOW = ",[]{}"


_Parser: Any = yaml.SafeLoader
"""Its scanner and parser have no types."""


class PureLoader(_Parser):  # type: ignore[misc]
    """Parse events as libyaml reports them."""

    column: int
    line: int
    allow_simple_key: bool

    def fetch_stream_end(self) -> None:
        """The end of the text is told on a line of its own, whether or not the last line is closed."""
        if self.column:
            self.column, self.line = 0, self.line + 1
        super().fetch_stream_end()

    def scan_to_next_token(self) -> None:
        """Blanks, comments and line breaks; a tab is a blank where no key can begin."""
        while True:
            if self.column == 0 and self.peek() == _MARK:
                self.forward()
                self.column = min(self.index - 1, 1)  # the first of the file is none of its characters
            while self.peek() == " " or (self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0" + _BREAKS:
                    self.forward()
            if not self.scan_line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def forward(self, length: int = 1) -> None:
        """Go on; a byte order mark inside the text takes a column as any other character."""
        marks = self.prefix(length).count(_MARK)
        super().forward(length)
        self.column += marks if self.column else 0

    def scan_plain(self) -> Any:
        """Text without quotes; in brackets a colon before a bracket or comma is a mistake."""
        chunks: list[str] = []
        spaces: list[str] = []
        start = end = self.get_mark()
        indent = self.indent + 1
        while self.peek() != "#":
            length = self._word_length(start)
            if not length:
                break
            self.allow_simple_key = False
            chunks += [*spaces, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(indent, start)
            if not spaces or self.peek() == "#" or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start, end)

    def _word_length(self, start: Any) -> int:
        length = 0
        while (char := self.peek(length)) not in _END:
            if char == ":":
                after = self.peek(length + 1)
                if self.flow_level and after in _FLOW + "?":
                    self.forward(length)
                    raise ScannerError("while scanning a plain scalar", start, "found unexpected ':'", self.get_mark())
                if after in _END:
                    break
            elif self.flow_level and char in _FLOW:
                break
            length += 1
        return length

    def scan_plain_spaces(self, indent: int, start: Any) -> list[str]:
        """What stands between two words of plain text: blanks kept, a line break folded, tabs never as indentation."""
        blanks, first_break, breaks = "", "", []
        while (char := self.peek()) in " \t" + _BREAKS and char:
            if char in " \t":
                if first_break and char == "\t" and self.column < indent:
                    problem = "found a tab character that violates indentation"
                    raise ScannerError("while scanning a plain scalar", start, problem, self.get_mark())
                blanks += "" if first_break else char
                self.forward()
                continue
            if first_break:
                breaks.append(self.scan_line_break())
            else:
                first_break = self.scan_line_break()
                self.allow_simple_key = True
            if self.prefix(3) in {"---", "..."} and self.peek(3) in _END:
                return []
        if not first_break:
            return [blanks] if blanks else []
        folded = first_break if first_break != "\n" else "" if breaks else " "
        return [folded, *breaks] if folded else breaks

    def scan_block_scalar_indicators(self, start: Any) -> tuple[bool | None, int | None]:
        """How the last line breaks are taken (+ or -), and a told indentation, in either order."""
        chomping, increment = None, None
        for _ in range(2):
            char = self.peek()
            if char in "+-" and chomping is None:
                chomping = char == "+"
            elif char in "123456789" and increment is None:
                increment = int(char)
            elif char == "0" and increment is None:
                problem = "expected indentation indicator in the range 1-9, but found 0"
                raise ScannerError("while scanning a block scalar", start, problem, self.get_mark())
            else:
                break
            self.forward()
        return chomping, increment

    def scan_block_scalar_ignored_line(self, start: Any) -> None:
        """The rest of the line of ``|`` or ``>``: tabs are blanks there too."""
        while self.peek() in " \t":
            self.forward()
        super().scan_block_scalar_ignored_line(start)

    def scan_block_scalar_indentation(self) -> Any:
        """The first lines of a block of text; a tab cannot indent them."""
        found = super().scan_block_scalar_indentation()
        self._no_tab()
        return found

    def scan_block_scalar_breaks(self, indent: int) -> Any:
        """The lines between two lines of text."""
        found = super().scan_block_scalar_breaks(indent)
        if self.column < indent:
            self._no_tab()
        return found

    def parse_flow_mapping_value(self) -> Any:
        """A value in braces; one that is missing stands where the next sign begins."""
        event: Any = super().parse_flow_mapping_value()
        if isinstance(event, yaml.ScalarEvent) and event.start_mark is event.end_mark:
            event.start_mark = event.end_mark = self.peek_token().start_mark
        return event

    def _no_tab(self) -> None:
        if self.peek() == "\t":
            problem = "found a tab character where an indentation space is expected"
            raise ScannerError("while scanning a block scalar", None, problem, self.get_mark())
