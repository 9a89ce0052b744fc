"""Where the expressions of a text line are, and which braces went wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARKS = re.compile(r"[{｛]{2,}|[}｝]{2,}")


class BraceMark(NamedTuple):
    """A double brace, or what was meant as one: full-width braces, three of them (``odd``)."""

    start: int
    end: int
    opens: bool
    odd: bool

    @property
    def right(self) -> str:
        """As it should be typed."""
        return "{{" if self.opens else "}}"


class BracePair(NamedTuple):
    """An opening and a closing double brace with an expression in between."""

    opening: BraceMark
    closing: BraceMark


class Gap(NamedTuple):
    """Text outside of expressions."""

    start: int
    end: int


def scan(text: str) -> Iterator[BracePair | BraceMark | Gap]:
    """The text from left to right: gaps, pairs, and marks without a partner. Every character belongs to one of them."""
    at = 0
    waiting: BraceMark | None = None
    for mark in _marks(text):
        if waiting and not mark.opens:
            yield from _gap(at, waiting.start)
            yield BracePair(waiting, mark)
            at, waiting = mark.end, None
            continue
        lone = waiting if mark.opens else mark
        waiting = mark if mark.opens else None
        if lone:
            yield from _gap(at, lone.start)
            yield lone
            at = lone.end
    if waiting:
        yield from _gap(at, waiting.start)
        yield waiting
        at = waiting.end
    yield from _gap(at, len(text))


def _marks(text: str) -> Iterator[BraceMark]:
    for found in _MARKS.finditer(text):
        typed = found.group()
        yield BraceMark(*found.span(), opens=typed[0] in "{｛", odd=typed not in {"{{", "}}"})


def _gap(start: int, end: int) -> Iterator[Gap]:
    if start < end:
        yield Gap(start, end)
