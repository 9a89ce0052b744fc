"""Whether this year's text is last year's, numbers and years left out."""

from __future__ import annotations

from generator.report.likeness import nearness, words_of

SHORTEST = 10
"""Characters from which identical texts count."""
LONG = 50
"""Characters from which nearly identical texts count."""


def likeness(text: str, other: str) -> float | None:
    """The ratio (0 to 1) of two texts that are alike enough to be named, else None."""
    words, others = words_of(text), words_of(other)
    if words == others:
        return 1.0 if len(words) >= SHORTEST else None
    return nearness(words, others) if min(len(words), len(others)) >= LONG else None
