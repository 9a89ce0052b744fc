"""The same thing counted in two places of the text, and what was denied in one and counted in another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.disclosure.sentences.counted import Counted, Role, counted, said_of
from generator.checks.disclosure.sentences.lexicon import Sense
from generator.checks.disclosure.sentences.statements import Sentence, sentences_of
from generator.report.model import Report

_BIDING = frozenset({"have", "hold", "publish", "receive"})
"""Deeds of which a year knows one number; of others (新增, 调整, 关停) there may be several."""


class CountedPlace(NamedTuple):
    """``text[start:end]`` of the folded text of a sentence."""

    sentence: Sentence
    start: int
    end: int


class Twice(NamedTuple):
    """A thing told in two places; ``first`` and ``second`` in the order of the text, ``said`` in their words."""

    thing: str
    first: CountedPlace
    second: CountedPlace
    said: tuple[str, str]


def told_twice(report: Report) -> Iterator[Twice]:
    """Things whose numbers differ between two sentences, and things denied in one and counted in another."""
    denied = [(sentence, *found) for sentence in sentences_of(report) for found in said_of(sentence, Sense.NEGATION)]
    if not denied and not _units_used_twice(report):
        return
    seen: dict[tuple[object, ...], Counted] = {}
    told: set[tuple[object, ...]] = set()
    counts = [count for count in counted(report) if _is_told(count)]
    for count in counts:
        first = seen.setdefault(count.key, count)
        if first.sentence is count.sentence or _agree(first, count) or count.key in told:
            continue
        told.add(count.key)
        yield Twice(count.thing, _place(first), _place(count), (_said(first), _said(count)))
    yield from _more_of_some(counts)
    yield from _denied(denied, counts)


def _units_used_twice(report: Report) -> bool:
    """Whether two sentences count, in the same unit, what no table holds: cheap, and nothing else is told twice."""
    seen: set[str] = {"", "%"}
    twice: set[str] = set()
    for sentence in sentences_of(report):
        units = {meant.number.unit for said in sentence.said for meant in said.meant if not meant.targets}
        twice |= units & seen
        seen |= units
    return not twice <= {"", "%"}


def _more_of_some(counts: list[Counted]) -> Iterator[Twice]:
    """More of some than of all, in one paragraph: 召开新闻发布会6场; 围绕民生实事，召开新闻发布会8场."""
    told = [count for count in counts if count.deed in _LASTING]
    wholes = {_whole_of(count): count for count in reversed(told) if set(count.narrowed) == _scope(count)}
    for some in told:
        whole = wholes.get(_whole_of(some))
        if whole is None or whole.sentence is some.sentence or not _scope(some) < set(some.narrowed):
            continue
        if some.number.value > whole.number.value:
            first, second = sorted((whole, some), key=lambda count: count.origin)
            yield Twice(some.thing, _place(first), _place(second), (_said(first), _said(second)))
            return


def _scope(count: Counted) -> set[str]:
    return {word.text for word in count.words if word.sort is Sense.SCOPE}


def _whole_of(count: Counted) -> tuple[object, ...]:
    """Equal for all of a thing and for some of it, in one paragraph and scope."""
    passage = count.sentence.passage
    return passage.path, passage.text, count.thing, count.deed, count.unit, count.year, frozenset(_scope(count))


_LASTING = frozenset({"have", "hold"})


_LOOSE = frozenset("本年 其中 余 多 近 约 新增 关停 注销 拟 计划 已 停更 合并 整合 迁移 备案 授权".split())  # noqa: SIM905


def _stands_for_all(count: Counted) -> bool:
    """Whether nothing in its phrase makes a count another one than that of the whole thing."""
    loose = any(word.text in _LOOSE or word.sort in {Sense.PARTLY, Sense.NEGATION} for word in count.words)
    return not loose and count.number.nearness == "exact"


def _is_told(count: Counted) -> bool:
    """Whether a count says how many of a thing there were this year in all."""
    level = count.role is Role.LEVEL and count.deed in _BIDING and len(count.thing) > 1 and count.year is not None
    return level and bool(count.unit) and _stands_for_all(count) and not count.targets


def _agree(first: Counted, second: Counted) -> bool:
    return first.year != second.year or first.number.fits(second.number.value) or second.number.fits(first.number.value)


def _place(count: Counted) -> CountedPlace:
    return CountedPlace(count.sentence, count.number.start, count.number.end)


def _said(count: Counted) -> str:
    return f"{count.number.value:f}{count.unit}"


def _denied(denied: list[tuple[Sentence, str, int, int]], counts: list[Counted]) -> Iterator[Twice]:
    """未收到投诉举报 beside 办理投诉举报2件."""
    received = {count.thing: count for count in counts if count.deed == "receive" and count.number.value}
    for sentence, thing, start, end in denied:
        count = received.get(thing)
        if count is not None and count.sentence is not sentence:
            yield Twice(thing, CountedPlace(sentence, start, end), _place(count), ("没有", _said(count)))
            return
