"""Whether this year's text is last year's, numbers and years left out."""

from __future__ import annotations

import re

from generator.report.likeness import nearness, words_of

SHORTEST = 10
"""Characters from which identical texts count."""
LONG = 50
"""Characters from which nearly identical texts count."""


_PART = 0.7
"""The share of this year's text that stands in last year's from which it is told."""
_CLAUSE = 8
"""Characters from which a clause is looked for; shorter ones stand in every report."""
_GRAM, _SAME = 3, 0.7
"""A clause stands in the other text if so many of its runs of three characters do: reordered, lightly reworded."""


def contained(text: str, other: str) -> float | None:
    """The share (0 to 1) of a text's clauses that stand in the other one, if it is enough to be named, else None."""
    share = contained_share(text, other)
    return share if share is not None and share >= _PART else None


def contained_share(text: str, other: str) -> float | None:
    """The share (0 to 1) of a text's clauses that stand in the other one; None where one of them is too short."""
    words, others = words_of(text), words_of(other)
    if min(len(words), len(others)) < LONG:
        return None
    grams = {others[i : i + _GRAM] for i in range(len(others) - _GRAM + 1)}
    clauses = [clause for clause in re.split("[，。；：！？]", words) if len(clause) >= _CLAUSE]
    whole = sum(map(len, clauses))
    same = sum(len(clause) for clause in clauses if _stands_in(clause, grams))
    return same / whole if whole >= LONG else 0.0


def _stands_in(clause: str, grams: set[str]) -> bool:
    own = [clause[i : i + _GRAM] for i in range(len(clause) - _GRAM + 1)]
    return sum(gram in grams for gram in own) >= _SAME * len(own)


def likeness(text: str, other: str) -> float | None:
    """The ratio (0 to 1) of two texts that are alike enough to be named, else None."""
    words, others = words_of(text), words_of(other)
    if words == others:
        return 1.0 if len(words) >= SHORTEST else None
    return nearness(words, others) if min(len(words), len(others)) >= LONG else None
