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

from generator.checks.disclosure.sentences.lexicon import Act, Sense, Word
from generator.checks.disclosure.sentences.meaning import Meant
from generator.checks.disclosure.sentences.number_context import sides
from generator.checks.disclosure.sentences.numbers import Number
from generator.checks.disclosure.sentences.readings import Target
from generator.checks.disclosure.sentences.statements import Said, Sentence, sentences_of
from generator.han.parts_of_speech import ADJECTIVE, VERB
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

_DEEDS = {
    "publish": "推送 公开 发布 公布 主动公开 公开发布 发布更新 刊发 刊登",
    "hold": "举办 组织 开展 召开 举行 组织召开 组织开展 组织举办 召集",
    "receive": "收到 受理 接收 接到 收悉 接受 登记 收件 办理 处理 承办 处置 依法办理",
    "have": "运营 现有 共有 拥有 有 开通 建有 维护 管理 运行 运维 开设 设有",
}
"""Verbs that say the same of a thing, in plain text."""
_DEED_OF = {verb: deed for deed, verbs in _DEEDS.items() for verb in verbs.split()}
_EMPTY = frozenset(
    "各类 各种 各项 有关 相关 政府 政务 全部 新 等 类 的 各 有效 动态 行政 原创 及 件 累计".split()  # noqa: SIM905
)
"""Words before a noun that leave it the same thing."""
_SAME_THING = {"政府信息": "信息", "政务信息": "信息", "政府信息公开": "信息", "信息公开": "信息"}
_STOCK = frozenset({"现有", "共有", "拥有"})
"""What there is of a thing is told without regard to what was said before."""
_OWN_BODY = frozenset({"局", "委", "办", "厅", "镇", "乡", "街道"})
"""Alone before a noun these say whose it is: the agency's own (局微信公众号)."""
_ABOUT = frozenset({"围绕", "聚焦", "针对", "涉及", "关于", "对", "其中", "按照", "领域", "方面"})
_SHARES = ("占", "率", "比例", "占比", "比重")


_kept: list[tuple[Report, tuple[Counted, ...]]] = []


def counted(report: Report) -> tuple[Counted, ...]:
    """Every number with a unit in the report's narrative, in the order of the text."""
    if not (_kept and _kept[0][0] is report):
        _kept[:] = [(report, tuple(_counted(report)))]
    return _kept[0][1]


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


def _one(place: _Place, meant: Meant, before: list[Word], after: list[Word]) -> Counted:
    nouns, deed, rest = _noun(before, after)
    channels = () if any(word.text in _STOCK for word in before) else place.channels
    narrowed = (*channels, *(word.text for word in rest if _narrows(word)))
    return Counted(
        thing=_plain(nouns),
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


# --- the noun ------------------------------------------------------------------------------------------------------

_JOINS = frozenset({Sense.JOINED, Sense.PART_OF, Sense.RESPECTIVELY, Sense.COMPARED, Sense.CHANGED, Sense.NEGATION})
_NOUNS = frozenset({Sense.FOREIGN, Sense.SUBJECT, Sense.QUALIFIER, Sense.APPLICANT, Sense.CHANNEL, Sense.UNKNOWN})
_SILENT = frozenset({Sense.NEUTRAL, Sense.TOGETHER, Sense.STATES, Sense.SELF, Sense.THIS_YEAR, Sense.EACH})


def _noun(before: list[Word], after: list[Word]) -> tuple[list[Word], str, list[Word]]:
    """The words that name the thing, the deed, and the rest before them."""
    following = _leading_nouns(after)
    if following:
        deed, rest = _deed(before)
        return following, deed, rest
    at = len(before)
    while at and before[at - 1].sort in _SILENT:
        at -= 1
    stop = at
    while at and _is_noun(before[at - 1]):
        at -= 1
    deed, rest = _deed(before[:at])
    return before[at:stop], deed, rest


def _leading_nouns(words: list[Word]) -> list[Word]:
    taken: list[Word] = []
    for word in words:
        if not _is_noun(word) and not (word.sort is Sense.NEUTRAL and word.text == "的"):
            break
        taken.append(word)
    return taken


def _is_noun(word: Word) -> bool:
    if word.sort is Sense.UNKNOWN:
        return word.value != VERB and word.text not in _DEED_OF
    return word.sort in _NOUNS or (word.sort is Sense.NEUTRAL and word.text in _EMPTY)


def _deed(words: list[Word]) -> tuple[str, list[Word]]:
    """The verb right before the noun as a deed, and the words before it."""
    at = len(words)
    while at and words[at - 1].sort in _SILENT and words[at - 1].text not in _DEED_OF:
        at -= 1
    if not at:
        return "", []
    last = words[at - 1]
    if last.sort is Sense.ACT or last.text in _DEED_OF or (last.sort is Sense.UNKNOWN and last.value == VERB):
        return _DEED_OF.get(last.text, "receive" if last.value is Act.RECEIVED else last.text), words[: at - 1]
    return "", words[:at]


def _plain(nouns: list[Word]) -> str:
    """The noun without what says nothing."""
    text = [word.text for word in nouns]
    while len(text) > 1 and (text[0] in _EMPTY or text[0] in _OWN_BODY):
        text.pop(0)
    found = "".join(text)
    return _SAME_THING.get(found, found)


def _narrows(word: Word) -> bool:
    silent = word.sort in _SILENT and word.value != ADJECTIVE
    return not (silent or word.text in _OWN_BODY or word.text in _DEED_OF)


def _channels(context: tuple[Word, ...]) -> tuple[str, ...]:
    """What the phrases before say of the way or the area: 依托县政府网站，…; 围绕重点领域，…"""
    about = any(word.text in _ABOUT for word in context)
    named = [w for w in context if w.text not in _OWN_BODY]
    return tuple(w.text for w in named if w.sort is Sense.CHANNEL or (about and w.sort is Sense.UNKNOWN))


def said_of(sentence: Sentence, sort: Sense) -> Iterator[tuple[str, int, int]]:
    """What a sentence denies the receipt of (全年未收到投诉举报): the thing, and the stretch that says so."""
    for said in sentence.said:
        words = said.phrase.groups[0]
        at = next((i for i, word in enumerate(words) if word.sort is sort), None)
        if at is None or said.other_time or said.phrase.numbers or any(_narrows(word) for word in words[:at]):
            continue
        rest = words[at + 1 :]
        if not rest or _DEED_OF.get(rest[0].text) != "receive":
            continue
        nouns = _leading_nouns(rest[1:])
        start = said.phrase.start + sum(len(word.text) for word in words[:at])
        if len(nouns) == len(rest) - 1 and nouns:
            yield _plain(nouns), start, start + sum(len(word.text) for word in words[at:])
