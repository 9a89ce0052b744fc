"""A completion for editors that do less than others: without places to visit, with the words that find it."""

from __future__ import annotations

import re

from generator.editing.answers import Completion, CompletionKind
from generator.han.initials import initials

_NOTHING_BEHIND = re.compile(r"[ （(]")
"""Where the name in a label ends: ``本年新收 …``, ``占比(a, b)``."""
_STOP = re.compile(r"\$\{\d+:([^}]*)\}|\$\d+")


def without_stops(text: str) -> str:
    """A snippet as plain text."""
    return _STOP.sub(lambda stop: stop[1] or "", text)


def words_to_find(answer: Completion, typed: str) -> str:
    """The label and its pinyin initials, so that ``bnxs`` finds 本年新收; '' where the label alone will do.

    The one that is being typed comes first: some editors look at the beginning alone, others at each word.
    """
    found = initials(_NOTHING_BEHIND.split(answer.label, maxsplit=1)[0])
    if not found or answer.sort is CompletionKind.FILE:
        return ""
    return f"{found} {answer.label}" if typed and found.startswith(typed.lower()) else f"{answer.label} {found}"
