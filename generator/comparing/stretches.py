"""A changed paragraph in pieces: what stayed, what was put in, taken out or replaced, numbers and words kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.comparing.differences import ChangedStretch
from generator.comparing.sequences import runs

_TOKEN = re.compile(r"\d+(?:[.,，]\d+)*[%％]?|[A-Za-z]+|.", re.DOTALL)
_TOO_SHORT = 2
"""What stayed between two changes is told apart only from this many characters on; else reading it is a puzzle."""

_MARKS = "，。；：！？"


def stretches(before: str, after: str) -> tuple[ChangedStretch, ...]:
    """Both texts in pieces, the same and the different in turn."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    pieces = [ChangedStretch("".join(old[run.before]), "".join(new[run.after])) for run in runs(old, new)]
    return tuple(_smoothed(pieces))


def _smoothed(pieces: list[ChangedStretch]) -> Iterator[ChangedStretch]:
    """A few characters that happen to stay between two changes belong to the change."""
    last = len(pieces) - 1
    before = after = ""
    for at, piece in enumerate(pieces):
        if piece.same and (at in {0, last} or len(piece.before) >= _TOO_SHORT):
            if before or after:
                yield ChangedStretch(before, after)
            yield piece
            before = after = ""
        else:
            before, after = before + piece.before, after + piece.after
    if before or after:
        yield ChangedStretch(before, after)


def excerpts(pieces: tuple[ChangedStretch, ...]) -> Iterator[tuple[str, str]]:
    """Each change with the rest of its clause, on both sides."""
    lead, change = "", None
    for piece in pieces:
        if not piece.same:
            before, after = change or (lead, lead)
            change = (before + piece.before, after + piece.after)
            continue
        end = _first_mark(piece.after)
        if change and end:
            yield change[0] + piece.before[:end], change[1] + piece.after[:end]
            change, lead = None, ""
        elif change:
            change = (change[0] + piece.before, change[1] + piece.after)
            continue
        lead += piece.after
        lead = lead[_last_mark(lead) :]
    if change:
        yield change


def _first_mark(text: str) -> int:
    """Where the first clause ends, its mark included; 0 when the text has no mark."""
    return next((at for at, character in enumerate(text, 1) if character in _MARKS), 0)


def _last_mark(text: str) -> int:
    return max(text.rfind(mark) for mark in _MARKS) + 1
