"""The Finding record, for the rooms that import only the pipeline."""

from generator.findings import Finding, Related, Severity, Span

__all__ = ["Finding", "Related", "Severity", "Span"]
