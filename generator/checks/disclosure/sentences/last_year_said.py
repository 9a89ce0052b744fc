"""Last year's numbers told alone (上年收到申请24件), and directions without a number (行政处罚数量较上年有所下降).

Both are read as this year's would be, by the reader of all figures: last year's clause with this year's words in their
place, a direction with a number put behind it. What it then speaks of is looked up in last year's report, or in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from generator.checks.disclosure.sentences.amounts import AMOUNT, NUMBER, UNITS, Amount, right
from generator.checks.disclosure.sentences.changes import SaidChange
from generator.checks.disclosure.sentences.meaning import Meant
from generator.checks.disclosure.sentences.statements import read_again
from generator.checks.prose.passages import Passage, passages
from generator.report.model import Report

_CARRIED = "结转|转结|接转|转入|遗留|未办|未完|跨年|年末|延续|累计|报告|存在|提出"
_CLAUSE = (
    rf"(?<![较比与同到至年]){{0}}(?!度?(?:{_CARRIED}))"
    r"(?P<rest>[^，。；：、（）中]{{0,24}}?\d+\s*[件份宗起条])"
)
_TREND = (
    r"(?:^|(?<=[，。；]))(?P<head>[^，。；\d]{2,24}?)(?P<much>的?(?:数量|总量|件数|数|量))?[，,]?(?:与|较|比|同比)"
    rf"(?:上年度?|去年|上一年度?)?(?:同期)?(?:相比)?(?:的?(?P<old>{NUMBER})\s*(?P<old_unit>{UNITS}))?[，,]?(?:同比)?"
    rf"(?:有所|明显|大幅度?|略有|小幅|稍有|显著)?(?:{AMOUNT})(?=[，。；（(]|$)"
)
_OTHER_THINGS = "金额 时限 时间 事项 质量 率 人数 人次 力度 水平 占比 比例 周期 能力"
_OF_OTHER_THINGS = tuple(_OTHER_THINGS.split())
"""What ends in one of these is no number of applications, cases, documents or decisions."""

_OF_SOME = ("相关", "有关", "该类", "此类", "这类", "同类", "上述", "涉")
"""With one of these some only are told of."""


@cache
def _clause(year: int) -> re.Pattern[str]:
    return re.compile(_CLAUSE.format(rf"(?P<word>上年度?|去年|上一年度?|{year}年度?)(?P<span>同期|全年)?"))


@cache
def _trend() -> re.Pattern[str]:
    return re.compile(_TREND)


def told_of_last_year(report: Report, last: Report) -> Iterator[SaidChange]:
    """What is told wrongly of last year alone, or of which way things went."""
    if report.year is None or last.consolidated != report.consolidated:
        return
    for passage in passages(report):
        text = passage.text
        if "上年" in text or "去年" in text or "上一年" in text or f"{report.year - 1}年" in text:
            yield from _numbers(report, last, passage)
            yield from _ways(report, last, passage)
        elif "同比" in text:
            yield from _ways(report, last, passage)


def _numbers(report: Report, last: Report, passage: Passage) -> Iterator[SaidChange]:
    for match in _clause((report.year or 0) - 1).finditer(passage.text):
        word = f"{report.year}年" if match["word"][:2] == "20" else "本年"
        swapped = word.ljust(match.start("rest") - match.start("word"), "　")
        text = passage.text[: match.start("word")] + swapped + passage.text[match.start("rest") :]
        for start, end, meant in read_again(report, passage, text):
            of_some = passage.text[start - 1 : start] == "的"  # 上年受理的2件: those of which something is told
            if (
                not of_some
                and match.start("rest") <= start < match.end("rest")
                and (right := _contradicted(last, meant))
            ):
                yield SaidChange(passage, start, end, f"上年报告是 {right}")


def _contradicted(last: Report, meant: Meant) -> str:
    """The plainest figure of last year's report where none that may be meant is the number, else ''."""
    values = [reading.value(last) for target in meant.targets for reading in target.readings]
    at_most = any(reading.at_most for target in meant.targets for reading in target.readings)
    if not values or at_most or any(value is None or meant.number.fits(value) for value in values):
        return ""
    return f"{values[0]}"


def _ways(report: Report, last: Report, passage: Passage) -> Iterator[SaidChange]:
    other = set(re.findall(r"20\d\d(?=年)", passage.text)) - {str(report.year), str((report.year or 0) - 1)}
    if other:
        return
    for match in _trend().finditer(passage.text):
        of_others = match["head"].endswith(_OF_OTHER_THINGS) or any(word in match["head"] for word in _OF_SOME)
        if of_others or not re.search("上年|去年|上一年|同比", match[0]):
            continue
        amount, head = Amount(match), passage.text[: match.end("much" if match["much"] else "head")]
        for start, _, meant in _counted_behind(report, passage, head):
            pairs = _pairs(report, last, meant) if start == len(head) else []
            if match["old"] and pairs and all(Decimal(match["old"].replace(",", "")) != then for _, then in pairs):
                yield SaidChange(passage, *match.span("old"), f"上年报告是 {pairs[0][1]:f}")
            elif pairs and not any(amount.fits(now, then) for now, then in pairs):
                now, then = pairs[0]
                told = f"本年 {now:f}，上年报告 {then:f}，{right(amount, now, then)}"
                yield SaidChange(passage, *amount.span, told)


def _counted_behind(report: Report, passage: Passage, head: str) -> list[tuple[int, int, Meant]]:
    """What a number would speak of behind these words: one of cases, or of money."""
    found = list(read_again(report, passage, f"{head}1件。"))
    if any(start == len(head) for start, _, _ in found):
        return found
    return list(read_again(report, passage, f"{head}1万元。"))


def _pairs(report: Report, last: Report, meant: Meant) -> list[tuple[Decimal, Decimal]]:
    """What a number may be in both reports; none where a figure is unknown, or only a part of one is meant."""
    readings = [reading for target in meant.targets for reading in target.readings]
    pairs = [(reading.value(report), reading.value(last)) for reading in readings if not reading.at_most]
    known = [(Decimal(now), Decimal(then)) for now, then in pairs if now is not None and then is not None]
    return known if len(known) == len(readings) else []
