"""The validator's errors as plain facts, one for each place and keyword."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.findings import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """The value at ``path`` breaks ``keyword``, whose value in the schema is ``wanted``.

    For ``required`` and ``additionalProperties`` the path is that of the mapping; for ``pattern`` (a numbered
    subheading) ``value`` is the key and the path that of the mapping it stands in.
    """

    path: Path
    keyword: str
    value: Any
    wanted: Any


def problems_in(instance: object, schema: Any) -> list[Problem]:
    """Everything wrong with an instance, a mistake once.

    jsonschema reports a mapping again for each missing key, and an empty choice both as no text and as no choice.
    """
    from jsonschema import Draft7Validator

    found: dict[tuple[Path, str, str], Problem] = {}
    for error in Draft7Validator(schema).iter_errors(instance):
        path = tuple(error.absolute_path)
        each_key = error.instance if error.validator == "pattern" else ""
        problem = Problem(path, str(error.validator), error.instance, error.validator_value)
        found.setdefault((path, problem.keyword, str(each_key)), problem)
    return [p for p in found.values() if p.keyword == "type" or (p.path, "type", "") not in found]
