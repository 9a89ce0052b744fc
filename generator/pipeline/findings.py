"""The Finding record, for the rooms that import only the pipeline."""

from generator.findings import WHOLE_FILE, Edit, Finding, Fix, Related, Severity, Span

__all__ = ["SEVERITY_WORDS", "WHOLE_FILE", "Edit", "Finding", "Fix", "Related", "Severity", "Span"]

SEVERITY_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提醒"}
"""What a severity is called wherever a person reads it."""
