"""Formatting: figures and notes of neighbouring rows stand under one another. Text, values and comments stay as typed.

Only lines that hold nothing but a key and figures are touched, and nothing at all in a file that cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.editing.changes import edits_between
from generator.editing.page import Page
from generator.findings import Edit
from generator.form.model import FIGURES, Item, Kind, Path
from generator.han.width import columns as width
from generator.pipeline.opening import read_tree
from generator.source.nodes import Entry, Mapping, Node, Scalar
from generator.source.reader import Tree
from generator.source.row_writing import in_braces

_GAP = 2
_WITH_FIGURES = frozenset({Kind.ROW, Kind.GROUP, *FIGURES})


class EntryRow(NamedTuple):
    """A line that holds one entry of a table and maybe a note: its pieces, without the spaces between them."""

    line: int
    indent: str
    key: str
    value: str
    note: str


def formatted(page: Page) -> tuple[Edit, ...]:
    """The edits that align the tables; none where that would change anything but spaces."""
    tree = page.tree
    if tree.root is None or tree.mended or tree.findings:
        return ()
    lines = list(page.lines)
    for row, text in _aligned(_rows(page, tree)):
        lines[row.line - 1] = text
    return _if_the_same(page, lines)


def _if_the_same(page: Page, lines: Sequence[str]) -> tuple[Edit, ...]:
    """The edits, if the file still says exactly what it said."""
    line_break = "\r\n" if "\r\n" in page.text else "\n"
    old = line_break.join(page.lines)
    if old != page.text:  # mixed or unusual line breaks: lines cannot be put together again as they were
        return ()
    new = line_break.join(lines)
    same = _said(read_tree(new.encode("utf-8", "surrogatepass"))) == _said(page.tree)
    return edits_between(page.text, new) if same else ()


def _said(tree: Tree) -> object:
    """All that a tree says: keys, values as typed with their style, comments with their lines."""
    return tree.findings, _plain(tree.root), {line: comment.text for line, comment in tree.comments.items()}


def _plain(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return [(entry.key.text, _plain(entry.value)) for entry in node]
    return (node.style, node.text) if isinstance(node, Scalar) else node and [_plain(item) for item in node.items]


def _rows(page: Page, tree: Tree) -> list[EntryRow]:
    """The rows of all tables, by line."""
    assert tree.root is not None, "a file that cannot be read is not formatted"
    tables = {table.key: table for table in page.edition.tables}
    entries = [(e, tables[e.key.text], (e.key.text,)) for e in tree.root if e.key.text in tables]
    found = [row for entry, item, path in entries for row in _rows_in(page, entry, item, path)]
    alone = {line for line, rows in groupby(sorted(row.line for row in found)) if len(list(rows)) == 1}
    return sorted(row for row in found if row.line in alone)


def _rows_in(page: Page, entry: Entry, item: Item, path: Path) -> Iterator[EntryRow]:
    value = entry.value
    if isinstance(value, Mapping) and not value.flow:
        for child in value:
            below = item.by_key.get(child.key.text)
            if below and below.kind in _WITH_FIGURES:
                yield from _rows_in(page, child, below, (*path, child.key.text))
    elif len(path) > 1 and value.span.line == value.span.end_line == entry.key.span.line:
        yield _row(page, entry)


def _row(page: Page, entry: Entry) -> EntryRow:
    key, value = entry.key.span, entry.value.span
    line = page.line(key.line)
    note = page.tree.comments.get(key.line)
    return EntryRow(
        key.line,
        line[: key.column - 1],
        line[key.column - 1 : key.end_column - 1],
        _tidy(entry.value) or line[value.column - 1 : value.end_column - 1],
        note.text if note else "",
    )


def _tidy(node: Node) -> str:
    """Plain figures in braces with one space after each colon and comma; '' where anything else stands there."""
    if isinstance(node, Scalar):
        return node.text if node.style == "plain" else ""
    if not isinstance(node, Mapping) or not all(entry.key.style == "plain" for entry in node):
        return ""
    cells = [(entry.key.text, _tidy(entry.value)) for entry in node]
    return in_braces(cells) if all(v for _, v in cells) else ""


def _aligned(rows: list[EntryRow]) -> Iterator[tuple[EntryRow, str]]:
    """Rows on neighbouring lines with one indentation, values in one column, notes in another."""
    for _, block in groupby(enumerate(rows), key=lambda pair: (pair[1].line - pair[0], pair[1].indent)):
        yield from _block([row for _, row in block])


def _block(rows: list[EntryRow]) -> Iterator[tuple[EntryRow, str]]:
    edge = max(width(row.key) for row in rows) + 2
    bodies = [f"{row.indent}{_padded(f'{row.key}:', edge)}{row.value}".rstrip() for row in rows]
    notes = max((width(body) for body, row in zip(bodies, rows, strict=True) if row.note), default=0) + _GAP
    for row, body in zip(rows, bodies, strict=True):
        yield row, f"{_padded(body, notes)}{row.note}" if row.note else body


def _padded(text: str, columns: int) -> str:
    return text + " " * max(0, columns - width(text))
