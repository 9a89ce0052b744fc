"""The validator's errors as plain facts, one for each place and keyword."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any

from generator.findings import Path

MOST_ERRORS = 5000
"""Errors of the validator that are looked at; the form has some 500 places."""

_TYPE = ("type",)
_SAID_BY: dict[str, tuple[str, ...]] = {"type": (), "pattern": ("type", "additionalProperties")}
"""Keyword → the keywords beside which, at the same path, it says nothing more; for all others ``type``."""


@dataclass(frozen=True, slots=True)
class SchemaProblem:
    """The value at ``path`` breaks ``keyword``, whose value in the schema is ``wanted``.

    For ``required`` and ``additionalProperties`` the path is that of the mapping; for ``pattern`` (a numbered
    subheading) ``value`` is the key and the path that of the mapping it stands in.
    """

    path: Path
    keyword: str
    value: Any
    wanted: Any


def problems_in(instance: object, schema: Any) -> list[SchemaProblem]:
    """Everything wrong with an instance, a mistake once.

    jsonschema reports a mapping again for each missing key, an empty choice both as no text and as no choice, and a
    spoken name of a kind of applicants both as a name that may not be and as no entry.
    """
    found: dict[tuple[Path, str, str], SchemaProblem] = {}
    for error in islice(validator(schema).iter_errors(instance), MOST_ERRORS):
        path = tuple(error.absolute_path)
        each_key = error.instance if error.validator == "pattern" else ""
        problem = SchemaProblem(path, str(error.validator), error.instance, error.validator_value)
        found.setdefault((path, problem.keyword, str(each_key)), problem)
    return [problem for problem in found.values() if not _is_said(problem, found)]


def _is_said(problem: SchemaProblem, found: Collection[tuple[Path, str, str]]) -> bool:
    return any((problem.path, other, "") in found for other in _SAID_BY.get(problem.keyword, _TYPE))


def validator(schema: Any) -> Any:
    """jsonschema's validator of a schema, for which a Decimal without a fraction is a whole number as for the gate."""
    from generator.pure import jsonschema

    library = jsonschema()
    draft = library.Draft7Validator
    return library.validators.extend(draft, type_checker=draft.TYPE_CHECKER.redefine("integer", _is_whole))(schema)


def _is_whole(_checker: object, value: object) -> bool:
    if isinstance(value, Decimal):
        return value == value.to_integral_value()
    return isinstance(value, int) and not isinstance(value, bool)
