"""What was found in a text, kept for the next look at it: in an editor one paragraph changes and all rules run again.

Only for what depends on the text alone. Bounded: so many short texts for each function; long ones are read anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from operator import is_
from typing import ParamSpec, TypeVar, TypeVarTuple, Unpack, cast

Found = TypeVar("Found")
Made = TypeVar("Made")
_Arguments = TypeVarTuple("_Arguments")
_Rest = ParamSpec("_Rest")

MOST_TEXTS = 2048
"""Texts kept for each function: a report whose paragraphs are more than these would be read anew each time."""
LONGEST = 1500
"""Characters of the longest text kept; a paragraph of a report has a few hundred."""

_memories: list[Callable[[], None]] = []


def remembered(find: Callable[_Rest, Iterable[Found]]) -> Callable[_Rest, tuple[Found, ...]]:
    """``find`` with its answers kept; its first argument is the text (or a tuple of texts), the others are hashable."""

    def every(*args: _Rest.args, **kwargs: _Rest.kwargs) -> tuple[Found, ...]:
        return tuple(find(*args, **kwargs))

    memory = lru_cache(maxsize=MOST_TEXTS)(every)
    kept = cast("Callable[_Rest, tuple[Found, ...]]", memory)

    @wraps(find)
    def found(*args: _Rest.args, **kwargs: _Rest.kwargs) -> tuple[Found, ...]:
        text = args[0]
        length = len(text) if isinstance(text, str) else _length(text)
        return (kept if length <= LONGEST else every)(*args, **kwargs)

    _memories.append(memory.cache_clear)
    return found


def of_text(find: Callable[[str], Found]) -> Callable[[str], Found]:
    """``find`` with its answers kept: what depends on nothing but one text, and is never changed."""
    memory = lru_cache(maxsize=MOST_TEXTS)(find)

    @wraps(find)
    def found(text: str) -> Found:
        return memory(text) if len(text) <= LONGEST else find(text)

    _memories.append(memory.cache_clear)
    return found


def made_once(make: Callable[[Unpack[_Arguments]], Made]) -> Callable[[Unpack[_Arguments]], Made]:
    """``make`` with its last answer kept for the very same arguments: what several rules read of a report (or of two)
    is made once, however many ask."""
    kept: list[tuple[tuple[object, ...], Made]] = []

    @wraps(make)
    def made(*args: *_Arguments) -> Made:
        if not (kept and all(map(is_, kept[0][0], args))):
            kept[:] = [(args, make(*args))]
        return kept[0][1]

    return made


def _length(texts: object) -> int:
    """Characters of several texts."""
    return sum(map(len, texts)) if isinstance(texts, tuple) else 0


def forget() -> None:
    """Drop everything that was kept: to measure what the first look at a text costs."""
    for clear in _memories:
        clear()
