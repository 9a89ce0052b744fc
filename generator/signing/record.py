"""定稿: what is kept of a report when it is signed off, as JSON that a person can read and no program runs.

``report`` in it has the YAML's own keys and shape, so the report can be read again and compared like any other.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from generator.files.exact_json import exact_json
from generator.form import keys
from generator.report.model import Figure, Report
from generator.report.plain import as_data, printed_figures
from generator.signing.marks import HEAD

MAX_BYTES = 20_000_000
"""No record is larger: the YAML has at most half of that."""
_SEPARATOR = "."
"""Between the keys of a figure's path; no key of the form has one."""


class Record(NamedTuple):
    """What was signed off: ``hashes`` by file name (SHA-256), ``figures`` by path, ``report`` as plain data."""

    day: str
    agency: str
    year: int | None
    hashes: Mapping[str, str]
    figures: Mapping[str, Figure]
    report: Mapping[str, Any]

    @property
    def yaml(self) -> bytes:
        """The report as signed off, as a text that reads like its YAML (JSON is YAML)."""
        return exact_json(_known(dict(self.report)))


class UnreadableRecordError(Exception):
    """A file that should be a 定稿 and is none, or is damaged."""


def sha256(data: bytes) -> str:
    """The checksum by which anybody can see that a file is the same: 64 lower-case hex digits."""
    return hashlib.sha256(data).hexdigest()


def record_of(report: Report, day: str, hashes: Mapping[str, str]) -> Record:
    """The record of a report signed off on ``day``."""
    figures = {_SEPARATOR.join(path): value for path, value in printed_figures(report)}
    return Record(day, report.agency or "", report.year, dict(hashes), figures, as_data(report))


def written(record: Record) -> bytes:
    """The record as a file."""
    head = {"date": record.day, "agency": record.agency, "year": record.year}
    body = {"hashes": dict(record.hashes), "figures": dict(record.figures), "report": record.report}
    return exact_json({**HEAD, **head, **body})


def read(data: bytes) -> Record:
    """A record from a file's content. Raises UnreadableRecordError for whatever is none."""
    found = _parsed(data)
    hashes, figures, report = found.get("hashes"), found.get("figures"), found.get("report")
    if not (isinstance(hashes, dict) and isinstance(figures, dict) and isinstance(report, dict)):
        raise UnreadableRecordError
    if not all(isinstance(value, str) for value in hashes.values()):
        raise UnreadableRecordError
    if not all(_is_figure(value) for value in figures.values()):
        raise UnreadableRecordError
    day, agency, year = found.get("date"), found.get("agency"), found.get("year")
    if not (isinstance(day, str) and isinstance(agency, str) and (year is None or type(year) is int)):
        raise UnreadableRecordError
    return Record(day, agency, year, hashes, figures, report)


def _parsed(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data[: MAX_BYTES + 1], parse_float=Decimal, parse_constant=_refused)
    except (ValueError, RecursionError) as problem:
        raise UnreadableRecordError from problem
    if not isinstance(found, dict) or any(found.get(key) != value for key, value in HEAD.items()):
        raise UnreadableRecordError
    return found


def _refused(word: str) -> None:
    raise ValueError(word)


def _is_figure(value: object) -> bool:
    return value is None or type(value) is int or (isinstance(value, Decimal) and value.is_finite())


def _known(data: dict[str, Any]) -> dict[str, Any]:
    """Without what a record cannot follow: last year's file, whose path was relative to the YAML."""
    return {key: value for key, value in data.items() if key != keys.LAST_YEAR}
