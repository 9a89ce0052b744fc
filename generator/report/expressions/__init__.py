"""Expressions ``{{ … }}`` in text: figures taken from the tables, exact arithmetic, figures put into words.

Safe by construction: our own scan finds them, our own words and grammar are checked first, Python's parser only ever
sees ASCII stand-ins, and only numbers, names of the form, four operations and the functions here have a meaning.
"""

from __future__ import annotations

from generator.report.expressions.carrying import carry_out, value_of
from generator.report.expressions.catalogue import names
from generator.report.expressions.context import Context, LastYearState, context_of
from generator.report.expressions.functions import FUNCTIONS, Function

__all__ = ["FUNCTIONS", "Context", "Function", "LastYearState", "carry_out", "context_of", "names", "value_of"]
