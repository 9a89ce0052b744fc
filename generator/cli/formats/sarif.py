"""Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), for code hosts and editors.

Columns count characters, which SARIF calls ``unicodeCodePoints``. Clause numbers below are those of the standard.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from generator import __version__
from generator.cli.formats.json import put_json
from generator.cli.rule_pages import markdown_page, text_page
from generator.cli.running import show_trace
from generator.findings import WHOLE_FILE, Finding, Fix, Related, Severity, Span
from generator.pipeline.catalogue import rules

if TYPE_CHECKING:
    from generator.cli.outcome import Outcome
    from generator.pipeline.catalogue import CatalogueEntry
    from generator.pipeline.checking import Checked

Data = dict[str, Any]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_STDIN = "-"


def show(results: Iterable[Checked], outcome: Outcome, *, debug: bool) -> int:
    """Print the log of the run at the end; the exit code."""
    catalogue = rules()
    index = {entry.code: number for number, entry in enumerate(catalogue)}
    found = []
    for checked in results:
        found += [_result(finding, index[finding.code]) for finding in checked.findings]
        show_trace(checked, debug=debug)
    put_json(_log(catalogue, found, outcome))
    return outcome.exit_code


def _log(catalogue: list[CatalogueEntry], results: list[Data], outcome: Outcome) -> Data:
    driver = {
        "name": "nianbao",
        "version": __version__,
        "language": "zh-CN",
        "rules": [_rule(entry) for entry in catalogue],
    }
    invocation = {"executionSuccessful": not (outcome.crashed or outcome.refused), "exitCode": outcome.exit_code}
    run = {
        "tool": {"driver": driver},
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation],
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(entry: CatalogueEntry) -> Data:
    """A reportingDescriptor (3.49)."""
    return {
        "id": entry.code,
        "shortDescription": {"text": entry.title},
        "fullDescription": {"text": entry.why},
        "help": {"text": text_page(entry), "markdown": markdown_page(entry)},
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
    }


def _result(finding: Finding, rule_index: int) -> Data:
    """A result (3.27); the hint is a paragraph of its message."""
    result: Data = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n\n".join(filter(None, (finding.said, finding.hint)))},
        "locations": [_location(finding)],
    }
    if finding.related:
        result["relatedLocations"] = [_related(finding, other, number) for number, other in enumerate(finding.related)]
    if finding.fix:
        result["fixes"] = [_fix(finding, finding.fix)]
    return result


def _location(finding: Finding) -> Data:
    location: Data = {"physicalLocation": _place(finding.file, finding.span)}
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": "/".join(map(str, finding.path))}]
    return location


def _related(finding: Finding, other: Related, number: int) -> Data:
    return {"id": number, "message": {"text": other.message}, "physicalLocation": _place(finding.file, other.span)}


def _place(file: str, span: Span) -> Data:
    region = {"startLine": 1} if span == WHOLE_FILE else _region(span)
    return {"artifactLocation": {"uri": uri(file)}, "region": region}


def _region(span: Span) -> Data:
    """A region (3.30): 1-based, its end column one past the last character, as ours."""
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fix(finding: Finding, fix: Fix) -> Data:
    """A fix (3.55): its edits are replacements in one file."""
    replacements = [{"deletedRegion": _region(e.span), "insertedContent": {"text": e.text}} for e in fix.edits]
    change = {"artifactLocation": {"uri": uri(finding.file)}, "replacements": replacements}
    return {"description": {"text": fix.title}, "artifactChanges": [change]}


def uri(file: str) -> str:
    """A file's URI (3.4.3): relative to where the program runs if it was named so, every byte escaped that must be."""
    if file == _STDIN:
        return "stdin"
    if os.path.isabs(file):
        return Path(file).as_uri()
    return quote(os.fsencode(os.path.normpath(file).replace(os.sep, "/")))
