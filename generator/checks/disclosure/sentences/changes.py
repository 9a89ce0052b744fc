"""What the text says about a change since last year, held against both reports and against itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from generator.checks.disclosure.sentences.amounts import AMOUNT, NUMBER, UNITS, Amount, right
from generator.checks.disclosure.sentences.counted import Counted, Role, counted
from generator.checks.prose.passages import Passage, passages
from generator.checks.prose.sentences import sentences
from generator.form import keys
from generator.han.patterns import HAN
from generator.report.model import Report


class SaidChange(NamedTuple):
    """``passage.text[start:end]`` says what is not so; ``message`` says what would be right."""

    passage: Passage
    start: int
    end: int
    message: str


_BASE = r"(?P<base>上年度?|去年|上一年度?|20\d\d\s*年度?)(?:同期|全年)?"
_WITH = (
    r"(?:相比|比较)?[，,]?\s*(?:同比|(?:与|较|比)(?:上年度?|去年|上一年)(?:同期)?(?:相比)?[，,]?)?"
    r"(?:有所|明显|大幅|小幅)?"
)
_DELTA = (
    rf"(?P<now>{NUMBER})\s*(?P<now_unit>[%％]|{UNITS})[，,、（(]?\s*(?:与|较|比|同比)?{_BASE}(?:相比)?(?:的|为|是|有)?"
    rf"(?P<old>{NUMBER})\s*(?P<old_unit>[%％]|{UNITS}){_WITH}(?:{AMOUNT})"
)
_FROM_TO = (
    rf"[由从](?:上年度?|去年|上一年度?|20\d\d\s*年度?|年初)?(?:同期)?的?(?P<old>{NUMBER})\s*(?P<old_unit>[%％]|{UNITS})"
    r"(?:增加|增长|上升|提高|提升|减少|下降|降低|增|升|降|减|扩大)[到至为](?:本年度?|今年)?的?"
    rf"(?P<now>{NUMBER})\s*(?P<now_unit>[%％]|{UNITS}){_WITH}(?:{AMOUNT})"
)
_TIMES = (
    rf"(?P<now>{NUMBER})\s*(?P<now_unit>{UNITS})[，,（(]?\s*(?:达到|约?[是为])?{_BASE}的?(?:[^，。；\d]{{0,6}}?)"
    rf"(?P<old>{NUMBER})\s*(?P<old_unit>{UNITS})的(?P<near>约|近)?(?P<times>\d+(?:\.\d+)?)倍"
)
"""How many times last year's: 1200条，是上年800条的1.5倍."""
_NEEDED_BY_DELTA = r"\d[^。]{0,40}(?:上年|去年|上一年|20\d\d)[^。]{0,20}\d"
_NEEDED_BY_FROM_TO = r"[由从][^。]{0,20}\d[^。]{0,20}[到至为][^。]{0,20}\d"
"""Cheap to look for, and true of all that the pattern fits."""
_WORDS = ("上年", "去年", "上一年", "同比", "年的")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def changes(report: Report, last: Report | None) -> Iterator[SaidChange]:
    """Every change that is told wrongly, each once."""
    told: set[tuple[int, int, int]] = set()
    for passage in passages(report):
        text = passage.text
        if any(word in text for word in _WORDS) or _compiled(_NEEDED_BY_FROM_TO).search(text):
            for change in _itself(passage):
                told.add((id(passage.path), change.start, change.end))
                yield change
    if last is not None and last.consolidated == report.consolidated:
        for change in _against_reports(report, last):
            if (id(change.passage.path), change.start, change.end) not in told:
                yield change


def _itself(passage: Passage) -> Iterator[SaidChange]:
    """A sentence that names both years' numbers and the change: 450条，较上年的400条增长15%; 由400条增至450条，增长…"""
    for sentence in sentences(passage.text):
        for pattern, hint in ((_DELTA, _NEEDED_BY_DELTA), (_FROM_TO, _NEEDED_BY_FROM_TO)):
            if _compiled(hint).search(sentence.text):
                for match in _compiled(pattern).finditer(sentence.text):
                    yield from _of_both(passage, match, sentence.start)
        if "倍" in sentence.text:
            for match in _compiled(_TIMES).finditer(sentence.text):
                yield from _of_times(passage, match, sentence.start)


def _of_both(passage: Passage, match: re.Match[str], offset: int) -> Iterator[SaidChange]:
    amount = Amount(match)
    unit = amount.unit
    percent = match["now_unit"] in "%％"
    if match["now_unit"] != match["old_unit"] or percent != unit.endswith("百分点"):
        return
    now, before = _number(match["now"]), _number(match["old"])
    if not amount.fits(now, before):
        start, end = amount.span
        yield SaidChange(
            passage, offset + start, offset + end, f"{now:f}与{before:f}相比是{right(amount, now, before)}"
        )


def _of_times(passage: Passage, match: re.Match[str], offset: int) -> Iterator[SaidChange]:
    now, before, times = _number(match["now"]), _number(match["old"]), match["times"]
    if match["now_unit"] != match["old_unit"] or match["near"] or not before:
        return
    step = Decimal(1).scaleb(-len(times.partition(".")[2]))
    if not -step / 2 <= now / before - Decimal(times) < step:
        start, end = match.span("times")
        yield SaidChange(passage, offset + start, offset + end, f"{now:f}是{before:f}的{round(now / before, 2):f}倍")


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


# --- against both reports -------------------------------------------------------------------------------------------

_AFTER = (
    rf"\s*(?:{UNITS})?[）)]?[，,（(、]?\s*(?:数量|总数|总量|申请量|件数)?(?:与|较|比|同)?(?:{_BASE})?(?P<same>同?比)?"
    rf"(?:相比|比较)?[，,]?(?:(?:的|为|是)?(?P<old>{NUMBER})\s*(?P<old_unit>{UNITS}))?[，,]?(?:同比)?"
    rf"(?:有所|明显|大幅|小幅|略有|稍有)?(?P<amount>{AMOUNT})?"
)
"""What may stand between a number and its change: nothing that names another thing."""
_RISEN_FROM = (
    rf"[由从](?P<of>上年度?|去年|上一年度?|20\d\d\s*年度?)(?:同期)?的?(?P<old>{NUMBER})\s*(?P<old_unit>{UNITS})"
    r"(?:增加|增长|上升|减少|下降|降低|增|升|降|减|变)[到至为](?:本年度?|今年|20\d\d\s*年度?)?的?$"
)
_NEAR = 30
"""Characters before a number in which 由上年的3件增至 may stand: the longest wording with two numbers is shorter."""
_VOLUME = (
    rf"(?<!{HAN})(?:(?P<of>20\d\d)年度?|[本全]年度?|今年|我[局办委厅镇院]|的|收到|新收|受理|政府|信息公开|依|，)*"
    rf"申请(?:受理|接收|办理)?(?:总量|总数|数量|件数|量|数)[，,]?(?:与|较|比|同)?(?:{_BASE}|同比)(?:相比)?[，,]?"
    rf"(?:有所|明显|大幅|小幅|实现|出现)?(?:{AMOUNT})"
)


_SPOKEN = frozenset({"上年", "上年度", "去年", "上一年", "上一年度"})
_BASES = ("上年", "去年", "上一年", "20", "同比")
_REACH = 60
"""Characters behind a number in which one of these stands wherever the pattern fits: a long wording has forty."""


def _against_reports(report: Report, last: Report) -> Iterator[SaidChange]:
    """A change or last year's number told of what the tables hold: 收到申请30件，同比增长20%; …，上年为26件."""
    words = (*_WORDS, f"{last.year}年")
    told = [passage for passage in passages(report) if any(word in passage.text for word in words)]
    for passage in told:
        yield from _of_volume(report, last, passage)
    for item in counted(report) if told else ():
        if item.role is Role.LEVEL and item.targets and item.year == report.year:
            yield from _of_level(report, last, item)


def _of_level(report: Report, last: Report, level: Counted) -> Iterator[SaidChange]:
    passage = level.sentence.passage
    risen = _compiled(_RISEN_FROM).search(passage.text, max(0, level.origin[0] - _NEAR), level.origin[0])
    if risen is not None and risen["old_unit"] == level.unit and risen["of"][:4] in {*_SPOKEN, str(last.year)}:
        yield from _of_old(passage, risen, _pairs(report, last, level))
        return
    behind = passage.text[level.origin[1] : level.origin[1] + _REACH]
    if not any(word in behind for word in _BASES):
        return
    match = _compiled(_AFTER).match(passage.text, level.origin[1])
    if match is None or not (match["base"] or "同比" in match[0]):
        return
    base = match["base"] or ""
    if base[:2] == "20" and base[:4] != str(last.year):
        return
    known = _pairs(report, last, level)
    if not known:
        return
    if match["old"]:
        if match["old_unit"] == level.unit:
            yield from _of_old(passage, match, known)
        return
    if match["amount"]:
        yield from _of_amount(passage, Amount(match), level, known)


def _pairs(report: Report, last: Report, level: Counted) -> list[tuple[Decimal, Decimal]]:
    """What the number may be in both reports; none where one of the figures is unknown."""
    pairs = [(r.value(report), r.value(last)) for target in level.targets for r in target.readings]
    known = [(Decimal(now), Decimal(then)) for now, then in pairs if now is not None and then is not None]
    return known if len(known) == len(pairs) else []


def _of_old(passage: Passage, match: re.Match[str], known: list[tuple[Decimal, Decimal]]) -> Iterator[SaidChange]:
    if known and all(_number(match["old"]) != then for _, then in known):
        yield SaidChange(passage, *match.span("old"), f"上年报告是 {known[0][1]:f}")


def _of_volume(report: Report, last: Report, passage: Passage) -> Iterator[SaidChange]:
    """The number of applications is said to have changed, and not told itself: 申请数量较上年翻了一番."""
    if not any(word in passage.text for word in _VOLUMES):
        return
    rows = [r.figures.rows for r in (report, last)]
    new, carried = ([row.get((keys.APPLICATIONS, key), (None,))[-1] for row in rows] for key in _COME)
    if None in (*new, *carried):
        return
    now, then = (Decimal(value or 0) for value in new)
    more, before = (Decimal(value or 0) for value in carried)
    for match in _compiled(_VOLUME).finditer(passage.text):
        amount, base = Amount(match), match["base"] or ""
        about = keys.ON_REQUEST in (passage.topic or passage.entry) or "信息公开" in match[0]
        if (
            match["of"] not in {None, str(report.year)}
            or not about
            or base[:4] not in {"", "上年", "上年度", "去年", "上一年", "上一年度", str(last.year)}
        ):
            continue
        if not any(amount.fits(a, b) for a, b in ((now, then), (now + more, then + before))):
            yield SaidChange(passage, *amount.span, f"本年 {now:f}，上年报告 {then:f}，{right(amount, now, then)}")


_VOLUMES = tuple(f"申请{word}" for word in ("受理", "接收", "办理", "总", "数", "件数", "量"))
"""How what the pattern looks for begins, of which one must stand in the text."""
_COME = (keys.RECEIVED, keys.CARRIED_IN)


def _of_amount(
    passage: Passage, amount: Amount, level: Counted, known: list[tuple[Decimal, Decimal]]
) -> Iterator[SaidChange]:
    unit = amount.unit
    if unit and unit not in "%％成倍" and unit != level.unit:
        return
    if any(amount.fits(now, then) for now, then in known):
        return
    now, then = known[0]
    told = "持平" if now == then else f"{'增加' if now > then else '减少'} {abs(now - then):f}"
    share = f"（{round(abs(now - then) / then * 100, 2):f}%）" if then and now != then else ""
    yield SaidChange(passage, *amount.span, f"本年 {now:f}，上年报告 {then:f}，{told}{share}")
