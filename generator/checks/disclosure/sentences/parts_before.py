"""Parts with their total behind them (网上4件、信函13件，合计17件; 留言（咨询42条、投诉31条）73条)."""

from __future__ import annotations

from generator.checks.disclosure.sentences.lexicon import Sense, Word
from generator.checks.disclosure.sentences.meaning import Meant
from generator.checks.disclosure.sentences.numbers import Number
from generator.checks.disclosure.sentences.phrases import CLOSING
from generator.checks.disclosure.sentences.statements import Said
from generator.checks.disclosure.sentences.sums import MOST_PARTS, Breakdown, is_level, is_partial, some_add_up

_BARE = frozenset({Sense.TOGETHER, Sense.NEUTRAL, Sense.STATES, Sense.EACH})
_ALTOGETHER = frozenset({"合计", "总计", "共计"})
_MANY = 3
"""Parts from which one of these at the head of the sum says that they are added up, whatever the sum is called."""
_HOTLINES = range(12300, 12400)
"""The public lines of government offices have numbers of these (12315, 12329, 12345)."""
_STRETCHES = {"季度": 4, "半年": 2}
"""Stretches of the year that its parts may be told by, and how many make the year."""


def summed_up(said: tuple[Said, ...]) -> Breakdown | None:
    """Parts with their sum behind them (网上4件、信函13件，合计17件; 一季度…四季度95条，全年共405条)."""
    numbers = [m for s in said for m in s.meant if not s.phrase.depth and m.number.unit != "%"]
    numbers = [m for m in numbers if not _is_hotline(m.number)]
    if len(numbers) < 3 or not numbers[-1].number.is_exact:
        return None
    *parts, total = numbers
    before = said[-1].phrase.groups[-2] if said[-1].meant else []
    parts = [m for m in parts if m.number.unit == total.number.unit]
    of_year = any(word.sort is Sense.THIS_YEAR for word in before) and _make_a_year(parts)
    if not of_year and not any(word.sort is Sense.TOGETHER for word in before):
        return None
    plain = _BARE | {Sense.ACT, Sense.FOREIGN, Sense.SUBJECT} if _each_its_own(said, len(parts)) else _BARE
    bare = all(word.sort in plain for word in before) or _of_one_thing(before, parts)
    bare = bare or (len(parts) >= _MANY and before[0].text in _ALTOGETHER and not said[-1].meant[-1].targets)
    bare = bare and len(parts) == len(numbers) - 1
    if not (bare and all(is_level(m) for m in parts)) and not _make_a_year(parts):
        return None
    found = Breakdown(total.number, tuple(m.number for m in parts), None)
    values = [m.number.value for m in parts]
    exact = 2 <= len(parts) <= MOST_PARTS and all(m.number.is_exact for m in parts)
    return found if exact and not some_add_up(values, total.number.value) else None


def _each_its_own(said: tuple[Said, ...], parts: int) -> bool:
    """Whether all parts stand in the phrase before the sum, each with its own thing (…分别受理3件、4件、5件，总计…)."""
    there = said[-2].phrase if len(said) > 1 else None
    respectively = there and any(word.sort is Sense.RESPECTIVELY for word in there.words)
    return bool(there and respectively and sum(not _is_hotline(number) for number in there.numbers) == parts)


def _of_one_thing(total: list[Word], parts: list[Meant]) -> bool:
    """Whether what the sum counts is counted by each part too (电话咨询410次，现场咨询90次，合计咨询500次)."""
    things = {word.text for word in total if word.sort not in _BARE}
    return bool(things) and all(things <= {word.text for word in part.words} for part in parts)


def _is_hotline(number: Number) -> bool:
    """Whether it is the name of a public line (12345热线), and counts nothing."""
    return not number.unit and number.value in _HOTLINES


def _make_a_year(parts: list[Meant]) -> bool:
    """Whether the parts are told by quarters or halves, and are all there."""
    for word, count in _STRETCHES.items():
        if len(parts) == count and all(any(w.text.endswith(word) for w in m.words) for m in parts):
            return True
    return False


def after_bracket(said: tuple[Said, ...]) -> Breakdown | None:
    """A bracket of parts between a thing and its number: 答复留言（咨询42条、投诉31条、建议9条）82条."""
    for index, here in enumerate(said):
        if not (here.phrase.mark and here.phrase.mark in CLOSING and here.meant) or here.phrase.groups[0] or index < 2:
            continue
        inside, outside = said[index - 1], said[index - 2]
        if inside.phrase.depth != here.phrase.depth + 1 or outside.meant or is_partial(inside.phrase.words):
            continue
        total, parts = here.meant[0].number, inside.meant
        alike = all(m.number.unit == total.unit and m.number.is_exact and is_level(m) for m in parts)
        if 2 <= len(parts) <= MOST_PARTS and alike and total.is_exact and total.unit:
            found = Breakdown(total, tuple(m.number for m in parts), None)
            if found.difference and not some_add_up([m.number.value for m in parts], total.value):
                return found
    return None
