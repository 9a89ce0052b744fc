"""A file's plain data against the JSON Schema: valid or not in microseconds, and findings only where it is not.

The gate is jsonschema-rs (jsonschema where it has no wheel). Only an invalid file goes through jsonschema, and its
errors are put into words by keyword and path; what the library itself would say is never used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from generator import resources
from generator.form import Edition
from generator.report.model import Places
from generator.report.renaming import renamed
from generator.source.nodes import Mapping

if TYPE_CHECKING:
    from generator.report.explaining.explained import Explained

__all__ = ["explain", "renamed", "slow_gate", "validate"]


def validate(instance: object) -> bool:
    """Whether plain data (dict, list, str, int, Decimal, None) fits the schema."""
    return _gate()(instance)


def explain(instance: object, root: Mapping, edition: Edition, places: Places, lines: Sequence[str] = ()) -> Explained:
    """The findings NB101 to NB105 of an invalid instance, in the order of the file.

    ``lines`` are the source lines, by which a missing line is put after a comment instead of before it.
    """
    from generator.report.explaining import explain_problems, problems_in

    return explain_problems(problems_in(instance, _schema()), root, edition, places, lines)


@cache
def _gate() -> Callable[[object], bool]:
    try:
        from jsonschema_rs import validator_for
    except ImportError:
        return slow_gate()
    gate: Callable[[object], bool] = validator_for(_schema_text()).is_valid
    return gate


def slow_gate() -> Callable[[object], bool]:
    """The same answer from jsonschema alone."""
    from generator.report.explaining.problems import validator

    answer: Callable[[object], bool] = validator(_schema()).is_valid
    return answer


def _schema() -> Any:
    import json

    return json.loads(_schema_text())


def _schema_text() -> str:
    with open(resources.SCHEMA, encoding="utf-8") as file:
        return file.read()
