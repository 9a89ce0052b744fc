"""Findings for programs: one JSON object, ``files`` with their ``findings``, and the counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.cli.running import show_trace
from generator.cli.streams import put_bytes
from generator.files.exact_json import exact_json

if TYPE_CHECKING:
    from generator.cli.outcome import Outcome
    from generator.pipeline.checking import Checked


def show(results: Iterable[Checked], outcome: Outcome, *, debug: bool) -> int:
    """Print everything at the end; the exit code."""
    files = []
    for checked in results:
        files.append({"file": checked.file, "findings": [finding.as_dict() for finding in checked.findings]})
        show_trace(checked, debug=debug)
    counts = {"errors": outcome.errors, "warnings": outcome.warnings, "pending": outcome.pending}
    put_json({"files": files, **counts})
    return outcome.exit_code


def put_json(data: object) -> None:
    """Write ``data`` to stdout as JSON in UTF-8, amounts exact."""
    put_bytes(exact_json(data))
