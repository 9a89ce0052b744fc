"""Marks that Chinese text does not use (straight quotes, 「」, <>), and blanks inside words and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.checks.prose.slips import Correction, PunctuationSlip
from generator.han.patterns import HAN

_PAIRS = {"「": "“", "」": "”", "『": "“", "』": "”", "<": "《", ">": "》", "＜": "《", "＞": "》"}
_QUOTED = (
    (rf'"(?={HAN}|[A-Za-z\d《（])([^"“”\n]{{1,60}})"', "“", "”", "直引号"),
    (rf"(?<![A-Za-z\d])'(?={HAN})([^'\n]{{1,60}})'(?![A-Za-z\d])", "“", "”", "直引号"),
    (rf"(?<![A-Za-z\d=])[<＜](?={HAN})([^<>＜＞\n]{{2,60}})[>＞]", "《", "》", "尖括号"),
)
_FORM = "单位|机关|部门|名称|姓名|年份|数字|日期|填|请|此处|具体|地址|电话|网址|邮箱"
"""What stands in pointed brackets where something is to be filled in (NB503)."""
_HEADING = (
    "情况|方面|工作|建设|保障|管理|公开|领导|制度|监督|机制|培训|考核|解读|回应|概况|概述|问题|措施"
    "|事项|审查|服务|责任|队伍|宣传"
)
"""How a heading ends."""
_DOCUMENT = "通知|条例|办法|意见|规定|方案|格式|报告|决定|细则|函|批复|指南|目录"
"""How an official document's title ends: it has no blank, as headlines and slogans may between two halves."""
_HALF = 4
"""Characters on either side of such a blank."""
_SHORT = 14
"""Characters before the first blank of a paragraph that may be a heading, with its text behind the blank."""


@cache
def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def foreign_quotes(text: str) -> Iterator[PunctuationSlip]:
    """Quotes and brackets of other scripts and of programs, in pairs."""
    if any(mark in text for mark in "「『"):
        marks = tuple(Correction(m.start(), m.end(), _PAIRS[m[0]]) for m in _re("[「」『』]").finditer(text))
        paired = sum(m.right == "“" for m in marks) * 2 == len(marks)
        yield PunctuationSlip("引号用了“「」”", marks, "请改为“”。", paired)
    for pattern, opening, closing, what in _QUOTED:
        if not any(mark in text for mark in "\"'<＜"):
            return
        found = [m for m in _re(pattern).finditer(text) if not (opening == "《" and _re(_FORM).match(m[1]))]
        marks = tuple(
            mark
            for m in found
            if _re(HAN).search(m[1])
            for left, right in [_pair(text, m, opening, closing)]
            for mark in (Correction(m.start(), m.start() + 1, left), Correction(m.end() - 1, m.end(), right))
        )
        if marks:
            pair = f"{marks[0].right}{marks[1].right}"
            yield PunctuationSlip(f"{pair}写成了{what}", marks, f"请改为“{pair}”。")


def _pair(text: str, match: re.Match[str], opening: str, closing: str) -> tuple[str, str]:
    """The right marks: a title within a title has single ones (GB/T 15834 4.15.3: 《关于印发〈办法〉的通知》)."""
    inner = opening == "《" and text.count("《", 0, match.start()) > text.count("》", 0, match.start())
    return ("〈", "〉") if inner else (opening, closing)


def blanks(text: str) -> Iterator[PunctuationSlip]:
    """Single blanks between two Han characters or inside a number; a long one is a blank to be filled in (NB503)."""
    if not any(blank in text for blank in " \u3000\xa0"):
        return
    pattern = (
        rf"(?<={HAN})[ \u3000\xa0]{{1,3}}(?={HAN})|(?<=\d)[ \xa0](?=\d{{1,2}}\s?年"
        r"|\d{1,3}(?:条|件|份|次|篇|万元|人))"
    )
    found = [m for m in _re(pattern).finditer(text) if not _is_meant(text, m)]
    if found:
        marks = tuple(Correction(m.start(), m.end(), "") for m in found)
        yield PunctuationSlip("字词中间有空格", marks, "请删去空格；如果空格处漏了字或者标点，请补上。")


def _in_headline(before: str, after: str) -> bool:
    """Whether a blank parts two halves of a headline or slogan in 《》 or “”."""
    half = rf"[^《》“”，。；：、 \u3000\xa0]{{{_HALF},}}"
    first, second = (
        _re(rf"[《“](?:{half}[ \u3000\xa0])?{half}$").search(before),
        _re(rf"{half}(?=[》”\s])").match(after),
    )
    return bool(first and second and not _re(f"(?:{_DOCUMENT})$").search(second[0]))


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """Whether a blank divides a heading from its text, numbers an item, spaces out a name, or waits for a number."""
    before, after = text[: match.start()], text[match.end() :]
    if _re("^[件条份次个宗篇期项元人名场家类种起部批月日](?![的里])").match(after) and not before[-1:].isdigit():
        return True
    numeral = "[一二三四五六七八九十]"
    spaced = (rf"(?:{numeral}|[ \u3000\xa0]{HAN})$", rf"(?:{numeral}[ \u3000]|{HAN}[ \u3000\xa0])")
    if before.endswith("页") or _re(spaced[0]).search(before) or _re(spaced[1]).match(after):
        return True
    if _in_headline(before, after):
        return True
    is_start = len(before) <= _SHORT and not _re(r"[，。；：、\d]").search(before)
    return is_start and (len(before) <= 2 or bool(_re(f"(?:{_HEADING})$").search(before)))
