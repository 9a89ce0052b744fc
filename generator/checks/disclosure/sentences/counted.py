"""Everything that the text counts: (thing, number, unit, year, place), whether a table holds it or not.

``counted(report)`` gives every number of the narrative that has a unit, in the order of the text. Made once for a
report, shared by the rules (NB311; NB310 and NB313 rest on it too). What a table holds is in ``targets`` (readings,
see :mod:`generator.checks.disclosure.sentences.readings`); for anything else ``thing`` names it by the noun as typed,
without the words that say nothing (各类政府信息 and 信息 are both 信息). Counts of the same thing have the same
``key``.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum, auto
from itertools import islice
from typing import NamedTuple

from generator.checks.disclosure.sentences.lexicon import Sense, Word
from generator.checks.disclosure.sentences.meaning import Meant
from generator.checks.disclosure.sentences.number_context import sides
from generator.checks.disclosure.sentences.numbers import Number
from generator.checks.disclosure.sentences.phrase_words import names_area
from generator.checks.disclosure.sentences.readings import Target
from generator.checks.disclosure.sentences.statements import Said, Sentence, sentences_of
from generator.checks.disclosure.sentences.things import DEED_OF, OWN_BODY, leading_nouns, narrows, noun_of, plain_thing
from generator.checks.prose.remembering import made_once
from generator.report.model import Report


class Role(StrEnum):
    """What a number tells of its thing."""

    LEVEL = auto()  # how many there are: 收到申请16件
    CHANGE = auto()  # how much more or fewer than before: 增加4件, 下降25%
    SHARE = auto()  # a part of a whole in percent, or a rate: 占60%, 办结率100%
    PART = auto()  # after 其中 or in a bracket: 其中网上4件


class Counted(NamedTuple):
    """A number with what it counts.

    ``thing``: the noun ('' where the sentence leaves it out); ``deed``: what was done to it (''; see ``_DEEDS``);
    ``year``: the year it holds for, None for a plan or any other stretch of time (a quarter, several years);
    ``narrowed``: the words that make it less than all (channels, areas, other bodies), in the order of the text;
    ``rises``: for a change +1 (增加), -1 (减少), 0 where it is not said; ``ordinal``: which number of its sentence.
    """

    thing: str
    deed: str
    number: Number
    year: int | None
    role: Role
    narrowed: tuple[str, ...]
    rises: int
    targets: tuple[Target, ...]
    sentence: Sentence
    ordinal: int
    words: tuple[Word, ...]
    after: tuple[Word, ...]

    @property
    def unit(self) -> str:
        """The unit as typed."""
        return self.number.unit

    @property
    def key(self) -> tuple[str, str, str, tuple[str, ...]]:
        """Equal for two counts of the same thing in the same scope."""
        return self.thing, self.deed, self.unit, self.narrowed

    @property
    def origin(self) -> tuple[int, int]:
        """Where the numeral stands in the passage's text."""
        return self.sentence.folded.origin(self.number.start, self.number.end)


_RISES = frozenset(
    "增加 增长 上升 提高 提升 净增 多 增幅 上涨 增加了 同比增长 同比增加 增加到 增至 上升至 上升到 翻番".split()  # noqa: SIM905
)
_FALLS = frozenset(
    "减少 下降 降低 少 降幅 减少了 同比下降 同比减少 降至 减少到 下降到 减至".split()  # noqa: SIM905
)

_STOCK = frozenset({"现有", "共有", "拥有"})
"""What there is of a thing is told without regard to what was said before."""
_ABOUT = frozenset({"围绕", "聚焦", "针对", "涉及", "关于", "对", "其中", "按照", "领域", "方面"})
_SHARES = ("占", "率", "比例", "占比", "比重")


@made_once
def counted(report: Report) -> tuple[Counted, ...]:
    """Every number with a unit in the report's narrative, in the order of the text."""
    return tuple(_counted(report))


def _counted(report: Report) -> Iterator[Counted]:
    for sentence in sentences_of(report):
        yield from islice(in_sentence(sentence, report.year), MOST)


MOST = 200
"""Counts of one sentence that are looked at; a real one has a dozen, and more would only cost time."""


class _Place(NamedTuple):
    """Where a number stands: its phrase, the way or area told of, and whether parts are being listed."""

    sentence: Sentence
    said: Said
    channels: tuple[str, ...]
    parts: bool
    year: int | None
    ordinal: int


def in_sentence(sentence: Sentence, year: int | None) -> Iterator[Counted]:
    """The counts of one sentence; ``year`` is the year reported."""
    ordinal = 0
    parts = False
    context: tuple[Word, ...] = ()
    for said in sentence.said:
        channels = _channels(context) if said.meant else ()
        listing = Sense.PART_OF in said.phrase.sorts
        for meant, (before, after) in zip(said.meant, sides(said.phrase), strict=True):
            parts = parts or (listing and any(word.sort is Sense.PART_OF for word in before))
            place = _Place(sentence, said, channels, parts or said.phrase.depth > 0, year, ordinal)
            if meant.number.unit or meant.targets:
                yield _one(place, meant, before, after)
            ordinal += 1
        context = (*context[-_REACH:], *said.phrase.words)


_REACH = 40
"""So many words before a phrase may still say of what way or area it tells: a usual sentence; more would cost time."""


def _is_of_all(before: list[Word]) -> bool:
    """Whether the words begin anew with the whole: 现有, 年内共; the way told of before narrows no such number."""
    sorts = {word.sort for word in before}
    return any(word.text in _STOCK for word in before) or sorts >= {Sense.THIS_YEAR, Sense.TOGETHER}


def _one(place: _Place, meant: Meant, before: list[Word], after: list[Word]) -> Counted:
    nouns, deed, rest = noun_of(before, after)
    deed = deed or ("have" if nouns and _is_stock(meant.number, before, after) else "")
    channels = () if _is_of_all(before) else place.channels
    narrowed = (*channels, *(word.text for word in rest if narrows(word)))
    return Counted(
        thing=plain_thing(nouns),
        deed=deed,
        number=meant.number,
        year=_year(place.said, before, place.year),
        role=_role(meant.number, before, place.parts),
        narrowed=narrowed,
        rises=_direction(before),
        targets=meant.targets,
        sentence=place.sentence,
        ordinal=place.ordinal,
        words=tuple(before),
        after=tuple(after),
    )


def _is_stock(number: Number, before: list[Word], after: list[Word]) -> bool:
    """Whether so many are told to be there without a verb: 我局3个政务新媒体, 全县48个政务新媒体, 政务新媒体共2个."""
    if number.unit not in {"个", "家"} or not before:
        return False
    last = before[-1]
    owned = last.sort is Sense.SELF or names_area(last)
    return owned if leading_nouns(after) else last.sort is Sense.TOGETHER


def _role(number: Number, before: list[Word], part: bool) -> Role:
    if any(word.sort is Sense.CHANGED for word in before):
        return Role.CHANGE
    if number.unit == "%" or any(word.text in _SHARES for word in before[-1:]):
        return Role.SHARE
    return Role.PART if part else Role.LEVEL


def _direction(before: list[Word]) -> int:
    for word in reversed(before):
        if word.text in _RISES:
            return 1
        if word.text in _FALLS:
            return -1
    return 0


def _year(said: Said, before: list[Word], year: int | None) -> int | None:
    """This year, the one before or after it where the words say so, else None."""
    if year is None:
        return None
    if any(word.sort in {Sense.CHANGED, Sense.COMPARED} for word in before):
        return None if said.other_time else year
    for word in reversed(before):
        if word.sort is Sense.LAST_YEAR:
            return year - 1
        if word.sort in {Sense.NEXT_YEAR, Sense.PLAN, Sense.OTHER_TIME}:
            return None
        if word.sort is Sense.THIS_YEAR:
            return year
    return None if said.other_time else year


def _channels(context: tuple[Word, ...]) -> tuple[str, ...]:
    """What the phrases before say of the way or the area: 依托县政府网站，…; 围绕重点领域，…"""
    about = any(word.text in _ABOUT for word in context)
    named = [w for w in context if w.text not in OWN_BODY]
    return tuple(w.text for w in named if w.sort is Sense.CHANNEL or (about and w.sort is Sense.UNKNOWN))


def said_of(sentence: Sentence, sort: Sense) -> Iterator[tuple[str, int, int]]:
    """What a sentence denies the receipt of (全年未收到投诉举报): the thing, and the stretch that says so."""
    for said in sentence.said:
        words = said.phrase.groups[0]
        at = next((i for i, word in enumerate(words) if word.sort is sort), None)
        if at is None or said.other_time or said.phrase.numbers or any(narrows(word) for word in words[:at]):
            continue
        rest = words[at + 1 :]
        if not rest or DEED_OF.get(rest[0].text) != "receive":
            continue
        nouns = leading_nouns(rest[1:])
        start = said.phrase.start + sum(len(word.text) for word in words[:at])
        if len(nouns) == len(rest) - 1 and nouns:
            yield plain_thing(nouns), start, start + sum(len(word.text) for word in words[at:])
