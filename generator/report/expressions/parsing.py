"""An expression as a tree, by Python's own parser.

The parser never sees the clerk's text. It gets ASCII of the same length in which every name is ``nnn``, every number
``111`` and every unit ``'sss'``: no keyword, prefix, escape or Unicode normalisation can mean anything there, and its
columns are ours. What a leaf of the tree stands for is looked up by its column.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.report.expressions.grammar import check_order
from generator.report.expressions.problems import ExpressionProblem, WrongExpressionError
from generator.report.expressions.tokens import Token, tokens_of


class Parsed(NamedTuple):
    """The tree of an expression and its words by the column at which they begin."""

    tree: ast.expr
    tokens: Mapping[int, Token]

    @property
    def names(self) -> list[Token]:
        """The names in it, in order."""
        return [token for token in self.tokens.values() if token.kind == "name"]


def extent(part: ast.expr | Token) -> tuple[int, int]:
    """Where a part of the tree begins and ends (without brackets around it)."""
    if isinstance(part, Token):
        return part.start, part.end
    return part.col_offset, part.end_col_offset or part.col_offset


@lru_cache(maxsize=512)
def parse(source: str) -> Parsed:
    """Read an expression; WrongExpressionError when it is none. ``source`` neither begins nor ends with a space."""
    tokens = tokens_of(source)
    check_order(tokens)
    try:
        tree = ast.parse(_stand_in(tokens), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as refusal:
        raise WrongExpressionError(_unreadable(tokens)) from refusal
    return Parsed(tree, {token.start: token for token in tokens})


def _stand_in(tokens: tuple[Token, ...]) -> str:
    """The text for Python's parser."""
    parts: list[str] = []
    length = 0
    for token in tokens:
        parts.append(" " * (token.start - length))
        parts.append(_like(token))
        length = token.end
    return "".join(parts)


def _like(token: Token) -> str:
    width = token.end - token.start
    if token.kind == "name":
        return "n" * width
    if token.kind == "number":
        whole, dot, decimals = token.text.partition(".")
        return "1" * len(whole) + dot + "1" * len(decimals)
    return f"'{'s' * (width - 2)}'" if token.kind == "text" else token.text


def _unreadable(tokens: tuple[Token, ...]) -> ExpressionProblem:
    """What the order of words does not tell: an argument by position after one by name."""
    hint = "带名称的参数（单位=、位数=）要写在最后。"
    return ExpressionProblem(tokens[0].start, tokens[-1].end, "表达式写得不对", hint)
