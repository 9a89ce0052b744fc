"""The expressions in the text, where they and the names in them stand, and what a name leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.editing.page import Page
from generator.findings import Span
from generator.form import keys
from generator.form.edition import Edition
from generator.form.model import Kind, Path
from generator.report.expressions.catalogue import value_of
from generator.report.expressions.functions import BY_NAME
from generator.report.expressions.names import ColumnSum, Name, name_table
from generator.report.expressions.places import span_of
from generator.report.expressions.problems import WrongExpressionError
from generator.report.expressions.scan import BracePair, scan
from generator.report.expressions.suggest import LAST_YEAR
from generator.report.expressions.tokens import Token, tokens_of
from generator.source.nodes import Mapping, Node, Scalar, TextLine
from generator.source.textlines import text_lines

_TEXTS = frozenset({Kind.TEXT, Kind.TOPIC, Kind.NARRATIVE, Kind.SENTENCE})


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
    """Every expression of the text, in the order of the file; of an unreadable text those that still hold.

    The value is None when something is wrong with the expression, and when a figure in it is not known for now.
    """
    if page.report is None:
        for found in _written(page.sound) if page.sound else ():
            yield from _kept(page, found)
        return
    for found in _written(page):
        yield (
            found if page.is_sound or page.source(_places(found, page.edition)) is page else found._replace(value=None)
        )


def value_in(page: Page, label: str) -> str | None:
    """What a name is worth; None as long as that is not known."""
    there = page.source(_places_of_use(*_of_last_year(tuple(label.split("."))), page.edition))
    return value_of(label, there.context) if there and there.context else None


def name_of(path: Path, edition: Edition) -> Name | None:
    """The name that a path in an expression means."""
    found = name_table(edition).resolve(path)
    return found[0] if len(found) == 1 else None


def places_of(name: Name, edition: Edition) -> tuple[Path, ...]:
    """Where in a file the figures of a name stand: the entry of that name, or the rows or cells it adds up."""
    if edition.find(name.path) or not isinstance(name.meaning, ColumnSum):
        return (name.path,)
    cells = tuple((*row, name.path[-1]) for row in name.meaning.rows)
    return cells if all(edition.find(cell) for cell in cells) else name.meaning.rows


def _written(page: Page) -> Iterator[Expression]:
    if page.tree.root is None or "{{" not in page.text.replace("｛", "{"):
        return
    for scalar in _texts(page, page.tree.root, ()):
        for line in text_lines(scalar, page.tree.source):
            for part in scan(line.text):
                if isinstance(part, BracePair):
                    yield _expression(page, line, part)


def _texts(page: Page, node: Node, path: Path) -> Iterator[Scalar]:
    if isinstance(node, Mapping):
        for entry in node:
            yield from _texts(page, entry.value, (*path, entry.key.text))
    elif isinstance(node, Scalar) and "{" in node.text.replace("｛", "{"):
        item = page.item(path)
        if item and item.kind in _TEXTS:
            yield node


def _expression(page: Page, line: TextLine, pair: BracePair) -> Expression:
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


def _kept(page: Page, found: Expression) -> Iterator[Expression]:
    """An expression of the last sound state where it stands now, if its value still is what it was."""
    spans = [page.kept.span(span) for span in (found.span, *(use.span for use in found.uses))]
    if found.value is not None and None not in spans and page.source(_places(found, page.edition)):
        whole, *names = (span for span in spans if span)
        uses = (use._replace(span=span) for use, span in zip(found.uses, names, strict=True))
        yield found._replace(span=whole, uses=tuple(uses))


def _places(expression: Expression, edition: Edition) -> tuple[Path, ...]:
    """Where everything stands that an expression's value is made of; last year's file is one of these things."""
    last_year = ((keys.LAST_YEAR,),) if LAST_YEAR in expression.source else ()
    return (*last_year, *(p for use in expression.uses for p in _places_of_use(use.path, use.of_last_year, edition)))


def _places_of_use(path: Path, of_last_year: bool, edition: Edition) -> tuple[Path, ...]:
    if of_last_year:
        return ((keys.LAST_YEAR,),)
    name = name_of(path, edition)
    return places_of(name, edition) if name else ()


def _of_last_year(path: Path) -> tuple[Path, bool]:
    """A name without 上年 before it, and whether that was there."""
    of_last_year = path[0] == LAST_YEAR
    return path[1:] if of_last_year else path, of_last_year


def _names(source: str) -> Iterator[Token]:
    try:
        tokens = tokens_of(source)
    except WrongExpressionError:
        return
    yield from (token for token in tokens if token.kind == "name" and token.text not in BY_NAME)


def _use(line: TextLine, token: Token, offset: int) -> Use:
    span = span_of(line, offset + token.start, offset + token.end)
    return Use(span, *_of_last_year(tuple(token.text.split("."))))
