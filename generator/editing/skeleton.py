"""The bones of a text, half typed or not: which key stands where, and what lies under it, by indentation alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from generator.editing.flow import read_flow
from generator.findings import Span
from generator.form.model import Path

_KEY = re.compile(r"(?P<key>\"[^\"]*\"|'[^']*'|[^\s#:：{}\[\],\"'|>&*!%@`?-][^:：#{}]*?)\s*(?P<colon>:(?=\s|$)|：)\s*")
_TEXT = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?$")
_MOST_LINES = 20_000
"""A file with more lines is no report."""


@dataclass(slots=True)
class Branch:
    """A key and what is under it. ``value`` is the rest of its line from ``value_column`` on; in ``{…}`` the value.

    A line that holds nothing but a comment behind its key has no value.

    ``last_line`` is the last line that belongs to it. ``indent`` is how far the key is from the left edge; in braces
    that of the key around them.
    """

    key: str
    path: Path
    span: Span
    indent: int
    value: str
    value_column: int
    last_line: int
    in_braces: bool = False
    children: list[Branch] = field(default_factory=list)

    @property
    def holds_text(self) -> bool:
        """Whether ``|`` or ``>`` stands behind the key."""
        return bool(_TEXT.match(self.value))

    @property
    def opens_braces(self) -> bool:
        """Whether its entries stand in braces."""
        return self.value.startswith("{")


def skeleton(lines: Sequence[str], known: Collection[str] = frozenset()) -> Branch:
    """The tree of the keys; its top has the path (). ``known`` keys also count with a full-width colon."""
    top = Branch("", (), Span(0, 0, 0, 0), -1, "", 0, len(lines))
    stack = [top]
    number = 0
    while number < min(len(lines), _MOST_LINES):
        number = _take(lines, number, stack, known)
    _settle(top)
    top.last_line = len(lines)
    return top


def below(branch: Branch) -> Iterator[Branch]:
    """Every key under a branch, in the order of the file."""
    for child in branch.children:
        yield child
        yield from below(child)


def indent_of(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip())


def _take(lines: Sequence[str], number: int, stack: list[Branch], known: Collection[str]) -> int:
    """Hang the line at index ``number`` where it belongs; the index of the next one to look at."""
    line = lines[number]
    indent = indent_of(line)
    inside_text = stack[-1].holds_text and indent > stack[-1].indent
    if not line.strip() or (line[indent] == "#" and not inside_text):
        return number + 1
    match = None if inside_text else _KEY.match(line, indent)
    if match is None or (match["colon"] == "：" and match["key"] not in known):
        _owner(stack, indent).last_line = number + 1
        return number + 1
    while stack[-1].indent >= indent:
        stack.pop()
    branch = _branch(match, number + 1, indent, line, stack[-1].path)
    stack[-1].children.append(branch)
    stack.append(branch)
    return _inside_braces(lines, branch) if branch.opens_braces else number + 1


def _owner(stack: list[Branch], indent: int) -> Branch:
    """The branch under which a line without a key lies."""
    return next(branch for branch in reversed(stack) if branch.indent < indent or branch is stack[0])


def _branch(match: re.Match[str], number: int, indent: int, line: str, parent: Path) -> Branch:
    key = match["key"].strip("\"'")
    span = Span(number, match.start("key") + 1, number, match.end("key") + 1)
    rest = line[match.end() :].rstrip()
    value = "" if rest.startswith("#") else rest
    return Branch(key, (*parent, key), span, indent, value, match.end() + 1, number)


def _inside_braces(lines: Sequence[str], branch: Branch) -> int:
    """Hang the entries of ``{…}`` under the branch; they may run over several lines."""
    end = _limit(lines, branch)
    flow = read_flow(lines, (branch.span.line, branch.value_column), (end, len(lines[end - 1]) + 1))
    homes: dict[Path, Branch] = {(): branch}
    for entry in flow.entries:
        home = homes.get(entry.path[:-1], branch)
        path = (*branch.path, *entry.path)
        leaf = Branch(
            entry.path[-1], path, entry.span, branch.indent, entry.value, entry.value_column, entry.last_line, True
        )
        homes[entry.path] = leaf
        home.children.append(leaf)
    branch.last_line = flow.last_line
    return flow.last_line


def _limit(lines: Sequence[str], branch: Branch) -> int:
    """The last line (1-based) that the braces may reach: where no key begins as far left as this one."""
    for number in range(branch.span.line, len(lines)):
        line = lines[number]
        match = _KEY.match(line, indent_of(line))
        if match and indent_of(line) <= branch.indent:
            return number
    return len(lines)


def _settle(branch: Branch) -> int:
    """Let every branch reach as far as what is under it."""
    branch.last_line = max([branch.last_line, *(_settle(child) for child in branch.children)])
    return branch.last_line
