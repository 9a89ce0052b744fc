"""Where a cursor stands: at a key, at a value, in text, in an expression, in a comment."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from generator.editing.answers import Position
from generator.editing.flow import FlowEntries, read_flow
from generator.editing.page import Page
from generator.editing.skeleton import Branch, indent_of
from generator.findings import Span
from generator.form.model import Path

_COMMENT = re.compile(r"(?:^|\s)#")


class Where(Enum):
    """What is being typed at a place."""

    KEY = auto()
    VALUE = auto()
    TEXT = auto()
    NOWHERE = auto()


class Place(NamedTuple):
    """``path``: for a key that of its parent, else that of the entry. ``branch``: the entry with that path.

    ``word`` is what stands from its beginning up to the cursor, ``span`` covers it. ``in_braces``: within ``{…}``.
    ``indent``: the blanks before a key that is typed on a line of its own.
    """

    where: Where
    path: Path
    branch: Branch
    word: str
    span: Span
    in_braces: bool = False
    indent: int = 0


def place_at(page: Page, at: Position) -> Place:
    """What is typed at the cursor."""
    before = page.line(at.line)[: at.column - 1]
    at = Position(at.line, len(before) + 1)
    chain = _chain(page, at)
    owner = chain[-1]
    in_text = owner.holds_text and at.line > owner.span.line
    if not in_text and _COMMENT.search(before):
        return _place(Where.NOWHERE, owner, "", at)
    if owner.opens_braces and (at.line, at.column) > (owner.span.line, owner.value_column):
        flow = read_flow(page.lines, (owner.span.line, owner.value_column), at)
        if not flow.closed:
            return _in_braces(page, owner, flow, at)
        return _place(Where.NOWHERE, owner, "", at)
    if owner.span.line == at.line and at.column > owner.span.end_column:
        return _place(Where.VALUE, owner, before[owner.value_column - 1 :], at)
    if in_text or (owner.value and owner.span.line < at.line):
        return _place(Where.TEXT, owner, before.lstrip(), at)
    parent = chain[-2] if owner.span.line == at.line and len(chain) > 1 else owner
    indent = indent_of(before)
    return _place(Where.KEY, parent, before[indent:], at)._replace(indent=indent)


def branch_at(page: Page, at: Position) -> Branch | None:
    """The entry whose key the cursor touches."""
    return next((branch for branch in page.branches if at.within(branch.span)), None)


def entry_at(page: Page, at: Position) -> Branch | None:
    """The innermost entry that the cursor is in: its key, its value, or the lines under it."""
    inside = (b for b in page.branches if (b.span.line, b.span.column) <= at and at.line <= b.last_line)
    return max(inside, key=lambda b: (b.span.line, b.span.column), default=None)


def _chain(page: Page, at: Position) -> list[Branch]:
    """From the top down to the entry on a line of its own that the cursor is on, or under by its indentation."""
    chain = [page.skeleton]
    for branch in page.branches:
        if branch.in_braces:
            continue
        if branch.span.line > at.line:
            break
        while chain[-1].indent >= branch.indent:
            chain.pop()
        chain.append(branch)
    line = page.line(at.line)
    depth = indent_of(line) if line.strip() else at.column - 1
    while chain[-1].span.line != at.line and chain[-1].indent >= depth:
        chain.pop()
    return chain


def _place(where: Where, branch: Branch, word: str, at: Position) -> Place:
    return Place(where, branch.path, branch, word, Span.at(at.line, at.column - len(word), len(word)))


def _in_braces(page: Page, owner: Branch, flow: FlowEntries, at: Position) -> Place:
    """Between ``{`` and the cursor: a key or a value of one of the entries inside."""
    word = flow.word if flow.word_start[0] == at.line else ""
    path = (*owner.path, *flow.path, *([flow.key] if flow.key else []))
    branch = next((b for b in page.branches if b.path == path and b.span.line <= at.line), owner)
    where = Where.VALUE if flow.key else Where.KEY
    return _place(where, branch, word, at)._replace(path=path, in_braces=True)
