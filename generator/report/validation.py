"""A file's plain data against the JSON Schema: valid or not in microseconds, and findings only where it is not.

The gate is jsonschema-rs (jsonschema where it has no wheel). Only an invalid file goes through jsonschema, and its
errors are put into words by keyword and path; what the library itself would say is never used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from generator import resources
from generator.form.edition import SCHEMA_EDITION, Edition, edition_for
from generator.report.model import Places
from generator.report.renaming import renamed
from generator.source.nodes import Mapping

if TYPE_CHECKING:
    from generator.report.explaining.explained import Explanation

__all__ = ["explain", "renamed", "slow_gate", "validate"]


def validate(instance: object, edition: Edition = SCHEMA_EDITION) -> bool:
    """Whether plain data (dict, list, str, int, Decimal, None) fits the schema of an edition."""
    return _gate(edition.first_year)(instance)


def explain(
    instance: object, root: Mapping, edition: Edition, places: Places, lines: Sequence[str] = ()
) -> Explanation:
    """The findings NB101 to NB105 of an invalid instance, in the order of the file.

    ``lines`` are the source lines, by which a missing line is put after a comment instead of before it.
    """
    from generator.report.explaining import explain_problems, problems_in

    return explain_problems(problems_in(instance, _schema(edition.first_year)), root, edition, places, lines)


@cache
def _gate(first_year: int) -> Callable[[object], bool]:
    try:
        from jsonschema_rs import validator_for
    except ImportError:
        return slow_gate(first_year)
    gate: Callable[[object], bool] = validator_for(_schema_text(first_year)).is_valid
    return gate


def slow_gate(first_year: int = SCHEMA_EDITION.first_year) -> Callable[[object], bool]:
    """The same answer from jsonschema alone, for the edition that began in ``first_year``."""
    from generator.report.explaining.problems import validator

    answer: Callable[[object], bool] = validator(_schema(first_year)).is_valid
    return answer


def _schema(first_year: int) -> Any:
    import json

    return json.loads(_schema_text(first_year))


def _schema_text(first_year: int) -> str:
    """The committed file for the edition it is of; another edition's schema is derived when it is asked for."""
    if first_year != SCHEMA_EDITION.first_year:
        from generator.form.schema import schema_text

        return schema_text(edition_for(first_year))
    with open(resources.SCHEMA, encoding="utf-8") as file:
        return file.read()
