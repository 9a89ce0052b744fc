"""Numbered items (一是, （一）, 1., 第一，): where a numbering skips a number, repeats one or goes back.

A numbering begins at its first item; a restart at the first is a new list, which may lie within an item of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from generator.checks.prose.needs import Sieve
from generator.checks.prose.remembering import remembered
from generator.han.numerals import chinese_number


class Ordinal(NamedTuple):
    """The number ``value`` of an item: ``texts[paragraph][start:end]``."""

    paragraph: int
    start: int
    end: int
    value: int


class OrdinalBreak(NamedTuple):
    """An item whose number does not follow; ``read`` are the numbers of its list up to it, ``said`` as written."""

    at: Ordinal
    read: tuple[str, ...]


_CIRCLED = {chr(0x2460 + i): i + 1 for i in range(20)}
_HAN = "十[一二三四五六七八九]|[一二三四五六七八九十]"
_START = r"(?:^|(?<=[。；：，,;:！？\s]))[ \u3000]*"
_FORMS = (
    (("一是",), rf"{_START}(({_HAN})是)(?!前提|关键|基础|否)"),
    (("一要",), rf"{_START}(({_HAN})要)(?!求|点|素)"),
    (("（一", "(一"), rf"{_START}([（(]({_HAN})[）)])(?![（(第]|项|款)"),
    (("1）", "1)", "１）", "１)"), rf"{_START}([（(](\d{{1,2}})[）)])(?![（(]|项|款)"),
    (("1.", "1．", "1、", "１.", "１．", "１、"), r"(?:^|(?<=[。；：\s]))[ \u3000]*((\d{1,2})[.．、])(?![\d０-９])"),
    (("第一",), rf"{_START}(第({_HAN}))(?=[，、：])"),
    (("①",), rf"([{''.join(_CIRCLED)}])"),
)
"""How its first item is written (without one there is no list), and the pattern: its first group is what is pointed
at, its last the number."""


@cache
def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def first_items() -> Sieve[str]:
    """How items are numbered, by how the first is written."""
    return Sieve(_FORMS)


@remembered
def breaks(texts: tuple[str, ...], forms: tuple[str, ...]) -> Iterator[OrdinalBreak]:
    """Each list's first break, for the paragraphs of one entry; ``forms`` are the patterns of its numbers."""
    for pattern in forms:
        yield from _in_form(list(_ordinals(texts, pattern)), texts)


def _ordinals(texts: Sequence[str], pattern: str) -> Iterator[Ordinal]:
    for index, text in enumerate(texts):
        for match in _re(pattern).finditer(text):
            yield Ordinal(index, *match.span(1), _value(match[2] if match.re.groups > 1 else match[1]))


def _value(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    return _CIRCLED.get(numeral) or chinese_number(numeral) or 0


def _in_form(items: list[Ordinal], texts: Sequence[str]) -> Iterator[OrdinalBreak]:
    """Walk the items with the lists that are open, innermost last; one break for each list."""
    open_lists: list[list[Ordinal]] = []
    broken: set[int] = set()
    for item in items:
        if item.value == 1:
            open_lists.append([item])
            continue
        while len(open_lists) > 1 and not _follows(open_lists[-1], item) and _any_follows(open_lists[:-1], item):
            open_lists.pop()
        if not open_lists:
            continue
        current = open_lists[-1]
        if not _follows(current, item) and id(current) not in broken:
            broken.add(id(current))
            yield OrdinalBreak(item, tuple(texts[i.paragraph][i.start : i.end] for i in (*current, item)))
        current.append(item)


def _follows(items: list[Ordinal], item: Ordinal) -> bool:
    return item.value == items[-1].value + 1


def _any_follows(lists: list[list[Ordinal]], item: Ordinal) -> bool:
    return any(_follows(items, item) for items in lists)
