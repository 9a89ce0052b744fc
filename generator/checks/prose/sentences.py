"""Cutting text into sentences, with offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple


class SentencePart(NamedTuple):
    """``text`` is what stands from ``start`` to ``end`` in the paragraph, its closing mark included."""

    start: int
    end: int
    text: str


@cache
def _pattern(marks: str) -> re.Pattern[str]:
    return re.compile(f"[^{marks}]+[{marks}]*")


def sentences(text: str) -> Iterator[SentencePart]:
    """The sentences of a paragraph, ended by 。！？ or ；."""
    return _cut(text, "。！？；")


def without_titles(text: str) -> str:
    """The text with everything in 《》 blotted out, offsets kept: a title speaks for its issuer."""
    return _titles().sub(lambda match: "书" * len(match[0]), text) if "《" in text else text


def without_quotes(text: str) -> str:
    """The text with everything in “” blotted out, offsets kept, each with a mark of its own: it may be said so."""
    return _quotes().sub(lambda match: "“" + "，" * (len(match[0]) - 2) + "”", text) if "“" in text else text


@cache
def _quotes() -> re.Pattern[str]:
    return re.compile("“[^“”]{0,99}”")


@cache
def _titles() -> re.Pattern[str]:
    return re.compile("《[^《》]{0,99}(?:《[^《》]{0,99}》[^《》]{0,99}){0,3}》")


def _cut(text: str, marks: str) -> Iterator[SentencePart]:
    for match in _pattern(marks).finditer(text):
        yield SentencePart(match.start(), match.end(), match[0])
