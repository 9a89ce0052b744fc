"""What the editor offers while an expression is typed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from generator.form.edition import Edition
from generator.report.expressions.names import name_table


@cache
def names(edition: Edition) -> Mapping[str, str]:
    """The shortest name of every figure (without 上年.), and the way to it through the form, with its unit."""
    table = name_table(edition)
    return MappingProxyType(
        {
            table.shortest(name): " › ".join(name.path) + (f"（{name.unit}）" if name.unit else "")
            for name in table.every
            if name.meaning is not None
        }
    )
