"""Expressions ``{{ … }}`` in text: figures taken from the tables, exact arithmetic, figures put into words.

Safe by construction: our own scan finds them, our own words and grammar are checked first, Python's parser only ever
sees ASCII stand-ins, and only numbers, names of the form, four operations and the functions here have a meaning.

What the editor needs beside (``names``, ``FUNCTIONS``, ``value_of``) is in the module ``catalogue``.
"""

from __future__ import annotations

from generator.report.expressions.carrying import carry_out
from generator.report.expressions.context import Context, LastYearState, context_of

__all__ = ["Context", "LastYearState", "carry_out", "context_of"]
