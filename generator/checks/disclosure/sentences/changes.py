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
from generator.report.model import Report


class SaidChange(NamedTuple):
    """``passage.text[start:end]`` says what is not so; ``message`` says what would be right."""

    passage: Passage
    start: int
    end: int
    message: str


_BASE = r"(?P<base>上年度?|去年|上一年度?|20\d\d\s*年度?)(?:同期|全年)?"
_WITH = r"[，,]?\s*(?:同比|(?:与|较|比)(?:上年度?|去年|上一年)(?:同期)?(?:相比)?[，,]?)?(?:有所|明显|大幅|小幅)?"
_DELTA = (
    rf"(?P<now>{NUMBER})\s*(?P<now_unit>{UNITS})[，,、（(]?\s*(?:与|较|比|同比)?{_BASE}(?:相比)?(?:的|为|是|有)?"
    rf"(?P<old>{NUMBER})\s*(?P<old_unit>{UNITS}){_WITH}(?:{AMOUNT})"
)
_FROM_TO = (
    rf"[由从](?:上年度?|去年|上一年度?|20\d\d\s*年度?|年初)?(?:同期)?的?(?P<old>{NUMBER})\s*(?P<old_unit>[%％]|{UNITS})"
    r"(?:增加|增长|上升|提高|提升|减少|下降|降低|增|升|降|减|扩大)[到至为](?:本年度?|今年)?的?"
    rf"(?P<now>{NUMBER})\s*(?P<now_unit>[%％]|{UNITS}){_WITH}(?:{AMOUNT})"
)
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
        if any(word in text for word in _WORDS) or "由" in text or "从" in text:
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


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


# --- against both reports -------------------------------------------------------------------------------------------

_AFTER = (
    rf"\s*(?:{UNITS})?[）)]?[，,（(、]?\s*(?:数量|总数|总量|申请量|件数)?(?:与|较|比|同)?(?:{_BASE})?(?P<same>同?比)?"
    rf"(?:相比|比较)?[，,]?(?:(?:的|为|是)?(?P<old>{NUMBER})\s*(?P<old_unit>{UNITS}))?[，,]?(?:同比)?"
    rf"(?:有所|明显|大幅|小幅|略有|稍有)?(?P<amount>{AMOUNT})?"
)
"""What may stand between a number and its change: nothing that names another thing."""


def _against_reports(report: Report, last: Report) -> Iterator[SaidChange]:
    """A change or last year's number told of what the tables hold: 收到申请30件，同比增长20%; …，上年为26件."""
    if not any(any(word in p.text for word in _WORDS) for p in passages(report)):
        return
    for item in counted(report):
        if item.role is Role.LEVEL and item.targets and item.year == report.year:
            yield from _of_level(report, last, item)


def _of_level(report: Report, last: Report, level: Counted) -> Iterator[SaidChange]:
    passage = level.sentence.passage
    match = _compiled(_AFTER).match(passage.text, level.origin[1])
    if match is None or not (match["base"] or "同比" in match[0]):
        return
    base = match["base"] or ""
    if base[:2] == "20" and base[:4] != str(last.year):
        return
    pairs = [(r.value(report), r.value(last)) for target in level.targets for r in target.readings]
    known = [(Decimal(now), Decimal(then)) for now, then in pairs if now is not None and then is not None]
    if len(known) != len(pairs) or not known:
        return
    if match["old"]:
        if match["old_unit"] == level.unit and all(_number(match["old"]) != then for _, then in known):
            yield SaidChange(passage, *match.span("old"), f"上年报告是 {known[0][1]:f}")
        return
    if match["amount"]:
        yield from _of_amount(passage, Amount(match), level, known)


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
