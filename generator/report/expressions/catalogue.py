"""What the editor offers while an expression is typed: names, functions, and what an expression prints."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from generator.form.edition import Edition
from generator.report.expressions.context import Context
from generator.report.expressions.evaluate import evaluate
from generator.report.expressions.functions import FUNCTIONS, Function
from generator.report.expressions.names import Name, name_table
from generator.report.expressions.printing import printed

__all__ = ["FUNCTIONS", "Function", "names", "value_of"]


@cache
def names(edition: Edition) -> Mapping[str, str]:
    """The shortest name of every figure (without 上年.) in the order of the form; the way to it there, and its unit."""
    table = name_table(edition)
    found = {name.meaning: name for name in reversed(table.every) if name.meaning is not None}
    return MappingProxyType({table.shortest(name): _way(name) for name in reversed(found.values())})


def value_of(expression: str, context: Context) -> str | None:
    """What an expression (the text between the braces) prints; None when there is something wrong with it."""
    source = expression.strip()
    if not source:
        return None
    value, problems = evaluate(source, context)
    return None if problems else printed(value)


def _way(name: Name) -> str:
    return " › ".join(name.path) + (f"（{name.unit}）" if name.unit else "")
