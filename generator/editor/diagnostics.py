"""Findings as diagnostics."""

from __future__ import annotations

from lsprotocol import types

from generator.editing.page import Page
from generator.editor.places import ClientPositions
from generator.findings import Finding, Severity
from generator.pipeline.catalogue import rule_address

SOURCE = "nianbao"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def diagnostics(page: Page, uri: str, places: ClientPositions) -> list[types.Diagnostic]:
    """What ``nianbao check`` finds, for the client."""
    return [diagnostic(finding, uri, places) for finding in page.checked.findings]


def diagnostic(finding: Finding, uri: str, places: ClientPositions) -> types.Diagnostic:
    """One finding, its hint under its message."""
    return types.Diagnostic(
        range=places.range(finding.span),
        message=f"{finding.message}\n{finding.hint}" if finding.hint else finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        code_description=types.CodeDescription(rule_address(finding.code)),
        source=SOURCE,
        related_information=[
            types.DiagnosticRelatedInformation(types.Location(uri, places.range(r.span)), r.message)
            for r in finding.related
        ],
    )
