"""A share in percent that its numbers do not give: 予以公开12件（占36.09%） of 46."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from generator.checks.disclosure.sentences.normalizing import with_percents
from generator.checks.disclosure.sentences.rates import gives, wrong_rates
from generator.checks.prose.passages import Passage, passages
from generator.checks.prose.sentences import sentences
from generator.form import keys
from generator.report.model import Report


class Share(NamedTuple):
    """``passage.text[start:end]`` is the percentage, ``part`` of ``whole`` gives ``right``."""

    passage: Passage
    start: int
    end: int
    part: Decimal
    whole: Decimal
    right: str


_UNITS = "件|条|份|宗|篇|个|次|期|项|人|万元|元"
_SHARE = (
    rf"(?P<part>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>{_UNITS})\s*[，,（(]?\s*(?:约)?(?:占比?|比例|比重)[为达是]?"
    r"(?P<of>[^，。；（）()\d]{0,14}?)(?:的)?(?P<near>约|近|超过?|逾)?\s*(?P<share>\d+(?:\.\d+)?)\s*[%％]"
)
_SHARE_OF_TOLD = (
    rf"(?P<part>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>{_UNITS})\s*[，,（(]?\s*约?占[^，。；（）()\d]{{0,10}}?"
    rf"(?P<whole>\d[\d,]*(?:\.\d+)?)\s*(?P<whole_unit>{_UNITS})[^，。；（）()\d]{{0,10}}?"
    r"(?P<near>约|近|超过?|逾)?\s*(?P<share>\d+(?:\.\d+)?)\s*[%％]"
)
"""The whole is told between: 11件，占办结总数29件的37.9%."""
_NUMBER = rf"(?<![\d.])(\d[\d,]*(?:\.\d+)?)\s*({_UNITS})"
_RECEIVED = "申请|收到|受理|新收"
_ANSWERED = "办结|答复|办理|处理"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def wrong_shares(report: Report) -> Iterator[Share]:
    """Every share whose whole is named or unique, and that is neither the rounded nor the cut quotient of any."""
    for passage in passages(report):
        if "%" not in passage.text and "％" not in passage.text and "百分之" not in passage.text:
            continue
        read = with_percents(passage.text)
        for sentence in sentences(read.text):
            if "%" in sentence.text or "％" in sentence.text:
                for found in _of_sentence(report, passage, sentence.text, sentence.start):
                    start, end = read.origin(found.start, found.end)
                    yield found._replace(start=start, end=end)


def _of_sentence(report: Report, passage: Passage, text: str, offset: int) -> Iterator[Share]:
    if any(word in text for word in ("占", "比例", "比重")):
        for match in _compiled(_SHARE).finditer(text):
            if not match["near"] and (found := _wrong(report, passage, text, match)):
                yield found._replace(start=found.start + offset, end=found.end + offset)
        yield from _of_told(passage, text, offset)
    for rate in wrong_rates(report, passage, text):
        right = f"{round(rate.part / rate.whole * 100, 2):f}%"
        yield Share(passage, rate.start + offset, rate.end + offset, rate.part, rate.whole, right)


def _of_told(passage: Passage, text: str, offset: int) -> Iterator[Share]:
    for match in _compiled(_SHARE_OF_TOLD).finditer(text) if "占" in text else ():
        part, whole = _value(match["part"]), _value(match["whole"])
        if match["near"] or match["unit"] != match["whole_unit"] or part > whole:
            continue
        if not gives(part, whole, match["share"]):
            start, end = match.span("share")
            right = f"{round(part / whole * 100, 2):f}%"
            yield Share(passage, start + offset, end + offset, part, whole, right)


def _wrong(report: Report, passage: Passage, text: str, match: re.Match[str]) -> Share | None:
    part = _value(match["part"])
    wholes = _wholes(report, passage, text, match, part)
    if not wholes or any(gives(part, whole, match["share"]) for whole in wholes):
        return None
    right = f"{round(part / wholes[0] * 100, 2):f}%"
    return Share(passage, *match.span("share"), part, wholes[0], right)


def _wholes(report: Report, passage: Passage, text: str, match: re.Match[str], part: Decimal) -> list[Decimal]:
    """What the share may be of: the only larger number told before in the sentence, else the totals of table 3."""
    parts = {m.start("part") for m in _compiled(_SHARE).finditer(text)}  # these have shares themselves
    numbers = [m for m in _compiled(_NUMBER).finditer(text[: match.start()]) if m.start() not in parts]
    told = {_value(m[1]) for m in numbers if m[2] == match["unit"]}
    larger = sorted(value for value in told if value >= part)
    about = match["unit"] == "件" and (keys.ON_REQUEST in (passage.topic or passage.entry) or "信息公开申请" in text)
    tables = _totals(report, match["of"]) if about else []
    if len(larger) == 1 and not (match["of"] and tables):
        return larger + [value for value in tables if value != larger[0]]
    return tables if not larger or match["of"] else []


def _totals(report: Report, named: str) -> list[Decimal]:
    rows = report.figures.rows
    new, carried, results = (
        rows.get((keys.APPLICATIONS, key), (None,))[-1] for key in (keys.RECEIVED, keys.CARRIED_IN, keys.RESULTS)
    )
    if new is None or carried is None or results is None:
        return []
    if re.search("全[县市省区州镇局系]|信访|信件|工单", named):
        return []
    if named and not re.search(f"{_RECEIVED}|{_ANSWERED}|总", named):
        return []
    answered_only = bool(re.search(_ANSWERED, named)) and not re.search(_RECEIVED, named)
    found = [results] if answered_only else [new, new + carried, results]
    return [Decimal(value) for value in dict.fromkeys(found) if value]


def _value(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
