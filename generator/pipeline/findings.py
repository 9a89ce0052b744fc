"""The Finding record, for the rooms that import only the pipeline."""

from generator.findings import WHOLE_FILE, Edit, Finding, Fix, Related, Severity, Span

__all__ = ["WHOLE_FILE", "Edit", "Finding", "Fix", "Related", "Severity", "Span"]
