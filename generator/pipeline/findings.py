"""The Finding record, for the rooms that import only the pipeline."""

from generator.findings import (
    PENDING_WORD,
    SEVERITY_WORDS,
    WHOLE_FILE,
    Edit,
    Finding,
    Fix,
    Related,
    Severity,
    Span,
    for_people,
    is_pending,
    urgency,
    word_of,
)

__all__ = [
    "PENDING_WORD",
    "SEVERITY_WORDS",
    "WHOLE_FILE",
    "Edit",
    "Finding",
    "Fix",
    "Related",
    "Severity",
    "Span",
    "for_people",
    "is_pending",
    "urgency",
    "word_of",
]
