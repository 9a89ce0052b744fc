"""What the editor offers while an expression is typed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from generator.form.edition import Edition
from generator.report.expressions.names import Name, name_table


@cache
def names(edition: Edition) -> Mapping[str, str]:
    """The shortest name of every figure (without 上年.) in the order of the form; the way to it there, and its unit."""
    table = name_table(edition)
    found = {name.meaning: name for name in reversed(table.every) if name.meaning is not None}
    return MappingProxyType({table.shortest(name): _way(name) for name in reversed(found.values())})


def _way(name: Name) -> str:
    return " › ".join(name.path) + (f"（{name.unit}）" if name.unit else "")
