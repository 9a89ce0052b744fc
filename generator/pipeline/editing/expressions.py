"""The expressions in the text, where they and the names in them stand, and what a name leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.findings import Span
from generator.form.edition import Edition
from generator.form.model import Kind, Path
from generator.pipeline.editing.page import Page
from generator.report.expressions.catalogue import value_of
from generator.report.expressions.functions import BY_NAME
from generator.report.expressions.names import Name, Sum, name_table
from generator.report.expressions.places import span_of
from generator.report.expressions.problems import WrongExpressionError
from generator.report.expressions.scan import Pair, scan
from generator.report.expressions.suggest import LAST_YEAR
from generator.report.expressions.tokens import Token, tokens_of
from generator.source.nodes import Mapping, Node, Scalar, TextLine
from generator.source.textlines import text_lines

_TEXTS = frozenset({Kind.TEXT, Kind.TOPIC, Kind.NARRATIVE, Kind.FEE})


class Use(NamedTuple):
    """A name in an expression: where it stands, what it is called without 上年., and whether that was before it."""

    span: Span
    path: Path
    of_last_year: bool


class Expression(NamedTuple):
    """One ``{{ … }}``: its span with the braces, its source, its value (None when something is wrong), its names."""

    span: Span
    source: str
    value: str | None
    uses: tuple[Use, ...]


def expressions(page: Page) -> Iterator[Expression]:
    """Every expression of the text, in the order of the file."""
    if page.tree.root is None or "{{" not in page.text.replace("｛", "{"):
        return
    for scalar in _texts(page, page.tree.root, ()):
        for line in text_lines(scalar, page.tree.source):
            for part in scan(line.text):
                if isinstance(part, Pair):
                    yield _expression(page, line, part)


def name_of(path: Path, edition: Edition) -> Name | None:
    """The name that a path in an expression means."""
    found = name_table(edition).resolve(path)
    return found[0] if len(found) == 1 else None


def places_of(name: Name, edition: Edition) -> tuple[Path, ...]:
    """Where in a file the figures of a name stand: the entry of that name, or the rows or cells it adds up."""
    if edition.find(name.path) or not isinstance(name.meaning, Sum):
        return (name.path,)
    cells = tuple((*row, name.path[-1]) for row in name.meaning.rows)
    return cells if all(edition.find(cell) for cell in cells) else name.meaning.rows


def _texts(page: Page, node: Node, path: Path) -> Iterator[Scalar]:
    if isinstance(node, Mapping):
        for entry in node:
            yield from _texts(page, entry.value, (*path, entry.key.text))
    elif isinstance(node, Scalar) and "{" in node.text.replace("｛", "{"):
        item = page.item(path)
        if item and item.kind in _TEXTS:
            yield node


def _expression(page: Page, line: TextLine, pair: Pair) -> Expression:
    inner = line.text[pair.opening.end : pair.closing.start]
    source = inner.strip()
    offset = pair.opening.end + len(inner) - len(inner.lstrip())
    value = value_of(source, page.context) if page.context else None
    return Expression(
        span_of(line, pair.opening.start, pair.closing.end),
        source,
        value,
        tuple(_use(line, token, offset) for token in _names(source)),
    )


def _names(source: str) -> Iterator[Token]:
    try:
        tokens = tokens_of(source)
    except WrongExpressionError:
        return
    yield from (token for token in tokens if token.kind == "name" and token.text not in BY_NAME)


def _use(line: TextLine, token: Token, offset: int) -> Use:
    path = tuple(token.text.split("."))
    of_last_year = path[0] == LAST_YEAR
    span = span_of(line, offset + token.start, offset + token.end)
    return Use(span, path[1:] if of_last_year else path, of_last_year)
