"""What the text says about a change since last year, held against both reports and against itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from generator.checks.prose.passages import Passage, passages
from generator.checks.prose.sentences import sentences
from generator.checks.text.counted import Counted, Role, counted
from generator.form import keys
from generator.report.model import Report


class Change(NamedTuple):
    """``passage.text[start:end]`` says what is not so; ``message`` says what would be right."""

    passage: Passage
    start: int
    end: int
    message: str


_RISES = "增加|增长|上升|提高|提升|多|上涨|净增|增幅"
_FALLS = "减少|下降|降低|少|回落|下滑|降幅"
_DELTA = re.compile(
    r"(?:较|比|同比|与)?(?P<base>上年度?|去年|上一年度?|20\d\d\s*年度?)?(?:同期|全年|度)?(?:相比"
    r"|的)?(?:(?P<old>\d[\d,]*(?:\.\d+)?)\s*"
    rf"(?P<old_unit>万元|人次|[件条份宗篇个次期人元]))?[，,]?(?:同比)?(?:有所)?(?P<way>{_RISES}|{_FALLS})(?:了|约)?\s*"
    r"(?P<by>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>%|％|件|条|份|宗|篇|个(?!百分点)|次|期|人|万元|元|倍)"
)
_LEVEL = re.compile(r"(?P<now>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>件|条|份|宗|篇|个|人次|次|期|人|万元|元)")
_TREND = re.compile(
    r"(?:申请|收到申请|依申请公开)(?:数量|总量|件数|数|量)(?:与|较|比|同比)?(?:上年|去年"
    r"|上一年)?(?:相比)?[，,]?(?:同比)?(?:有所|明显|大幅|略有|小幅|稍有)?"
    r"(?P<way>增加|增长|上升|减少|下降|降低|回落)(?!\s*[\d一二三四五六七八九十])"
)


@cache
def _since_last_year() -> re.Pattern[str]:
    return re.compile("上年|去年|上一年|同比")


def changes(report: Report, last: Report | None) -> Iterator[Change]:
    """Every change that is told wrongly, each once."""
    for passage in passages(report):
        if not any(word in passage.text for word in ("较", "比", "上年", "去年")):
            continue
        for sentence in sentences(passage.text):
            yield from _itself(passage, sentence.text, sentence.start)
            if last is not None:
                yield from _trend(report, last, passage, sentence.text, sentence.start)
    if last is not None and last.consolidated == report.consolidated:
        yield from _against_reports(report, last)


def _itself(passage: Passage, text: str, offset: int) -> Iterator[Change]:
    """A sentence that names both years' numbers and the change: 450条，较上年的400条增长15%."""
    for match in _DELTA.finditer(text):
        if match["old"] is None or match["base"] is None:
            continue
        level = _level_before(text[: match.start()], match["old_unit"])
        if level is None:
            continue
        now, before = level, _number(match["old"])
        if not _fits(match, now, before):
            span = (offset + match.start("by"), offset + match.end("by"))
            yield Change(passage, *span, f"{now:f}与{before:f}相比是{_said(match, now, before)}")


def _level_before(text: str, unit: str) -> Decimal | None:
    """The last number before, if it counts the same unit as last year's."""
    found = list(_LEVEL.finditer(text))[-1:]
    if not found or found[0]["unit"] != unit:
        return None
    return _number(found[-1]["now"]) if found and text.endswith(("，", ",", "、", "（", found[-1][0])) else None


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _fits(match: re.Match[str], now: Decimal, before: Decimal) -> bool:
    rises = bool(re.fullmatch(_RISES, match["way"]))
    difference = now - before
    if difference and (difference > 0) != rises:
        return False
    return _near(match["by"], match["unit"], abs(difference), before)


def _near(by: str, unit: str, difference: Decimal, before: Decimal) -> bool:
    """Whether the printed number is the exact one rounded or cut at its own digits."""
    if unit in "%％倍":
        if not before:
            return True
        exact = difference / before * (1 if unit == "倍" else 100)
    else:
        exact = difference
    said = _number(by)
    step = Decimal(1).scaleb(-len(by.partition(".")[2]))
    return -step / 2 <= exact - said < step


def _said(match: re.Match[str], now: Decimal, before: Decimal) -> str:
    way = "增加" if now > before else "减少" if now < before else "持平"
    if now == before:
        return way
    if match["unit"] in "%％" and before:
        return f"{way}{round(abs(now - before) / before * 100, 2):f}%"
    return f"{way}{abs(now - before):f}"


def _trend(report: Report, last: Report, passage: Passage, text: str, offset: int) -> Iterator[Change]:
    """A direction without a number: 申请量较上年有所下降."""
    other_years = {m[0] for m in re.finditer(r"20\d\d", text)} - {str(report.year), str((report.year or 0) - 1)}
    if other_years or not _since_last_year().search(text) or last.consolidated != report.consolidated:
        return
    for match in _TREND.finditer(text):
        row = (keys.APPLICATIONS, keys.RECEIVED)
        now, before = (r.figures.rows.get(row, (None,))[-1] for r in (report, last))
        if now is None or before is None:
            continue
        rises = bool(re.fullmatch(_RISES, match["way"]))
        if now == before or (now > before) != rises:
            span = (offset + match.start("way"), offset + match.end("way"))
            yield Change(passage, *span, f"“{keys.RECEIVED}”本年 {now} 件，上年报告 {before} 件")


def _against_reports(report: Report, last: Report) -> Iterator[Change]:
    """A change told of what the tables hold: 收到申请30件，同比增长20%."""
    level: Counted | None = None
    for item in counted(report):
        if item.role is Role.LEVEL and item.targets and item.year == report.year:
            level = item
        elif item.role is Role.CHANGE and level is not None and item.sentence is level.sentence:
            yield from _change(report, last, level, item)
            level = None
        else:
            level = None


@cache
def _beside() -> re.Pattern[str]:
    """What may stand between a number and its change: nothing that names another thing."""
    return re.compile(
        r"\s*(?:件|条|份|宗|个|起|万元|元|项)?[）)]?[，,（(、]?\s*(?:数量|总数|总量|申请量|件数)?(?:与|较|比|同)?"
        r"(?:上年度?|去年|上一年度?|20\d\d年度?|比)?(?:同期|全年)?(?:相比|比较)?[，,]?(?:同比)?(?:有所|明显|大幅|小幅)?"
        rf"(?:{_RISES}|{_FALLS})(?:了|幅度?[为达]|率为)?(?:约|近|超过?)?$"
    )


def _fits_number(item: Counted, difference: Decimal, before: Decimal) -> bool:
    """Whether the number, with 约, 近, 余 as they are read, may say the difference."""
    if item.unit != "%":
        return item.number.fits(difference)
    return not before or item.number.fits(difference / before * 100)


def _change(report: Report, last: Report, level: Counted, item: Counted) -> Iterator[Change]:
    start, end = item.origin
    text = item.sentence.passage.text
    before_words = text[level.origin[1] : start]
    way = next(reversed(re.findall(f"{_RISES}|{_FALLS}", before_words)), "")
    unit = item.unit
    if (
        not _beside().match(text[level.origin[1] : start])
        or not way
        or not _since_last_year().search(before_words)
        or unit not in {"%", level.unit}
    ):
        return
    rises = bool(re.fullmatch(_RISES, way))
    pairs = [(r.value(report), r.value(last)) for target in level.targets for r in target.readings]
    known = [(Decimal(now), Decimal(then)) for now, then in pairs if now is not None and then is not None]
    written = text[start:end]
    if len(known) != len(pairs) or not known or re.search("[^0-9,.]", written) or "到" in before_words[-2:]:
        return
    for now, then in known:
        if (now == then or (now > then) == rises) and _fits_number(item, abs(now - then), then):
            return
    now, then = known[0]
    told = "增加" if now > then else "减少"
    share = f"（{round(abs(now - then) / then * 100, 2):f}%）" if then else ""
    yield Change(
        item.sentence.passage, start, end, f"本年 {now:f}，上年报告 {then:f}，{told} {abs(now - then):f}{share}"
    )
