"""The Finding record, for the rooms that import only the pipeline."""

from generator.findings import (
    SEVERITY_WORDS,
    WHOLE_FILE,
    Edit,
    Finding,
    Fix,
    Related,
    Severity,
    Span,
    for_people,
    urgency,
)

__all__ = [
    "SEVERITY_WORDS",
    "WHOLE_FILE",
    "Edit",
    "Finding",
    "Fix",
    "Related",
    "Severity",
    "Span",
    "for_people",
    "urgency",
]
