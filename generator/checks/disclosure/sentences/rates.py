"""Rates and shares whose part stands behind them: 办结率85% beside 收到30件，办结27件; 占30%，共9件 of 收到30件."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from generator.checks.prose.passages import Passage
from generator.form import keys
from generator.han.patterns import HAN
from generator.report.model import Report

_NUMBER = r"(?<![\d.第])(?P<n>\d[\d,]*(?:\.\d+)?)\s*(?P<u>件次|人次|万元|[件条份宗篇个次期项人家处场部元])"
_RATE = (
    rf"(?P<name>{HAN}{{1,6}}率)(?:分别)?(?P<near>约|近|超过?|逾)?(?:为|达到?|是)?(?P<late>约|近|超过?|逾)?\s*"
    r"(?P<share>\d+(?:\.\d+)?)\s*[%％](?!以上|左右|的目标)"
)
_BEHIND = (
    r"占比?(?:为|达)?(?P<of>[^，。；（）()\d]{0,10}?)(?P<share>\d+(?:\.\d+)?)\s*[%％]"
    r"[（(，,](?:共|为|即|共计|计)?(?P<n>\d[\d,]*)(?P<u>[件条份宗篇个次期项人])(?=[）)，,。；])"
)
_ANSWERED = "办结率|答复率|回复率|办复率|办理率"
_DISCLOSED = (
    rf"(?<!{HAN})(?:其中|全年|本年度?|总体)?(?:答复|申请|总|综合|依申请)?公开率(?P<both>[（(](?:含|包括|包含)(?:予以)?部分公开[）)])?"
    r"(?:为|达到?|是)?\s*(?P<share>\d+(?:\.\d+)?)\s*[%％](?!以上|左右|的目标)"
)
_IN_PART = "部分公开|予以公开|全部公开"
"""Before a bare 公开率 these say that it is that of applications, not of documents or subjects."""
_OTHERS = (
    "建议|提案|留言|工单|信件|来信|热线|12345|12348|复议|诉讼|信访|咨询|到期|应答复|应办结|上年结转的|截至"
    "|按时|按期|及时"
)
_NOT_OF_THEM = "增长率|增幅|同比|覆盖率|知晓率|错误率|差错率|参训率|下降率|上升率|点击率|使用率"
_EXCEPT = "(?:除|除了|除去|剩余|剩下|其余|余下|另|另有|尚有|还有)$"
"""Before a number: those are not the part that the rate is of (除2件结转外均已答复，答复率100%)."""
_COMPARED_BESIDE = "较|比|上年|去年|同比|分别"
_COMPARED = "较|比|上年|去年|同比|其中|含|分别"


class Rate(NamedTuple):
    """``text[start:end]`` of the sentence is the percentage, ``part`` of ``whole`` gives another."""

    start: int
    end: int
    part: Decimal
    whole: Decimal


_RESULTS = (keys.APPLICATIONS, keys.RESULTS)
_COME = ((keys.APPLICATIONS, keys.RECEIVED), (keys.APPLICATIONS, keys.CARRIED_IN))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def wrong_rates(report: Report, passage: Passage, text: str) -> Iterator[Rate]:
    """The rates of a sentence that no two numbers they may be made of give."""
    told: set[int] = set()
    for match in _compiled(_DISCLOSED).finditer(text) if "公开率" in text and _on_applications(passage, text) else ():
        if (match["both"] or _compiled(_IN_PART).search(text, 0, match.start())) and (
            found := _of_disclosed(report, match)
        ):
            told.add(found.start)
            yield found
    for match in _compiled(_RATE).finditer(text) if "率" in text else ():
        fine = match["near"] or match["late"] or match.start("share") in told
        if not fine and (found := _rate(report, passage, text, match)):
            yield found
    if "占" in text:
        for match in _compiled(_BEHIND).finditer(text):
            if found := _behind(text, match):
                yield found


def _rate(report: Report, passage: Passage, text: str, match: re.Match[str]) -> Rate | None:
    before = text[: match.start()]
    numbers = list(_compiled(_NUMBER).finditer(before))
    if _compiled(_NOT_OF_THEM).search(match["name"]) or _excepted(before, numbers):
        return None
    share = match["share"]
    if (due := _compiled(_OTHERS).search(text)) and (Decimal(share) == 100 or due[0] in {"到期", "应答复", "应办结"}):
        return None
    told = [(_value(m["n"]), m["u"]) for m in numbers]
    if (
        len(told) == 2
        and _is_of(match["name"], before[numbers[0].end() : numbers[1].start()], before[numbers[1].end() :])
        and told[0][1] == told[1][1]
        and told[0][0] >= told[1][0] > 0
    ):
        of_part = match["name"][-3:-1] in before[numbers[0].end() : numbers[1].start()]
        if _compiled(_COMPARED_BESIDE if of_part else _COMPARED).search(before):
            return None
        (whole, _), (part, _) = told
        return None if gives(part, whole, share) else Rate(*match.span("share"), part, whole)
    of_all = match["name"].endswith(tuple(_ANSWERED.split("|"))) and not due and Decimal(share) < 100
    if len(told) < 2 and of_all and _on_applications(passage, text) and not _compiled(_COMPARED).search(before):
        return _of_tables(report, match, told[0][0] if told else None)
    return None


def _excepted(before: str, numbers: list[re.Match[str]]) -> bool:
    """Whether the second of two numbers says how many were not dealt with."""
    return len(numbers) == 2 and bool(_compiled(_EXCEPT).search(before[: numbers[1].start()]))


def _is_of(name: str, between: str, behind: str) -> bool:
    """Whether the act that the rate is of stands beside the second number, in its clause (27件均已答复, 答复27件)."""
    clause = re.split("[，,；;]", between)[-1] + re.split("[，,；;]", behind)[0]
    return any(verb in clause for verb in (name[-3:-1], name[-2:-4:-1]))


def _on_applications(passage: Passage, text: str) -> bool:
    return keys.ON_REQUEST in (passage.topic or passage.entry) or "信息公开申请" in text


def _of_tables(report: Report, match: re.Match[str], told: Decimal | None) -> Rate | None:
    """办结率 of all applications: what was dealt with, of what was received with or without 上年结转."""
    rows = report.figures.rows
    new, carried, results, left = (
        rows.get((keys.APPLICATIONS, key), (None,))[-1]
        for key in (keys.RECEIVED, keys.CARRIED_IN, keys.RESULTS, keys.CARRIED_OUT)
    )
    if new is None or carried is None or results is None or left is None or not new:
        return None
    wholes = (Decimal(new), Decimal(new + carried))
    parts = (Decimal(results), Decimal(max(new - left, 0)))
    if told is not None and told not in {*wholes, *parts}:
        return None
    if any(gives(part, whole, match["share"]) for part in parts for whole in wholes):
        return None
    return Rate(*match.span("share"), parts[0], wholes[1])


def _of_disclosed(report: Report, match: re.Match[str]) -> Rate | None:
    """公开率 of applications: what was made public, whole or in part too, of what was dealt with or received."""
    results = report.edition.find(_RESULTS)
    kinds = [(*_RESULTS, kind.key) for kind in results.children[:2]] if results else []
    counted = [*kinds, _RESULTS, (*_RESULTS, keys.OTHER_OUTCOME), *_COME]
    figures = [report.figures.rows.get(row, (None,))[-1] for row in counted]
    if None in figures or match["share"] == "100":
        return None
    full, partly, answered, other, new, carried = (Decimal(figure or 0) for figure in figures)
    parts = [full + partly] if match["both"] else [full, full + partly]
    wholes = [answered, answered - other, new, new + carried]
    if not answered or any(gives(part, whole, match["share"]) for part in parts for whole in wholes):
        return None
    return Rate(*match.span("share"), parts[-1], answered)


def _behind(text: str, match: re.Match[str]) -> Rate | None:
    told = {_value(m["n"]) for m in _compiled(_NUMBER).finditer(text[: match.start()]) if m["u"] == match["u"]}
    last = list(_compiled(_NUMBER).finditer(text[: match.start()]))[-1:]
    if last and match.start() - last[0].end() < 2:  # its part stands before it
        return None
    part = _value(match["n"])
    larger = [value for value in told if value >= part]
    if len(larger) != 1 or match["of"].strip("总数申请量的全部") or gives(part, larger[0], match["share"]):
        return None
    return Rate(*match.span("share"), part, larger[0])


def _value(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def gives(part: Decimal, whole: Decimal, share: str) -> bool:
    """Whether the printed share is the exact one, rounded or cut at its own digits."""
    if not whole:
        return True
    step = Decimal(1).scaleb(-len(share.partition(".")[2]))
    return -step / 2 <= part / whole * 100 - Decimal(share) < step
