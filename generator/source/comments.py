"""The YAML comments of a file (silences stand in them), never a ``#`` inside text."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.findings import Span
from generator.source.nodes import Mapping, Node, Scalar

_MARK = re.compile(r"(?:(?<=\s)|^)#")


class Comment(NamedTuple):
    """One comment: its text from ``#`` on, and where it stands."""

    text: str
    span: Span


def find_comments(root: Node | None, lines: tuple[str, ...]) -> dict[int, Comment]:
    """Comments by line (1-based); ``root`` tells which ``#`` belong to text."""
    marked = [number for number, line in enumerate(lines, 1) if "#" in line]
    if root is None or not marked:
        return {}
    block_lines, quoted = _text_places(root)
    found = {}
    for number in marked:
        start = None if number in block_lines else _comment_start(lines[number - 1], number, quoted.get(number, ()))
        if start is not None:
            text = lines[number - 1][start:].rstrip()
            found[number] = Comment(text, Span.at(number, start + 1, len(text)))
    return found


def _comment_start(line: str, number: int, quoted: list[Span] | tuple[()]) -> int | None:
    for match in _MARK.finditer(line):
        place = (number, match.start() + 1)
        if not any((span.line, span.column) < place < (span.end_line, span.end_column) for span in quoted):
            return match.start()
    return None


def _text_places(root: Node) -> tuple[set[int], dict[int, list[Span]]]:
    """The lines of block texts, and the quoted scalars by each line they touch."""
    block_lines: set[int] = set()
    quoted: dict[int, list[Span]] = {}
    todo: list[Node] = [root]
    while todo:
        node = todo.pop()
        if isinstance(node, Scalar):
            if node.style in ("literal", "folded"):
                block_lines.update(range(node.span.line + 1, node.span.end_line + 1))
            elif node.style != "plain":
                for number in range(node.span.line, node.span.end_line + 1):
                    quoted.setdefault(number, []).append(node.span)
        elif isinstance(node, Mapping):
            for entry in node:
                todo += (entry.key, entry.value)
        else:
            todo += node.items
    return block_lines, quoted
